using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Reviews;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch flags</c>: finds flags, the gravest and surest first.</summary>
internal static class FlagsCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var code = FlagCodeOption.For("--code", "Flag code, for example OC13");
        var kind = CodeOption.For<FlagKind>("--kind", "Family");
        var status = CodeOption.For<FlagStatus>("--status", "Status");
        var owner = new Option<string?>("--owner") { Description = "Who asserted the excess", HelpName = "NAME" };
        var document = new Option<string?>("--document") { Description = "Address or id of a document", HelpName = "URL" };
        var release = new Option<string?>("--release") { Description = "Id of a release", HelpName = "ID" };
        var severity = Paging.Number("--min-severity", "Least severity, 0 to 5", 0, 0, 5);
        var confidence = new Option<double>("--min-confidence") { Description = "Least confidence, 0 to 1", HelpName = "X" };
        confidence.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var value) && value is not (>= 0 and <= 1))
                result.AddError("--min-confidence lies between 0 and 1");
        });
        var all = new Option<bool>("--all") { Description = "Also flags that are suppressed because the author's own caveats outweigh them" };
        var options = new TableOptions();
        return options.To(new Command("flags", "Find flags: those that stand first, the gravest and surest before the others") { code, kind, status, owner, document, release, severity, confidence, all, Explain() }).Does((context, ct) =>
        {
            var filter = new FlagFilter(
                context.Value(code), context.Value(kind), context.Value(status), context.Value(owner), null, context.Value(release), context.Value(document), context.Value(severity), context.Value(confidence),
                context.Value(all));
            return options.RunAsync(
                context, tables => tables.Flags, filter.Pairs(), "no flag matches",
                async (services, page) =>
                {
                    var found = await services.GetRequiredService<FlagQueries>().ListAsync(page.Ids, ct);
                    if (!context.Json)
                        foreach (var view in found) FlagText.Print(context.Out, view);
                    return found;
                },
                ct);
        });
    }

    private static Command Explain()
    {
        var id = new Argument<string>("id") { Description = "Id of a flag (flg-...)" };
        return new Command("explain", "How a flag came about, line by line, and what would clear it") { id }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null || await app.Services.GetRequiredService<FlagQueries>().GetAsync(FlagId.From(context.Value(id)!), ct) is not { } view)
            {
                context.Complain($"there is no flag '{context.Value(id)}'");
                return ExitCode.NothingFound;
            }

            var standing = await app.Services.GetRequiredService<ReviewStore>().StandingAsync(view.Flag.Id, ct);
            if (context.Json) context.Out.Json(FlagExplanation.Answer(view, standing));
            else FlagExplanation.Print(context.Out, view, standing);
            return ExitCode.Ok;
        });
    }
}
