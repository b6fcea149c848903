using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>"Significantly better", against the release's own test of it, which gives a p above the usual level or calls the difference chance.</summary>
internal static partial class SignificanceCheck
{
    /// <summary>The level that "significant" means where nothing else is said.</summary>
    private const double Level = 0.05;

    private const int Shared = 2, SharedInLong = 4;

    public static Contradiction? Find(Statement statement)
    {
        if (!Claimed().IsMatch(statement.Text) || Denied().IsMatch(statement.Text) || statement.MakesException || PValue().IsMatch(statement.Text)) return null;
        var home = statement.Home.Version.PassageAt(statement.Claim.Span);
        var beside = statement.Paragraph().Select(text => text.Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in statement.Others(1))
        {
            var shared = DossierReading.SharedTopic(statement.Words, HypeWatch.Lexicons.ContentWords.Of(sentence.Text));
            var isBeside = !statement.IsLong && sentence.Document.Version.Id == statement.Claim.Version && (sentence.Passage.Paragraph == home?.Paragraph || beside.Contains(sentence.Text.Trim()));
            if (shared < (statement.IsLong ? SharedInLong : isBeside ? 1 : Shared)) continue;
            var values = PValue().Matches(sentence.Text).Select(Read).ToList();
            if (values.Exists(value => value <= Level)) return null;
            if (values.Count > 0 || Chance().IsMatch(sentence.Text))
                return new(values.Count > 0 ? FormattableString.Invariant($"the test behind it gives p = {values[0]}.") : "the text behind it does not find the difference significant.", sentence.Quote("evidence"));
        }

        return null;
    }

    private static double Read(Match match) =>
        match.Groups["sign"].Value is ">" or "\u2265"
            ? Math.Max(double.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture), Level + 0.001)
            : double.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?:statistically |highly )?significant(?:ly)?\s(?:\w+\s){0,2}?(?:better|worse|more|less|higher|lower|larger|smaller|faster|fewer|greater|stronger|weaker|improv\w*|increas\w*|reduc\w*|decreas\w*|outperform\w*|difference\w*|gains?|effects?|beats?|exceed\w*)\b|\b(?:improv\w*|increas\w*|reduc\w*|decreas\w*|outperform\w*|differ\w*|rais\w*|lower\w*|gains?|beats?)\b[^.;]{0,60}\b(?:statistically )?significant(?:ly)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Claimed();

    [GeneratedRegex(@"\b(?:not|no|nor|neither|never|without|hardly|barely|insignificant\w*|whether|if)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\bp(?:[\s-]?value)?\s?(?:of\s|was\s|is\s)?(?<sign>[=<>\u2264\u2265\u2248~])\s?(?<n>[01]?\.\d+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PValue();

    [GeneratedRegex(@"\b(?:not|no) (?:\w+ )?(?:statistically )?significant(?:ly)?\b|\b(?:within|inside|indistinguishable from|no more than) (?:the )?(?:chance|noise|error|margin of error|seed variance|one standard error)\b|\bintervals? (?:\w+ )?(?:includes?|covers?|contains?|crosses?|spans?) (?:zero|0|one|1)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chance();
}
