using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>"On all 50 prompts", against "27 of the 50 prompts" elsewhere in the release.</summary>
internal static partial class WholeCheck
{
    /// <summary>Characters after a count in which stands what is counted.</summary>
    private const int Beside = 40;

    public static Contradiction? Find(Statement statement)
    {
        foreach (Match match in All().Matches(statement.Text))
        {
            if (statement.MakesException || Figure.Count(match.Groups["whole"].Value) is not { } whole || whole < 2) continue;
            var noun = match.Groups["noun"].Value.TrimEnd('s');
            foreach (var sentence in statement.Others(2))
            {
                if (!sentence.Text.Contains(noun, StringComparison.OrdinalIgnoreCase) || Part(sentence.Text, whole, statement.IsLong ? noun : "") is not { } part) continue;
                return new(FormattableString.Invariant($"the release elsewhere says {part} of {whole}."), sentence.Quote("evidence"));
            }
        }

        return null;
    }

    /// <summary>How many of a number a sentence reports, when it is fewer than all; in a long work the same number counts many things, so the noun stands beside it.</summary>
    private static int? Part(string text, int whole, string noun)
    {
        foreach (var figure in Figure.In(text))
            if (figure.Whole == whole && figure.Part < whole && !IsExample(text, figure) && text[figure.Span.End..Math.Min(text.Length, figure.Span.End + Beside)].Contains(noun, StringComparison.OrdinalIgnoreCase)) return figure.Part;
        if (noun.Length > 0) return null;
        var split = OfThe().Match(text);
        return split.Success && Figure.Count(split.Groups["whole"].Value) == whole && Figure.Count(split.Groups["part"].Value) is { } part && part < whole ? part : null;
    }

    /// <summary>"One of the five" picks one out to speak about it; only "in one of the five" counts.</summary>
    private static bool IsExample(string text, Figure figure) => figure.Part == 1 && !CountedBefore().IsMatch(text[..figure.Span.Start]);

    [GeneratedRegex(@"\b(?:only|just|merely|in|on|for|at)\s$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountedBefore();

    [GeneratedRegex(@"(?<!\bof\s)\b(?:all|each of the|every one of the)\s(?:of\s)?(?:the\s|our\s)?(?<whole>" + Figure.CountPattern + @")\s(?:[\w-]+\s)?(?<noun>\p{L}{3,})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex All();

    [GeneratedRegex(@"\bof (?:the |our |all )?(?<whole>" + Figure.CountPattern + @")\s[\w -]{2,40},[^.;]{2,120}?\b(?:on|in|for|only|just|with)\s(?:only )?(?<part>" + Figure.CountPattern + @")\b(?!\s?%|\.\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfThe();
}
