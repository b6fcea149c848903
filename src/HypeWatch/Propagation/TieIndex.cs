using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>What ties texts to each other: links, titles, quotations and release keys, found once for all of them.</summary>
internal sealed partial class TieIndex
{
    private const int MaxTextsOfAQuote = 64;

    private readonly IReadOnlyList<DocumentVersion> versions;
    private readonly List<HashSet<int>> links = [], titles = [], quotes = [];

    /// <summary>Reads the ties between versions; their positions in the list are their names.</summary>
    public TieIndex(IReadOnlyList<DocumentVersion> versions)
    {
        this.versions = versions;
        var words = versions.Select(version => TokenStream.Of(version.Text)).ToList();
        var titleIndex = new TitleIndex([.. versions.Select(version => version.Document.Title)]);
        var quoteIndex = new QuoteIndex(words, MaxTextsOfAQuote);
        var addresses = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < versions.Count; i++)
        {
            addresses.TryAdd(versions[i].Document.CanonicalUrl, i);
            addresses.TryAdd(CanonicalUrl.Of(versions[i].Document.Url), i);
        }

        for (var i = 0; i < versions.Count; i++)
        {
            links.Add([.. from address in AddressesIn(versions[i]) where addresses.ContainsKey(address) let target = addresses[address] where target != i select target]);
            titles.Add([.. titleIndex.NamedIn(words[i]).Keys.Where(target => target != i)]);
            quotes.Add(quoteIndex.SharedWith(i, words[i]));
        }
    }

    /// <summary>How a text is tied to a target. A quotation ties both ways; which text is the source is for the dates to say.</summary>
    public Ties Between(int text, int target) =>
        (links[text].Contains(target) ? Ties.Link : Ties.None) | (titles[text].Contains(target) ? Ties.Title : Ties.None)
        | (quotes[text].Contains(target) ? Ties.Quote : Ties.None)
        | (versions[text].Document.ReleaseHint is { } hint && hint == versions[target].Document.ReleaseHint ? Ties.Hint : Ties.None);

    /// <summary>The canonical addresses that a text points to: hyperlinks, references, and addresses printed in running text.</summary>
    internal static IEnumerable<string> AddressesIn(DocumentVersion version)
    {
        var linked = version.Links.Select(link => link.Url);
        var cited = version.References.SelectMany(AddressesOf);
        var printed = AddressPattern().Matches(version.Text).Select(match => AddressOf(match.Value));
        return linked.Concat(cited).Concat(printed).Select(CanonicalUrl.Of).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The places in running text where an address is printed or hidden behind words, in order; none when it stands only in the reference list.</summary>
    internal static IReadOnlyList<Span> PlacesOf(DocumentVersion version, string canonicalUrl)
    {
        var linked = version.Links.Where(link => link.Span.Length > 0 && link.Span.End <= version.Text.Length && CanonicalUrl.Of(link.Url) == canonicalUrl).Select(link => link.Span);
        var printed = AddressPattern().Matches(version.Text).Where(match => CanonicalUrl.Of(AddressOf(match.Value)) == canonicalUrl).Select(match => new Span(match.Index, match.Index + match.Length));
        return [.. linked.Concat(printed).Distinct()];
    }

    private static IEnumerable<string> AddressesOf(Reference reference)
    {
        if (reference.Url is { } url) yield return url;
        if (reference.Arxiv is { } arxiv) yield return "https://arxiv.org/abs/" + arxiv;
        if (reference.Doi is { } doi) yield return "https://doi.org/" + doi;
    }

    private static string AddressOf(string printed) =>
        printed.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? printed.TrimEnd('.', ',', ';', ':', '!', '?')
        : CanonicalUrl.ArxivId(printed) is { } id ? "https://arxiv.org/abs/" + id : printed;

    [GeneratedRegex("""https?://[^\s<>"'()\[\]{}]{3,500}|\barXiv:\s?\d{4}\.\d{4,5}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex AddressPattern();
}
