using System.Globalization;
using System.Text;

namespace HypeWatch.Http;

/// <summary>
/// The rules of a robots.txt that concern this program (RFC 9309): those of all groups that name it, else those of the groups for everybody. The
/// longest matching rule decides, Allow where two are equally long; <c>*</c> and a final <c>$</c> are understood. Crawl-delay is no part of the RFC, but sites that we read use it.
/// </summary>
/// <param name="Rules">Allow and Disallow patterns in order.</param>
/// <param name="CrawlDelay">Wished pause between requests, at most a minute; zero when none is stated.</param>
internal sealed record Robots(IReadOnlyList<Robots.Rule> Rules, TimeSpan CrawlDelay)
{
    /// <summary>The name by which a robots.txt addresses this program, and its name in the User-Agent.</summary>
    public const string ProductToken = "HypeWatch";

    /// <summary>Bytes of a robots.txt that are looked at (RFC 9309 section 2.5 asks for 500 KiB at least).</summary>
    public const int MaxBytes = 512_000;

    private const int MaxRules = 2_000;
    private const double MaxCrawlDelaySeconds = 60;

    /// <summary>Everything is allowed.</summary>
    public static Robots AllowAll { get; } = new([], TimeSpan.Zero);

    /// <summary>One pattern.</summary>
    /// <param name="Allow">Whether it allows.</param>
    /// <param name="Pattern">Path pattern.</param>
    public sealed record Rule(bool Allow, string Pattern);

    /// <summary>Reads a robots.txt; lines that are no rules are ignored.</summary>
    public static Robots Parse(ReadOnlySpan<byte> file)
    {
        var text = Encoding.UTF8.GetString(file.Length > MaxBytes ? file[..MaxBytes] : file).TrimStart('\uFEFF');
        var own = new Group();
        var everybody = new Group();
        bool ours = false, theirs = false, namesEnded = true;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.IndexOf('#') is >= 0 and var comment ? raw[..comment] : raw;
            var colon = line.IndexOf(':');
            if (colon < 0) continue;
            var key = line[..colon].Trim();
            var value = line[(colon + 1)..].Trim();

            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (namesEnded) ours = theirs = namesEnded = false;
                ours |= value.Equals(ProductToken, StringComparison.OrdinalIgnoreCase);
                theirs |= value is "*";
                own.Named |= ours;
                continue;
            }

            namesEnded = true;
            if (ours) own.Take(key, value);
            if (theirs) everybody.Take(key, value);
        }

        var group = own.Named ? own : everybody;
        return new(group.Rules, group.Delay);
    }

    /// <summary>The rule that forbids a path with its query; null when it may be read.</summary>
    public string? Forbids(string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt") return null;
        var path = Normal(pathAndQuery);
        Rule? best = null;
        foreach (var rule in Rules)
        {
            if (best is not null && (rule.Pattern.Length < best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && !rule.Allow))) continue;
            if (Matches(rule.Pattern, path)) best = rule;
        }

        return best is { Allow: false } ? best.Pattern : null;
    }

    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var parts = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        if (parts.Length == 1) return !anchored || path.Length == parts[0].Length;

        // Taking each part at its first place leaves the most room for those after it.
        var at = parts[0].Length;
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }

        var last = parts[^1];
        return anchored ? path.Length - last.Length >= at && path.EndsWith(last, StringComparison.Ordinal) : path.IndexOf(last, at, StringComparison.Ordinal) >= 0;
    }

    // RFC 9309 section 2.2.2: both sides are compared with non-ASCII octets and %-escapes in one spelling.
    private static string Normal(string path)
    {
        var builder = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (value == '%' && i + 2 < bytes.Length && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                i += 2;
                if (char.IsAsciiLetterOrDigit((char)escaped) || (char)escaped is '-' or '.' or '_' or '~') builder.Append((char)escaped);
                else builder.Append(CultureInfo.InvariantCulture, $"%{escaped:X2}");
            }
            else if (value is <= 0x20 or >= 0x7F)
            {
                builder.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
            else
            {
                builder.Append((char)value);
            }
        }

        return builder.ToString();
    }

    private sealed class Group
    {
        public List<Rule> Rules { get; } = [];

        public TimeSpan Delay { get; private set; }

        public bool Named { get; set; }

        public void Take(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
        {
            var allow = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if ((allow || key.Equals("disallow", StringComparison.OrdinalIgnoreCase)) && value.Length > 0 && value[0] is '/' or '*')
            {
                if (Rules.Count < MaxRules) Rules.Add(new(allow, Normal(value.ToString())));
            }
            else if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase) &&
                double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                Delay = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, MaxCrawlDelaySeconds));
            }
        }
    }
}
