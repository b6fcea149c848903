using System.CommandLine;
using HypeWatch.Pipeline;
using HypeWatch.Predictions;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch predict propose</c>: what is at hand to settle open predictions. Nothing is written.</summary>
internal static class PredictProposing
{
    private sealed record Answer(bool Ok, SetProposals Proposals);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var id = new Argument<string>("id") { Description = "Id of a set (prd-...), or its beginning" };
        return new Command("propose", "Claims that speak to open predictions, and a language model's verdict with its quotes; a person decides") { id }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var sets = app is null ? [] : await app.Services.GetRequiredService<PredictionStore>().ListAsync(ct);
            if (PredictCommand.Find(sets, context.Value(id)!) is not { } set)
            {
                context.Complain($"there is no set of predictions '{context.Value(id)}'");
                return ExitCode.NothingFound;
            }

            var found = await app!.Services.GetRequiredService<ProposeResolutions>().RunAsync(set, ct);
            if (context.Json) context.Out.Json(new Answer(true, found));
            else Print(context.Out, found);
            return ExitCode.Ok;
        });
    }

    private static void Print(Terminal terminal, SetProposals found)
    {
        terminal.Heading(found.Set.About);
        if (found.Note is { } note) terminal.Note(note);
        if (found.Items.Count == 0) terminal.Note("nothing is open");
        foreach (var (item, evidence, proposal) in found.Items)
        {
            terminal.Line(FormattableString.Invariant($"{item.Number}. {item.Statement}"));
            if (proposal is { Quote: { } words, Claim: { } claim })
            {
                terminal.Note($"proposed by {proposal.By}: {PredictText.Outcome(proposal.Resolution, null)}, by {claim}:");
                terminal.Quote(words);
            }

            if (evidence.Count == 0) terminal.Note("no claim was found that speaks of it");
            foreach (var view in evidence)
            {
                terminal.Note($"{view.Claim.Id}, {view.Claim.Asserter}, {view.Document.Published}:");
                terminal.Quote(view.Claim.Quote);
            }
        }

        if (found.Items.Count > 0) terminal.Note($"decide with: hypewatch predict resolve {found.Set.Id} NUMBER --outcome OUTCOME --claim CLAIM --by NAME");
    }
}
