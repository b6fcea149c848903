using System.Text;
using System.Text.RegularExpressions;

namespace HypeWatch.Http;

/// <summary>
/// Reservations against text and data mining that come with an answer: the header or tag <c>tdm-reservation</c> (W3C TDM Reservation Protocol), and <c>noai</c> in
/// <c>X-Robots-Tag</c> or a robots tag. What is reserved is not read; the reason is told.
/// </summary>
internal static partial class MiningRights
{
    private const int LookedAtBytes = 64 * 1024;

    /// <summary>How an answer reserves mining; null when it does not.</summary>
    public static string? Find(IReadOnlyDictionary<string, string> headers, ReadOnlySpan<byte> body)
    {
        if (headers.TryGetValue("tdm-reservation", out var reserved) && reserved.Trim() == "1") return "its header tdm-reservation reserves text and data mining";
        if (headers.TryGetValue("X-Robots-Tag", out var robots) && Speaks(robots)) return "its header X-Robots-Tag says noai";
        if (headers.GetValueOrDefault("Content-Type")?.Contains("html", StringComparison.OrdinalIgnoreCase) != true) return null;
        foreach (Match tag in Meta().Matches(Encoding.Latin1.GetString(body[..Math.Min(body.Length, LookedAtBytes)])))
        {
            var name = Attribute("name", tag.Value);
            var content = Attribute("content", tag.Value);
            if (name.Equals("tdm-reservation", StringComparison.OrdinalIgnoreCase) && content.Trim() == "1") return "its tag tdm-reservation reserves text and data mining";
            if (name.Equals("robots", StringComparison.OrdinalIgnoreCase) || name.Equals(Robots.ProductToken, StringComparison.OrdinalIgnoreCase))
            {
                if (Speaks(content)) return $"its tag {name.ToLowerInvariant()} says noai";
            }
        }

        return null;
    }

    // "noai" for all, or behind the name of this program; what is said to another crawler is not meant for us.
    private static bool Speaks(string directives)
    {
        var isForUs = true;
        foreach (var part in directives.Split(',', StringSplitOptions.TrimEntries))
        {
            var directive = part;
            if (part.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                isForUs = part[..colon].Trim().Equals(Robots.ProductToken, StringComparison.OrdinalIgnoreCase);
                directive = part[(colon + 1)..].Trim();
            }

            if (isForUs && directive.Equals("noai", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static string Attribute(string name, string tag) =>
        Pair().Matches(tag).FirstOrDefault(pair => pair.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))?.Groups["value"].Value.Trim('"', '\'') ?? "";

    [GeneratedRegex(@"<meta\s[^>]{0,500}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Meta();

    [GeneratedRegex("""(?<name>[A-Za-z-]{1,20})\s{0,4}=\s{0,4}(?<value>"[^"]{0,300}"|'[^']{0,300}'|[^\s"'>]{1,300})""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pair();
}
