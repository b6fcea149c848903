using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>What print repeats on each page, and the numbers of the pages.</summary>
internal sealed partial class RunningHeads
{
    private const int FewestPages = 4;
    private const int FewestLetters = 12;
    private const int MostLetters = 250;
    private const int MostSpaces = 40;

    private readonly HashSet<string> heads;

    /// <summary>Learns them from the lines of a document.</summary>
    public RunningHeads(IEnumerable<string> lines) =>
        heads = lines.Select(KeyOf).OfType<string>().GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() >= FewestPages).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a line is no part of the text.</summary>
    public bool Holds(string line) =>
        int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out _) || !line.Any(char.IsLetterOrDigit) || (KeyOf(line) is { } key && heads.Contains(key));

    /// <summary>Whether a running head that opens the document is its title, which many styles repeat, and no remark on where it appeared.</summary>
    public static bool IsTitle(string line) => KeyOf(line) is not null && !VenuePattern().IsMatch(line);

    // Page numbers, dates and spaces differ from page to page.
    private static string? KeyOf(string line)
    {
        var key = new string([.. line.Where(char.IsLetter)]);
        return key.Length is >= FewestLetters and <= MostLetters && line.Count(c => c == ' ') < MostSpaces ? key : null;
    }

    [GeneratedRegex(@"\b(?:published|under review|preprint|submitted|accepted|to appear|proceedings|conference|workshop|journal|transactions|arxiv|copyright|license|volume|vol\.|doi)\b|\u00a9", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VenuePattern();
}
