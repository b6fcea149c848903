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
        var options = new TableOptions();
        return options.To(new Command("claims", "Find claims") { words, type, strength, asserter, document, flag, headline }).Does((context, ct) =>
        {
            var filter = new ClaimFilter(
                context.Value(words) is { Length: > 0 } given ? string.Join(' ', given) : null, context.Value(type), context.Value(asserter), context.Value(document),
                context.Value(flag), context.Value(strength) ?? Strength.Aspiration, context.Value(headline));
            return options.RunAsync(
                context, tables => tables.Claims, filter.Pairs(), "no claim matches",
                async (services, page) =>
                {
                    var found = await services.GetRequiredService<ClaimQueries>().ListAsync(page.Ids, ct);
                    if (!context.Json)
                        foreach (var view in found) ClaimText.Print(context.Out, view);
                    return found;
                },
                ct);
        });
    }
}
