using System.Text.RegularExpressions;

namespace HypeWatch.Literature;

/// <summary>arXiv identifiers, old (<c>cs/0112017</c>) and new (<c>2104.07143</c>), without their version.</summary>
internal static partial class ArxivId
{
    /// <summary>The first identifier in a text such as an address or a reference; null when there is none.</summary>
    public static string? TryParse(string? text) => text is not null && Pattern().Match(text) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>All identifiers that a text marks as such ("arXiv:", an arxiv.org address).</summary>
    public static IEnumerable<string> Marked(string text) => MarkedPattern().Matches(text).Select(match => match.Groups["id"].Value);

    [GeneratedRegex(@"(?<![\d.])(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?:arxiv:\s?|arxiv\.org/(?:abs|pdf|html)/)(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MarkedPattern();
}
