using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Digests;

/// <summary>Puts a flag into words, in reading order, always with what speaks for the asserter and with the nearest caveat.</summary>
internal sealed class FlagItems(Words words, DigestAddresses addresses)
{
    private const int QuoteLength = 240, ReasonLength = 280, SideLength = 180;

    /// <summary>A flag of the template kind points to a practice, so that its digest names roles, never private persons (specification, OC22).</summary>
    private const string RoleOnlyCode = "OC22";

    /// <summary>The words for a flag.</summary>
    public FlagItem Of(FlagView view)
    {
        var (flag, claim) = (view.Flag, view.Claim?.Claim);
        var isPrivate = flag.Code == RoleOnlyCode && view.Document.Kind is DocumentKind.PromoSocial or DocumentKind.ThirdPartySocial;
        return new(
            flag.Id, claim?.Id, Words.Short(claim?.Quote ?? (flag.Quotes.Count > 0 ? flag.Quotes[0].Quote : view.ReleaseTitle), QuoteLength),
            isPrivate ? $"said in a {Words.Lower(view.Document.Kind)} post, {view.Document.Published}" : Said(view.Document, claim, flag.Asserter),
            isPrivate ? null : DigestLink.TryCreate("Read it in its place", view.Document.Url), ScaleOf(view.Claim), RestsOn(view.Claim), Beside(view), SpeaksFor(flag), Caveat(view),
            flag.Severity, Judgement(flag, claim), Words.Short(flag.Rationale, ReasonLength), $"hypewatch show {flag.Id}",
            addresses.Page("All about this flag", $"flags/{flag.Id}"));
    }

    /// <summary>Who said a claim, where and when.</summary>
    public static string Said(DocumentView document, Claim? claim, string asserter)
    {
        var reported = claim?.AttributedTo is { } other ? $", who reports it of {Words.Short(other, 60)}" : "";
        var place = claim is null ? "" : $", {Words.Lower(claim.Place)}";
        var publisher = document.Publisher is { } name && !name.Equals(asserter, StringComparison.Ordinal) ? $", {Words.Short(name, 60)}" : "";
        return $"said by {Words.Short(asserter, 80)}{reported}, in “{Words.Short(document.Title, 100)}” ({Words.Lower(document.Kind)}{publisher}){place}, {DateOf(document.Published)}";
    }

    private static string DateOf(PublicationDate date) => date.Precision is DatePrecision.Unknown ? "date not known" : date.ToString();

    private static ScalePair? ScaleOf(ClaimView? view) =>
        view is null ? null : new(view.Claim.Strength, view.Warrant is { } warrant ? Licence.MaxStrength(warrant) : null);

    private static string RestsOn(ClaimView? view) => view switch
    {
        null => "Rests on: not applicable, the flag is about the release as a whole.",
        { Warrant: { } warrant } => $"Rests on: {Words.Of(warrant)}. Sounds {Words.Of(view.Claim.Certainty)}; licensed up to {Words.Of(Licence.MaxCertainty(warrant))}.",
        _ => $"Rests on: could not be judged. Sounds {Words.Of(view.Claim.Certainty)}.",
    };

    private static string? Beside(FlagView view)
    {
        if (view.Pair is { } pair) return $"Beside it: “{Words.Short(pair.Claim.Quote, SideLength)}” ({Words.Short(pair.Document.Title, 80)}, {Words.Lower(pair.Claim.Place)}).";
        return view.Flag.Quotes.FirstOrDefault(quote => quote.Role != "claim") is { } other ? $"Beside it ({Words.Plain(other.Role)}): “{Words.Short(other.Quote, SideLength)}”." : null;
    }

    private static string SpeaksFor(Flag flag)
    {
        // The verdicts stand in order of weight: clears, reduces, no effect.
        if (flag.Exculpations.OrderBy(found => found.Verdict).ThenBy(found => found.Kind).FirstOrDefault() is { } best)
            return $"Speaks for the authors: {Words.Of(best.Kind)} ({Words.Of(best.Verdict)}): {(best.Span is null ? Words.Short(best.Text, SideLength) : $"“{Words.Short(best.Text, SideLength)}”")}";
        return flag.SearchComplete
            ? string.Create(CultureInfo.InvariantCulture, $"Speaks for the authors: none found ({flag.Searches.Count} searches).")
            : "Speaks for the authors: not checked in full.";
    }

    private static string Caveat(FlagView view)
    {
        if (view.Caveats.OrderBy(caveat => caveat.Proximity).FirstOrDefault() is { } nearest)
            return $"Nearest caveat, {Words.Of(nearest.Proximity)}: “{Words.Short(nearest.Caveat.Quote, SideLength)}”";
        return "Nearest caveat: none found.";
    }

    private string Judgement(Flag flag, Claim? claim)
    {
        var basis = flag.Status switch
        {
            FlagStatus.Confirmed or FlagStatus.Reduced => "a person reviewed it",
            _ when claim?.Provenance.Engine == "offline" => "rules only",
            _ when claim is null => "rules only",
            _ => "rules and language model",
        };
        var raised = flag.RaisedBy is RaisedBy.Critic ? "; raised by a published critique" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{words.Of(flag)}; {Words.Of(flag.Kind)}; severity {flag.Severity} of 5, {Words.Severity(flag.Severity)}; confidence {flag.Confidence:0.00}, {basis}; {Words.Lower(flag.Status)}{raised}");
    }
}
