using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch claims</c>: finds claims.</summary>
internal static class ClaimsCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var words = new Argument<string[]>("words") { Description = "Words that must all stand in the quote", Arity = ArgumentArity.ZeroOrMore };
        var type = CodeOption.For<ClaimType>("--type", "Main type");
        var strength = CodeOption.For<Strength>("--min-strength", "Least strength");
        var asserter = new Option<string?>("--asserter") { Description = "Who asserts it", HelpName = "NAME" };
        var document = new Option<string?>("--document") { Description = "Address or id of a document", HelpName = "URL" };
        var flag = FlagCodeOption.For("--flag", "Only claims that carry a flag of this code");
        var headline = new Option<bool>("--headline") { Description = "Only title, abstract, key results, headline and lede" };
        var (limit, offset) = (Paging.Limit(50), Paging.Offset());
        return new Command("claims", "Find claims") { words, type, strength, asserter, document, flag, headline, limit, offset }.Does(async (context, ct) =>
        {
            var filter = new ClaimFilter(
                context.Value(words) is { Length: > 0 } given ? string.Join(' ', given) : null, null, context.Value(type), context.Value(asserter), context.Value(document),
                context.Value(flag), context.Value(strength) ?? Strength.Aspiration, context.Value(headline), context.Value(limit), context.Value(offset));
            await using var app = await context.OpenForReadingAsync(ct);
            var found = app is null ? [] : await app.Services.GetRequiredService<ClaimQueries>().FindAsync(filter, ct);
            return Print(context, found, filter.Limit);
        });
    }

    private static int Print(CommandContext context, IReadOnlyList<ClaimView> found, int limit)
    {
        if (context.Json) context.Out.Json(RowsAnswer<ClaimView>.Of(found, limit));
        else
            foreach (var view in found) ClaimText.Print(context.Out, view);

        if (found.Count > 0) return ExitCode.Ok;
        if (!context.Json) context.Complain("no claim matches");
        return ExitCode.NothingFound;
    }
}
