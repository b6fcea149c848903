using System.Globalization;
using System.Text.Json.Nodes;
using HypeWatch.Flags;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Tables;

/// <summary>
/// Confirmed flags as <see href="https://schema.org/ClaimReview"/>, for those who collect reviews of claims (specification 9). A bare rating misleads where two readings are both right, so that the body holds what
/// was found, what speaks for the authors, and what a flag does not say.
/// </summary>
internal static class ClaimReviewDocument
{
    /// <summary>Its type.</summary>
    public const string ContentType = "application/ld+json; charset=utf-8";

    private const string Context = "https://schema.org", Best = "5", Worst = "1";
    private static readonly Taxonomy Names = Taxonomy.Load();

    /// <summary>A flag with what its review needs beside it.</summary>
    /// <param name="View">The flag.</param>
    /// <param name="ReviewedAt">When it was last reviewed.</param>
    /// <param name="First">The earliest text that asserts the claim; null where the flagged one is the earliest known.</param>
    public sealed record Reviewed(FlagView View, DateTimeOffset ReviewedAt, DocumentView? First);

    /// <summary>All reviews of some flags; those that are not confirmed, or flag no words of a text, are left out.</summary>
    public static JsonObject Of(IEnumerable<Reviewed> flags, string root, ActorList actors) => new()
    {
        ["@context"] = Context, ["@graph"] = new JsonArray([.. flags.Select(flag => Review(flag, root, actors)).OfType<JsonObject>()]),
    };

    /// <summary>The review of one flag; null where it is not confirmed, or flags no words of a text.</summary>
    public static JsonObject? Of(Reviewed flag, string root, ActorList actors)
    {
        if (Review(flag, root, actors) is not { } review) return null;
        review.Insert(0, "@context", Context);
        return review;
    }

    private static JsonObject? Review(Reviewed reviewed, string root, ActorList actors)
    {
        var (view, flag) = (reviewed.View, reviewed.View.Flag);
        if (flag.Status is not FlagStatus.Confirmed || flag.Severity is < 1 or > 5 || Words(view) is not { } words) return null;
        var claim = new JsonObject
        {
            ["@type"] = "Claim", ["author"] = new JsonObject { ["@type"] = IsOrganisation(flag.Asserter, view.Document, actors) ? "Organization" : "Person", ["name"] = flag.Asserter },
            ["appearance"] = Appearance(view.Document),
        };
        if (Day(view.Document) is { } said) claim["datePublished"] = said;
        if (reviewed.First is { } first) claim["firstAppearance"] = Appearance(first);
        return new()
        {
            ["@type"] = "ClaimReview", ["url"] = $"{root}/f/{flag.Id.Value}", ["datePublished"] = Instant(reviewed.ReviewedAt), ["claimReviewed"] = words,
            ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = "HypeWatch", ["url"] = root }, ["itemReviewed"] = claim, ["reviewBody"] = Body(view),
            ["reviewRating"] = new JsonObject
            {
                ["@type"] = "Rating", ["ratingValue"] = (6 - flag.Severity).ToString(CultureInfo.InvariantCulture), ["bestRating"] = Best, ["worstRating"] = Worst,
                ["alternateName"] = $"{Names.SeverityWords[flag.Severity - 1]} {flag.Kind.ToCode().Replace('_', ' ')}",
            },
        };
    }

    private static string? Words(FlagView view) => view.Claim?.Claim.Quote ?? (view.Flag.Quotes is [var first, ..] ? first.Quote : null);

    private static string Body(FlagView view)
    {
        var flag = view.Flag;
        var caveats = view.Caveats.Select(caveat => $"Limited ({caveat.Proximity.ToCode().Replace('_', ' ')}): {caveat.Caveat.Quote}");
        var exculpations = flag.Exculpations.Select(found => $"Speaks for the authors: {found.Text}").DefaultIfEmpty("Speaks for the authors: none found.");
        return string.Join('\n', [$"{flag.Code} {Names[flag.Code].Name}. {flag.Rationale}", .. exculpations, .. caveats, $"What would clear it: {Names[flag.Code].Clearing}", "This concerns how a claim is worded against its evidence, not the value of the research, and not intent."]);
    }

    private static JsonObject Appearance(DocumentView document)
    {
        var appearance = new JsonObject { ["@type"] = "CreativeWork", ["url"] = document.Url, ["headline"] = document.Title };
        if (Day(document) is { } day) appearance["datePublished"] = day;
        return appearance;
    }

    private static bool IsOrganisation(string asserter, DocumentView document, ActorList actors) => asserter.Equals(document.Publisher, StringComparison.OrdinalIgnoreCase) || actors.IsOrganisation(asserter);

    // A day that is not known exactly is left out rather than made up.
    private static string? Day(DocumentView document) => document.Published.NotBefore is { } day && day == document.Published.NotAfter ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
