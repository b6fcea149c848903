using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>A headline's figure against the figure that the body gives for the same thing, where the headline's own stands nowhere else.</summary>
internal static partial class RepeatedFigureCheck
{
    /// <summary>Shared words over the words of the shorter sentence from which on both report the same.</summary>
    private const double Same = 0.6;

    private const double SameInLong = 0.8;

    private const int FewestWords = 4;

    public static Contradiction? Find(Statement statement)
    {
        if (!(statement.Claim.IsHeadline || statement.Claim.Place is Place.Promo or Place.Social || statement.Home.Relation is not (DocumentRelation.Primary or DocumentRelation.Appendix))) return null;
        var told = Figure.In(statement.Text).Where(figure => figure.IsRate || figure.Value < 1).ToList();
        if (told.Count != 1) return null;
        var others = statement.Others(2).ToList();
        if (others.Exists(sentence => Figure.In(sentence.Text).Any(figure => told[0].Agrees(figure)))) return null;
        foreach (var sentence in others)
        {
            if (sentence.Passage.Place is Place.Table or Place.FigureCaption) continue;
            var figures = Figure.In(sentence.Text).Where(figure => figure.IsRate == told[0].IsRate).ToList();
            var words = ContentWords.Of(sentence.Text);
            var shared = ContentWords.Shared(statement.Words, words);
            if (figures.Count != 1 || statement.Text.Contains(FormattableString.Invariant($"{figures[0].Part ?? figures[0].Value}"), StringComparison.Ordinal) || OtherNames(statement.Text, sentence.Text) || OtherCondition().IsMatch(statement.Text) != OtherCondition().IsMatch(sentence.Text) || shared < FewestWords || shared < (statement.IsLong ? SameInLong : Same) * Math.Min(words.Count, statement.Words.Count)) continue;
            return new($"the text behind it gives {DossierReading.Cite(figures[0].Span.Of(sentence.Text))} for it.", sentence.Quote("evidence"));
        }

        return null;
    }

    /// <summary>Each sentence names something that the other does not: two models, two sets.</summary>
    private static bool OtherNames(string a, string b)
    {
        var (mine, theirs) = (Names(a), Names(b));
        return mine.Except(theirs).Any() && theirs.Except(mine).Any();
    }

    /// <summary>The outcome of a control or an alternative stands beside the outcome itself.</summary>
    [GeneratedRegex(@"\b(?:other|others|another|random\w*|control\w*|baselines?|plain|untrained|shuffled|permuted|instead|without|blindly|alone)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherCondition();

    private static HashSet<string> Names(string text) =>
        NamePattern().Matches(text).Where(match => match.Index > 0 || match.Value.Any(letter => letter is '-' || char.IsDigit(letter))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b\p{Lu}[\p{L}\d]*(?:[-.][\p{L}\d]+)*", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();
}
