using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace HypeWatch.Http;

/// <summary>
/// The rules of a robots.txt that concern one program (RFC 9309): those of all groups that name it, else those of the groups for everybody. The longest
/// matching rule decides, Allow where two are equally long; <c>*</c> and a final <c>$</c> are understood. What is unclear is read as the stricter: the usual
/// misspellings of <c>Disallow</c> count, and an escape that RFC 9309 section 2.2.2 would resolve may widen a Disallow, never an Allow. Crawl-delay is no part of the RFC, but sites that we read use it.
/// </summary>
/// <param name="Rules">Allow and Disallow patterns in order.</param>
/// <param name="CrawlDelay">Wished pause between requests, at most a minute; zero when none is stated.</param>
internal sealed record Robots(IReadOnlyList<RobotsRule> Rules, TimeSpan CrawlDelay)
{
    /// <summary>The name by which a robots.txt addresses this program, and its name in the User-Agent.</summary>
    public const string ProductToken = "HypeWatch";

    /// <summary>Bytes of a robots.txt that are looked at (RFC 9309 section 2.5 asks for 500 KiB at least).</summary>
    public const int MaxBytes = 512_000;

    private const int MaxRules = 2_000;
    private const double MaxCrawlDelaySeconds = 60;

    // Those that google/robotstxt accepts too.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AgentNames = Names("user-agent", "useragent", "user agent");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DisallowNames = Names("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw");

    /// <summary>Everything is allowed.</summary>
    public static Robots AllowAll { get; } = new([], TimeSpan.Zero);

    /// <summary>Reads a robots.txt; lines that are no rules are ignored.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="agent">Product token of the program that asks.</param>
    public static Robots Parse(ReadOnlySpan<byte> file, string agent = ProductToken)
    {
        var text = Encoding.UTF8.GetString(file.Length > MaxBytes ? file[..MaxBytes] : file).TrimStart('\uFEFF');
        var own = new Group();
        var everybody = new Group();
        bool ours = false, theirs = false, namesEnded = true;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            if (!Split(raw, out var key, out var value)) continue;
            if (AgentNames.Contains(key))
            {
                if (namesEnded) ours = theirs = namesEnded = false;
                var isEverybody = value is ['*'] || (value.Length > 1 && value[0] == '*' && char.IsWhiteSpace(value[1]));
                ours |= !isEverybody && Token(value).Equals(agent, StringComparison.OrdinalIgnoreCase);
                theirs |= isEverybody;
                own.Named |= ours;
                continue;
            }

            var allow = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            var isRule = allow || DisallowNames.Contains(key);
            // A line that is neither, such as Sitemap, does not end the list of names (RFC 9309 section 2.2.4).
            if (!isRule && !key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase)) continue;
            namesEnded = true;
            if (ours) own.Take(isRule, allow, value);
            if (theirs) everybody.Take(isRule, allow, value);
        }

        var group = own.Named ? own : everybody;
        return new(group.Rules, group.Delay);
    }

    /// <summary>The rule that forbids a path with its query; null when it may be read.</summary>
    public string? Forbids(string pathAndQuery)
    {
        if (Rules.Count == 0 || pathAndQuery == "/robots.txt") return null;
        var path = new RobotsPath(pathAndQuery);
        RobotsRule? best = null;
        foreach (var rule in Rules)
        {
            if (best is not null && (rule.Pattern.Length < best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && !rule.Allow))) continue;
            if (rule.Matches(path)) best = rule;
        }

        return best is { Allow: false } ? best.Pattern : null;
    }

    // A line without a colon counts when it is two words.
    private static bool Split(ReadOnlySpan<char> raw, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        var line = (raw.IndexOf('#') is >= 0 and var comment ? raw[..comment] : raw).Trim();
        var cut = line.IndexOf(':');
        if (cut < 0)
        {
            cut = line.IndexOfAny(' ', '\t');
            if (cut < 0 || line[(cut + 1)..].Trim().IndexOfAny(' ', '\t') >= 0) cut = -1;
        }

        key = cut <= 0 ? default : line[..cut].Trim();
        value = cut <= 0 ? default : line[(cut + 1)..].Trim();
        return cut > 0;
    }

    // RFC 9309 section 2.2.1: letters, "_" and "-"; what follows, such as a version, is no part of the name.
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_')) end++;
        return value[..end];
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, names).GetAlternateLookup<ReadOnlySpan<char>>();

    private sealed class Group
    {
        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan Delay { get; private set; }

        public bool Named { get; set; }

        public void Take(bool isRule, bool allow, ReadOnlySpan<char> value)
        {
            if (isRule)
            {
                if (Rules.Count >= MaxRules || value.Length == 0 || value[0] is not ('/' or '*')) return;
                Rules.Add(new(allow, RobotsPath.Escaped(value.ToString())));
                // The index page of a folder is the folder.
                if (allow && value.LastIndexOf('/') is >= 0 and var slash && value[slash..].StartsWith("/index.htm")) Rules.Add(new(true, RobotsPath.Escaped(value[..(slash + 1)].ToString()) + "$"));
            }
            else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                Delay = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, MaxCrawlDelaySeconds));
            }
        }
    }
}
