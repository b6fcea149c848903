using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// What in one document of a dossier points to another: a link, a quotation of at least 8 words, or a named source, in this order of weight
/// (specification 7). Likeness of content is no support.
/// </summary>
internal sealed partial class SupportIndex
{
    private readonly IReadOnlyList<DossierDocument> documents;
    private readonly List<TokenStream> words;
    private readonly List<HashSet<string>> addresses = [];
    private readonly List<HashSet<int>> quotes = [];
    private readonly List<Dictionary<int, Span>> titles = [];

    /// <summary>Reads what points where; positions in the list are the names of the documents.</summary>
    public SupportIndex(IReadOnlyList<DossierDocument> documents)
    {
        this.documents = documents;
        words = [.. documents.Select(document => TokenStream.Of(document.Version.Text))];
        var quoteIndex = new QuoteIndex(words, int.MaxValue - 1);
        var titleIndex = new TitleIndex([.. documents.Select(document => document.Document.Title)]);
        for (var i = 0; i < documents.Count; i++)
        {
            addresses.Add([.. TieIndex.AddressesIn(documents[i].Version)]);
            quotes.Add(quoteIndex.SharedWith(i, words[i]));
            titles.Add(titleIndex.NamedIn(words[i]));
        }
    }

    /// <summary>What in <paramref name="downstream"/> points to <paramref name="upstream"/>; null when nothing does.</summary>
    public Support? Of(int upstream, int downstream)
    {
        var (source, text) = (documents[upstream], documents[downstream].Version);
        foreach (var address in (ReadOnlySpan<string>)[source.Document.CanonicalUrl, CanonicalUrl.Of(source.Document.Url)])
            if (addresses[downstream].Contains(address))
                return TieIndex.PlaceOf(text, address) is { } place ? Support.Cut(EdgeSupport.ExplicitLink, text.Text, place) : new(EdgeSupport.ExplicitLink, address);
        if (quotes[downstream].Contains(upstream) && words[downstream].LongestSharedRun(words[upstream]) is { } run)
            return Support.Cut(EdgeSupport.QuoteMatch, text.Text, run);
        if (titles[downstream].TryGetValue(upstream, out var title)) return Support.Cut(EdgeSupport.NamedSource, text.Text, title);
        return NamesPublisher(source, documents[downstream]);
    }

    // A publisher's name stands for its release's main text, and only where the sentence reports something.
    private static Support? NamesPublisher(DossierDocument source, DossierDocument text)
    {
        if (source.Document.Publisher is not { Length: > 3 } publisher || text.IsOwn || Venue.IsShared(publisher) || Venue.IsSecondHand(publisher)) return null;
        if (source.IsOwn && source.Relation is not DocumentRelation.Primary || Ownership.SamePublisher(publisher, text.Document.Publisher)) return null;
        var (whole, name) = (text.Version.Text, Ownership.ShortName(publisher));
        for (var at = whole.IndexOf(name, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at > 0 && char.IsLetterOrDigit(whole[at - 1])) || (end < whole.Length && char.IsLetterOrDigit(whole[end]))) continue;
            if (text.Version.PassageAt(new(at, end)) is { } passage && ReportingPattern().IsMatch(text.Version.TextOf(passage)))
                return Support.Cut(EdgeSupport.NamedSource, whole, passage.Span);
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:according to|said|says|reports?|reported|announced|published|released|writes|wrote|told|claims?|claimed|paper|study|post|researchers (?:at|from))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReportingPattern();
}
