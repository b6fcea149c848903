using System.CommandLine;
using System.Globalization;
using HypeWatch.Claims;
using HypeWatch.Model;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch eval</c>: flags against labelled cases, and how readings of the same texts differ: rules and language model, or stored and present.</summary>
internal static class EvalCommand
{
    private sealed record DocumentAnswer(
        VersionId Version, string Title, string Before, string After, int ClaimsBefore, int ClaimsAfter, int Both, ClaimAgreement Agreement, IReadOnlyList<Claim> OnlyBefore, IReadOnlyList<Claim> OnlyAfter,
        IReadOnlyList<ClaimPairing> Changed);

    private sealed record Answer(bool Ok, IReadOnlyList<DocumentAnswer> Documents, ClaimAgreement Agreement);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("eval", "How well texts are read and flagged: against labelled cases, and reading against reading") { EvalFlags.Make(), Compare(), Drift() };

    private static Command Compare() => Verb(
        "compare", "What rules and language model read in the same documents, document by document", (reread, document, ct) => reread.CompareAsync(document, ct), ["rules", "model"],
        "no document was read by a language model, and none is configured (Llm:Model)");

    private static Command Drift() => Verb(
        "drift", "What the present engine, prompts and model would read otherwise than what is stored", (reread, document, ct) => reread.DriftAsync(document, ct), ["stored", "now"],
        "no document is stored");

    private static Command Verb(string name, string description, Func<RereadClaims, string?, CancellationToken, IAsyncEnumerable<ReadTwice>> read, string[] names, string none)
    {
        var document = new Argument<string?>("document") { Description = "Address or id of a document or version; all when it is left out", Arity = ArgumentArity.ZeroOrOne };
        var quotes = new Option<bool>("--quotes") { Description = "Also print the claims that differ" };
        return new Command(name, description) { document, quotes }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var documents = new List<ReadTwice>();
            if (app is not null)
                await foreach (var one in read(app.Services.GetRequiredService<RereadClaims>(), context.Value(document), ct)) documents.Add(one);
            var all = new ClaimDifference(
                [.. documents.SelectMany(one => one.Difference.Both)], [.. documents.SelectMany(one => one.Difference.OnlyBefore)], [.. documents.SelectMany(one => one.Difference.OnlyAfter)]);
            if (context.Json) context.Out.Json(new Answer(documents.Count > 0, [.. documents.Select(Of)], all.Agreement));
            else Print(context, documents, all, names, context.Value(quotes));
            if (documents.Count > 0) return ExitCode.Ok;
            if (!context.Json) context.Complain(none);
            return ExitCode.NothingFound;
        });
    }

    private static DocumentAnswer Of(ReadTwice one) => new(
        one.Version.Id, one.Version.Document.Title, one.Before.Tally.Engine, one.After.Tally.Engine, one.Before.Claims.Count, one.After.Claims.Count, one.Difference.Both.Count, one.Difference.Agreement,
        one.Difference.OnlyBefore, one.Difference.OnlyAfter, [.. one.Difference.Changed]);

    private static void Print(CommandContext context, List<ReadTwice> documents, ClaimDifference all, string[] names, bool withQuotes)
    {
        if (documents.Count == 0) return;
        context.Out.Table(
            [names[0], names[1], "both", "changed", "type", "strength ±1", "certainty ±1", "voice", "document"],
            [.. documents.Select(one => Row(one.Difference, one.Version.Document.Title)), Row(all, "all")]);
        if (!withQuotes) return;
        foreach (var one in documents)
        {
            foreach (var claim in one.Difference.OnlyBefore) context.Out.Line($"- {names[0]} only: {claim.Quote}");
            foreach (var claim in one.Difference.OnlyAfter) context.Out.Line($"+ {names[1]} only: {claim.Quote}");
            foreach (var pair in one.Difference.Changed) context.Out.Line($"~ {Levels(pair.Before)} -> {Levels(pair.After)}: {pair.After.Quote}");
        }
    }

    private static IReadOnlyList<string> Row(ClaimDifference difference, string title)
    {
        var agreement = difference.Agreement;
        return
        [
            Number(difference.Both.Count + difference.OnlyBefore.Count), Number(difference.Both.Count + difference.OnlyAfter.Count), Number(difference.Both.Count), Number(difference.Changed.Count()),
            Share(agreement.Type), Share(agreement.Strength), Share(agreement.Certainty), Share(agreement.Voice), title,
        ];
    }

    private static string Levels(Claim claim) => $"{claim.Type.ToCode()} {claim.Strength.ToCode()} {claim.Certainty.ToCode()} {claim.Mode.ToCode()} {claim.Asserter}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";
}
