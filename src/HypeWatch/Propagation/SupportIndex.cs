using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// What in one document of a dossier points to another: a link, a quotation of at least 8 words, or a named source, in this order of weight
/// (specification 7). Likeness of content is no support.
/// </summary>
internal sealed partial class SupportIndex
{
    private readonly IReadOnlyList<DossierDocument> documents;
    private readonly ActorList? actors;
    private readonly List<TokenStream> words;
    private readonly Dictionary<string, int> owners = new(StringComparer.Ordinal);
    private readonly QuoteOrigins quotes;
    private readonly TitleIndex titles;

    /// <summary>Reads what points where; positions in the list are the names of the documents.</summary>
    public SupportIndex(IReadOnlyList<DossierDocument> documents, ActorList? actors = null)
    {
        this.documents = documents;
        this.actors = actors;
        words = [.. documents.Select(document => TokenStream.Of(document.Version.Text))];
        quotes = new(words, Flow.Order(documents));
        titles = new([.. documents.Select(document => document.Document.Title)]);
        for (var i = 0; i < documents.Count; i++)
            foreach (var address in (ReadOnlySpan<string>)[documents[i].Document.CanonicalUrl, CanonicalUrl.Of(documents[i].Document.Url)]) owners.TryAdd(address, i);
    }

    /// <summary>The documents that a document points to, each with the strongest pointer and with the places that speak of it.</summary>
    public IReadOnlyDictionary<int, Support> Of(int downstream)
    {
        var found = new Dictionary<int, Support>();
        var text = documents[downstream].Version;
        foreach (var address in TieIndex.AddressesIn(text))
            if (owners.TryGetValue(address, out var upstream) && upstream != downstream)
            {
                var places = TieIndex.PlacesOf(text, address);
                if (places.Count == 0) Add(upstream, new(EdgeSupport.ExplicitLink, address));
                foreach (var place in places) Add(upstream, Support.Cut(EdgeSupport.ExplicitLink, text.Text, place));
            }

        foreach (var upstream in quotes.Of(downstream, words[downstream]))
            if (words[downstream].LongestSharedRun(words[upstream]) is { } run) Add(upstream, Support.Cut(EdgeSupport.QuoteMatch, text.Text, run));
        foreach (var (upstream, places) in titles.NamedIn(words[downstream]))
            foreach (var place in places) Add(upstream, Support.Cut(EdgeSupport.NamedSource, text.Text, place));
        var named = documents.Index().Where(pair => MayBeNamed(pair.Item, documents[downstream])).SelectMany(pair => NamesOf(pair.Item.Document.Publisher!).Select(name => (pair.Index, Name: name)));
        foreach (var publishers in named.GroupBy(pair => pair.Name, pair => pair.Index, StringComparer.Ordinal))
        {
            var places = ReportsOn(publishers.Key, text).ToList();
            foreach (var upstream in publishers)
                foreach (var place in places) Add(upstream, Support.Cut(EdgeSupport.NamedSource, text.Text, place), isExact: false);
        }

        found.Remove(downstream);
        return found;

        void Add(int upstream, Support support, bool isExact = true)
        {
            if (!isExact) support.Exact.Clear();
            if (!found.TryGetValue(upstream, out var known)) found[upstream] = support;
            else
            {
                known.Places.AddRange(support.Places);
                known.Exact.AddRange(support.Exact);
            }
        }
    }

    // A publisher's name stands for its release's main text.
    private static bool MayBeNamed(DossierDocument source, DossierDocument text) =>
        source.Document.Publisher is { Length: > 3 } publisher && !text.IsOwn && !Venue.IsShared(publisher) && !Venue.IsSecondHand(publisher)
        && !(source.IsOwn && source.Relation is not DocumentRelation.Primary) && !Ownership.SamePublisher(publisher, text.Document.Publisher);

    // "Quayside Notebook (Northlight)" is called Northlight too.
    private IEnumerable<string> NamesOf(string publisher) => (actors?.OrganisationsIn(publisher) ?? []).Prepend(Ownership.ShortName(publisher)).Distinct(StringComparer.Ordinal);

    // And only where the sentence reports something.
    private static IEnumerable<Span> ReportsOn(string name, DocumentVersion text)
    {
        for (var at = text.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at > 0 && char.IsLetterOrDigit(text.Text[at - 1])) || (end < text.Text.Length && char.IsLetterOrDigit(text.Text[end]))) continue;
            if (text.PassageAt(new(at, end)) is { } passage && ReportingPattern().IsMatch(text.TextOf(passage))) yield return passage.Span;
        }
    }

    [GeneratedRegex(@"\b(?:according to|said|says|reports?|reported|announced|published|released|writes|wrote|told|claims?|claimed|paper|study|post|researchers (?:at|from))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReportingPattern();
}
