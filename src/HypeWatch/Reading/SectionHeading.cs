using System.Buffers;
using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>A line that heads a section of a paper: a number and words, an appendix letter and words, or one of the usual names alone.</summary>
/// <param name="Printed">As printed.</param>
/// <param name="Number">Number or letter with its parts, for example <c>3.1</c> or <c>B.2</c>; empty for a name alone.</param>
/// <param name="Words">The words without the number.</param>
/// <param name="Rest">Text that follows on the same line, after <c>Abstract.</c></param>
internal sealed partial record SectionHeading(string Printed, string Number, string Words, string Rest = "")
{
    /// <summary>Depth, 1 for a section.</summary>
    public int Level => Number.Length == 0 ? 1 : Math.Min(6, Number.Count(c => c == '.') + 1);

    /// <summary>Printed as <c>2.</c> and not <c>2</c>.</summary>
    public bool IsDotted => Number.Length > 0 && Printed.StartsWith(Number + ".", StringComparison.Ordinal);

    /// <summary>The number stands apart from the words by more than one space, as print sets headings and no list or row.</summary>
    public bool IsSetApart => Number.Length > 0 && char.IsAsciiDigit(Number[0]) && Printed.Length > Number.Length + 2 && Printed.AsSpan(Number.Length).TrimStart('.').StartsWith("  ") && Words.Length >= 4 && Words.AsSpan().IndexOfAny(NoTitle) < 0;

    private static readonly SearchValues<char> NoTitle = SearchValues.Create("\\{}<>/%\u2190\u2192\u2265\u2264+*^_");

    /// <summary>A few words, or more of which most begin with a capital.</summary>
    public bool ReadsLikeTitle
    {
        get
        {
            var words = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var telling = words.Where(word => word.Length > 3).ToList();
            return words.Length <= 6 || SectionRoles.Of(Words) is not null || telling.Count(word => !char.IsLower(word[0])) * 2 > telling.Count;
        }
    }

    public static SectionHeading? TryParse(string line)
    {
        var name = NamePattern().Match(line);
        if (name.Success) return new(line, "", line);
        var run = RunInPattern().Match(line);
        if (run.Success) return new(run.Groups["name"].Value, "", run.Groups["name"].Value, run.Groups["rest"].Value);
        var numbered = NumberPattern().Match(line);
        if (numbered.Success && BrokenOff().IsMatch(numbered.Groups["words"].Value))
        {
            // A sentence goes on in the next line: this is an item of a list, or a heading with a line of the other column behind it.
            var glued = GluedPattern().Match(line);
            return glued.Success ? new(line[..glued.Groups["rest"].Index].TrimEnd(), glued.Groups["number"].Value.TrimEnd('.'), glued.Groups["name"].Value, glued.Groups["rest"].Value) : null;
        }

        return numbered.Success && numbered.Groups["words"].Value.Count(char.IsLetter) >= 3
            ? new(line, numbered.Groups["number"].Value.TrimEnd('.'), numbered.Groups["words"].Value.Trim())
            : null;
    }

    /// <summary>Small capitals come out as single letters: <c>A BSTRACT</c>.</summary>
    [GeneratedRegex(
        @"^(?:A ?bstract|I ?ntroduction|R ?eferences|B ?ibliography|A ?cknowled?ge?ments?|R ?elated W ?ork|C ?onclusions?|D ?iscussion|L ?imitations?|B ?ackground|M ?ethods?|R ?esults|A ?ppendix|A ?ppendices|Supplementary Materials?|Ethics Statement|Broader Impacts?|Impact Statement|Reproducibility Statement|Author Contributions|Limitations and Future Work|Discussion and Limitations)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^(?<name>Abstract|ABSTRACT)\s?[.:\u2014\u2013-]\s{0,3}(?<rest>\S.{10,})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RunInPattern();

    [GeneratedRegex(@"\s(?:a|an|the|of|for|to|in|on|at|by|with|from|and|or|but|that|which|is|are|was|were|be|both|we|our|their|its|this|these|as|than|into)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BrokenOff();

    [GeneratedRegex(@"^(?<number>\d{1,2}\.?)\s{1,8}(?<name>Introduction|Background|Related Work|Preliminaries|Methods?|Results|Discussion|Limitations|Conclusions?)\s{1,8}(?<rest>\p{Ll}.{10,})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GluedPattern();

    [GeneratedRegex(@"^(?<number>\d{1,2}(?:\.\d{1,2}){0,3}\.?|(?:Appendix )?[A-Z](?:\.\d{1,2}){0,3}\.?)[ :]{1,8}(?<words>[A-Z\u201c""][^.;=|]{2,90}[^.,;:=|\s-])$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberPattern();
}
