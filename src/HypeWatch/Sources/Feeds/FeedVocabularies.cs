using System.Collections.Frozen;

namespace HypeWatch.Sources.Feeds;

/// <summary>
/// Short names of the vocabularies met in feeds: <c>rss</c> for every RSS and for elements without a namespace, <c>atom</c> for Atom 0.3 and 1.0, and the
/// customary prefixes of the others. Feeds vary case, trailing slashes and spaces of the addresses, and use customary prefixes without declaring them.
/// </summary>
internal static class FeedVocabularies
{
    /// <summary>A default namespace that is none of the known ones.</summary>
    public const string Unknown = "?";

    private static readonly FrozenDictionary<string, string> ByAddress = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "rss",
        ["http://purl.org/rss/1.0"] = "rss",
        ["http://my.netscape.com/rdf/simple/0.9"] = "rss",
        ["http://channel.netscape.com/rdf/simple/0.9"] = "rss",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://www.w3.org/2005/atom"] = "atom",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://purl.org/dc/elements/1.1"] = "dc",
        ["http://purl.org/dc/elements/1.0"] = "dc",
        ["http://purl.org/dc/terms"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content"] = "content",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/2000/svg"] = "svg",
        ["http://www.w3.org/1998/math/mathml"] = "mathml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // What a prefix without a declaration customarily stands for.
    private static readonly FrozenDictionary<string, string> ByPrefix = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["rdf"] = "rdf", ["dc"] = "dc", ["dcterms"] = "dcterms", ["content"] = "content", ["itunes"] = "itunes", ["media"] = "media", ["atom"] = "atom", ["xhtml"] = "xhtml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The short name of a declared address; the prefix itself, in lower case, when it is none of the known ones.</summary>
    public static string OfAddress(string address, string prefix)
    {
        var trimmed = address.Trim().TrimEnd('/');
        if (ByAddress.TryGetValue(trimmed, out var known)) return known;
        // UserLand's address went through several versions (backend.userland.com/rss, .../rss2, blogs.law.harvard.edu/tech/rss).
        if (trimmed.Contains("userland.com/rss", StringComparison.OrdinalIgnoreCase) || trimmed.Contains("law.harvard.edu/tech/rss", StringComparison.OrdinalIgnoreCase)) return "rss";
        return prefix.Length == 0 ? Unknown : prefix.ToLowerInvariant();
    }

    /// <summary>The short name for a prefix that is not declared.</summary>
    public static string OfPrefix(string prefix) => prefix.Length == 0 ? "rss" : ByPrefix.GetValueOrDefault(prefix) ?? prefix.ToLowerInvariant();
}
