using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>A number of things and the list of them in one sentence: "four families (A, B and C)".</summary>
internal static partial class ListCheck
{
    public static Contradiction? Find(Statement statement)
    {
        foreach (Match match in Counted().Matches(statement.Text))
        {
            if (Figure.Count(match.Groups["count"].Value) is not { } told || Items(match.Groups["list"].Value) is not { } listed || listed == told) continue;
            return new(
                FormattableString.Invariant($"{match.Groups["count"].Value} are announced and {listed} are named."),
                Statement.Quote(statement.Home, new(statement.Span.Start + match.Index, statement.Span.Start + match.Index + match.Length)));
        }

        return null;
    }

    /// <summary>How many things a closed list names; null when it may be open or is no list of names.</summary>
    private static int? Items(string list)
    {
        if (Open().IsMatch(list)) return null;
        var items = Separator().Split(list.Trim()).Where(item => item.Trim().Length > 0).ToList();
        return items.Count >= 2 && Closed().IsMatch(list) && items.TrueForAll(item => item.Trim().Split(' ').Length <= 4) ? items.Count : null;
    }

    [GeneratedRegex(
        @"\b(?<count>two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[0-2])\s(?:[\w-]+\s){0,3}?(?:families|models|datasets|tasks|languages|benchmarks|layers|methods|baselines|domains|architectures|sizes|concepts|seeds|settings|behaviou?rs|categories|types|kinds|groups|experiments|stages|mechanisms|tests|labs|companies|families of models)\s?(?:\((?:namely |i\.e\.,? )?(?<list>[^()]{5,200})\)|(?::|,\snamely|\u2014)\s(?<list>[^.;:()]{5,200})(?=[.;]|$))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:e\.g|etc|such as|including|for example|for instance|among|et al|see|table|figure|section|appendix|others?|more|each|all|with|from|to|we|is|are|was|were|than|both|per)\b|[%=<>\u2013]|\d{4}|\.\.\.", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"\s*,\s*(?:and|or)\s+|\s*[,;]\s*|\s+(?:and|or|&)\s+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Separator();

    /// <summary>A list that ends in "and": the writer says that it is whole.</summary>
    [GeneratedRegex(@"\b(?:and|or|&)\s[^,;]+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closed();
}
