using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>
/// A number of things and the list of them, in one sentence ("four families (A, B and C)"), or in two ("four families"; "the families are A, B and C").
/// </summary>
internal static partial class ListCheck
{
    private const int LongestName = 4;

    public static Contradiction? Find(Statement statement) => Beside(statement) ?? Apart(statement);

    private static Contradiction? Beside(Statement statement)
    {
        foreach (Match match in Counted().Matches(statement.Text))
        {
            if (Figure.Count(match.Groups["count"].Value) is not { } told || Items(match.Groups["list"].Value, match.Groups["list"].Value.Length > 0 && statement.Text[match.Groups["list"].Index - 1] == '(') is not { } listed || listed == told) continue;
            return new(
                FormattableString.Invariant($"{match.Groups["count"].Value} are announced and {listed} are named."),
                Statement.Quote(statement.Home, new(statement.Span.Start + match.Index, statement.Span.Start + match.Index + match.Length)));
        }

        return null;
    }

    /// <summary>Another sentence that says which they are: "the families are A, B and C". It speaks of the same things when it has the noun and its adjectives.</summary>
    private static Contradiction? Apart(Statement statement)
    {
        if (statement.MakesException) return null;
        foreach (Match match in Announced().Matches(statement.Text))
        {
            if (Figure.Count(match.Groups["count"].Value) is not { } told || told < 3) continue;
            var noun = match.Groups["noun"].Value;
            foreach (var sentence in statement.Others(0))
            {
                if (Named().Match(sentence.Text) is not { Success: true } list || !list.Groups["noun"].Value.Equals(noun, StringComparison.OrdinalIgnoreCase)) continue;
                if (Partial().IsMatch(sentence.Text) || Items(list.Groups["list"].Value, isClosed: false) is not { } listed) continue;
                if (listed == told) return null;
                // A longer list may name things of another sort; one that is shorter leaves some out.
                if (listed < told) return new(FormattableString.Invariant($"{told} are announced and {listed} are named."), sentence.Quote("evidence"));
            }
        }

        return null;
    }

    /// <summary>How many things a closed list names; null when it may be open or is no list of names. What stands in brackets behind the number is closed without an "and".</summary>
    private static int? Items(string list, bool isClosed)
    {
        if (Open().IsMatch(list)) return null;
        var items = Separator().Split(list.Trim()).Select(item => item.Trim()).Where(item => item.Length > 0).ToList();
        if (items.Count < 2 || items.Exists(item => item.Split(' ').Length > LongestName)) return null;
        if (Closed().IsMatch(list)) return items.Count;
        return isClosed && items.TrueForAll(item => char.IsUpper(item[0])) ? items.Count : null;
    }

    private const string Nouns = "families|models|datasets|tasks|languages|benchmarks|layers|methods|baselines|domains|architectures|sizes|concepts|seeds|settings|behaviou?rs|categories|types|kinds|groups|experiments|stages|mechanisms|tests|labs|companies|corpora|sets|checkpoints|genres|metrics";

    [GeneratedRegex(
        @"(?<!\b(?:tables?|figures?|fig\.|sections?|appendix|step|part|layers?|lists?)\s)\b(?<count>two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[0-2])\s(?:(?!the\b|of\b|an?\b|our\b)[\w-]+\s){0,3}?(?:" + Nouns + @"|families of models)\s?(?:\((?:namely |i\.e\.,? )?(?<list>[^()]{5,200})\)|(?::|,\snamely|\u2014)\s(?<list>[^.;:()]{5,200})(?=[.;]|$))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<!\b(?:of|first|last|other|another|least|than|only)\s(?:the\s)?)\b(?<count>three|four|five|six|seven|eight|nine|ten|[3-9]|1[0-2])\s(?:[\w-]+\s){0,2}?(?<noun>" + Nouns + @")\b(?!\s?\()", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"^(?:The|Our|These)\s(?:[\w-]+\s){0,2}?(?<noun>" + Nouns + @")\s(?:(?:that\s)?(?:we\s)?(?:used?|studied|study|tested|examined|considered|evaluated|scanned)\s)?(?:are|were|comprise|consist of)\s(?:the\s)?(?<list>\p{Lu}[^.;:()]{5,200})\.?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:some|other|remaining|further|additional|best|worst|largest|smallest|first|last|held-out|new|hard\w*|eas\w+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Partial();

    [GeneratedRegex(@"\b(?:e\.g|etc|such as|including|for example|for instance|among|et al|see|table|figure|section|appendix|others?|more|each|all|with|from|to|we|is|are|was|were|than|both|per)\b|[%=<>\u2013]|\d{4}|\.\.\.", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"\s*,\s*(?:and|or)\s+|\s*[,;]\s*|\s+(?:and|or|&)\s+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Separator();

    /// <summary>A list that ends in "and": the writer says that it is whole.</summary>
    [GeneratedRegex(@"\b(?:and|or|&)\s[^,;]+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closed();
}
