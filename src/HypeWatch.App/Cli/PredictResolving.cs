using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch predict resolve</c>: how a prediction came out, according to whom, and by what evidence.</summary>
internal static class PredictResolving
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var id = new Argument<string>("id") { Description = "Id of a set (prd-...), or its beginning" };
        var number = new Argument<int>("number") { Description = "Number of the prediction in its set" };
        var outcome = new Option<string>("--outcome") { Description = "true, false, 'partial F' (0 to 1), void or open", Required = true, HelpName = "OUTCOME" };
        var (by, because, known) = (PredictWriting.Text("--by", "According to whom"), PredictWriting.Text("--because", "Why"), PredictWriting.Text("--known-at", "Day on which the outcome could be known"));
        var claim = new Option<string[]>("--claim") { Description = "Id of a claim that shows it; may be given several times", HelpName = "TEXT" };
        by.Required = true;
        var dispute = new Option<bool>("--dispute") { Description = "Keep this beside the outcome that counts" };
        return new Command("resolve", "Says how a prediction came out, and according to whom") { id, number, outcome, by, because, known, claim, dispute }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var store = app?.Services.GetRequiredService<PredictionStore>();
            if (store is null || PredictCommand.Find(await store.ListAsync(ct), context.Value(id)!) is not { } set || set.Items.All(item => item.Number != context.Value(number)))
            {
                context.Complain($"there is no prediction {context.Value(number)} in a set '{context.Value(id)}'");
                return ExitCode.NothingFound;
            }

            var (resolution, fraction) = PredictionFile.Outcome(context.Value(outcome)!);
            var day = DayOption.Of(context.Value(known), "--known-at");
            if (day < set.MadeOn) throw new UsageException(FormattableString.Invariant($"--known-at: {day:yyyy-MM-dd} is before the set was made ({set.MadeOn:yyyy-MM-dd}); what was known by then was no prediction"));
            if (day > PredictWriting.Today(app!)) throw new UsageException(FormattableString.Invariant($"--known-at: {day:yyyy-MM-dd} is yet to come; leave the prediction open until then"));
            List<ClaimId> claims = [.. (context.Value(claim) ?? []).Distinct(StringComparer.Ordinal).Select(shows => new ClaimId(shows))];
            foreach (var shows in claims)
                if (!await store.HasClaimAsync(shows, ct))
                {
                    context.Complain($"there is no claim '{shows}'; hypewatch claims lists them with their ids");
                    return ExitCode.NothingFound;
                }

            await store.ResolveAsync(set, new(context.Value(number), resolution, fraction, context.Value(by)!, context.Value(because), day, claims, context.Value(dispute)), ct);
            if (context.Json) context.Out.Json(new PredictWriting.Written(true, [set.Id]));
            else PredictText.Print(context.Out, PredictCommand.Find(await store.ListAsync(ct), set.Id.Value)!, withItems: true);
            return ExitCode.Ok;
        });
    }
}
