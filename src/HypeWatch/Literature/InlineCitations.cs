using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>A citation by author and year in running text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="FirstAuthor">Family name of the first author.</param>
/// <param name="Year">Year as printed, without letter.</param>
public readonly record struct InlineCitation(Span Span, string FirstAuthor, int Year)
{
    /// <summary>Whether an entry of a reference list has this first author and this year.</summary>
    public bool IsEntry(Reference entry)
    {
        if (entry.Year is { } year && year != Year) return false;
        var name = TitleKey.Of(FirstAuthor);
        return entry.Authors.Count > 0
            ? TitleKey.Contains(TitleKey.Of(entry.Authors[0]), name)
            : entry.Year is not null && TitleKey.Contains(TitleKey.Of(entry.Text[..Math.Min(entry.Text.Length, 80)]), name);
    }
}

/// <summary>
/// Finds citations by author and year: "Author et al. (2021)", "(Author and Other, 2021; Third 2019)", and runs whose separators were lost on the
/// way from the page ("Author, 2016Other-Name and Third, 2017").
/// </summary>
public static partial class InlineCitations
{
    /// <summary>Capitalised words that stand before years without being names: months, venues, models, parts of a text.</summary>
    private static readonly HashSet<string> NoNames = new(
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Since", "In", "By", "Until", "From", "After",
            "Before", "During", "Early", "Late", "Mid", "Summer", "Winter", "Spring", "Autumn", "Fall", "NeurIPS", "ICML", "ICLR", "ACL", "EMNLP", "Section", "Figure", "Table",
            "Appendix", "Copyright", "The", "Of", "And", "Version",
        ],
        StringComparer.Ordinal);

    /// <summary>All citations of a text, in order.</summary>
    public static IEnumerable<InlineCitation> Find(string text) => Find(text, new(0, text.Length));

    /// <summary>All citations of a part of a text, in order; spans refer to the whole text.</summary>
    public static IEnumerable<InlineCitation> Find(string text, Span within)
    {
        foreach (Match match in Pattern().Matches(text[within.Start..within.End]))
        {
            var name = match.Groups["name"].Value;
            if (NoNames.Contains(name) || name.All(char.IsUpper)) continue;
            var start = within.Start + match.Index;
            yield return new(new(start, start + match.Length), name, int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?<name>\p{Lu}[\p{L}'\u2019]{1,30}(?:-\p{Lu}[\p{L}'\u2019]{1,30})?)(?:,? et al\.?|(?:, \p{Lu}[\p{L}'\u2019-]{1,40}){0,5},? (?:and|&) \p{Lu}[\p{L}'\u2019-]{1,40})?(?:,?\s{0,2}[(\[](?<year>(?:19|20)\d\d)(?!\d)[a-e]?(?!\p{Ll})[)\]]?|,?\s{0,2}(?<year>(?:19|20)\d\d)(?!\d)[a-e]?(?!\p{Ll}))",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
