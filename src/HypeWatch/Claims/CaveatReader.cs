using System.Text.RegularExpressions;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Finds the sentences that limit what a text claims, and tells the specific ones from boilerplate (specification 1, caveat).</summary>
public sealed partial class CaveatReader(LexiconSet lexicons, LimitationReader limitations)
{
    /// <summary>Where no word of the lists says so, the model must be sure: it learnt from medical articles.</summary>
    private const double Sure = 0.8;

    /// <summary>What a sentence limits; null when it limits nothing.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="place">Where it stands; in a section on limitations every statement counts.</param>
    /// <param name="context">The sentence with its neighbours and its heading; null asks the word lists alone.</param>
    public (CaveatKind Kind, bool IsSpecific)? Read(string text, Span sentence, Place place, SentenceInContext? context = null)
    {
        var words = text.AsSpan(sentence.Start, sentence.Length);
        var cues = lexicons.LimitationCues.Find(text, sentence).Where(hit => hit.Term.Subcategory != "heading").ToList();
        if (CaptionPattern().IsMatch(words)) return null;
        var kind = KindOf(words);
        var boilerplate = cues.Exists(hit => hit.Term.Subcategory == "boilerplate");
        if (kind is null && cues.Count == 0 && place is not Place.Limitations && !(context is not null && Concedes(place, context))) return null;
        return (kind ?? CaveatKind.Method, !boilerplate && Words.In(text, sentence).Count >= 6);
    }

    /// <summary>
    /// Whether authors concede a lack of their own: the model says so, in a place where authors weigh their work, and the words speak of them and of a lack.
    /// The model alone takes too much of a paper on this field for a concession.
    /// </summary>
    private bool Concedes(Place place, SentenceInContext context) =>
        place is Place.Discussion or Place.Conclusion or Place.Appendix && LackPattern().IsMatch(context.Text) && limitations.Probability(context) >= Sure;

    private static CaveatKind? KindOf(ReadOnlySpan<char> words) =>
        Retraction().IsMatch(words) ? CaveatKind.Retraction
        : FutureWork().IsMatch(words) ? CaveatKind.FutureWork
        : MissingTest().IsMatch(words) ? CaveatKind.MissingTest
        : Warning().IsMatch(words) ? CaveatKind.MisuseWarning
        : Alternative().IsMatch(words) ? CaveatKind.AlternativeExplanation
        : Uncertainty().IsMatch(words) ? CaveatKind.Uncertainty
        : Negative().IsMatch(words) ? CaveatKind.NegativeResult
        : Narrowing().IsMatch(words) ? CaveatKind.Scope
        : null;

    /// <summary>A caption that names what is shown.</summary>
    [GeneratedRegex(@"^\W*(?:table|figure|fig\.?)\s\d+\p{L}?[.:]\s[^.]{0,120}\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex CaptionPattern();

    [GeneratedRegex(@"\b(?:we|our|us|this (?:work|study|paper|approach|method|analysis))\b.*\b(?:do not|did not|does not|not yet|cannot|could not|can't|don't|didn't|unable|lack\w*|only|limited|fail\w*|incomplete|insufficient)\b|\b(?:despite|due to|because of|lack of|constraints?|although|while)\b.*\b(?:we|our)\b.*\b(?:not|only|few|unable|limited)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 500)]
    private static partial Regex LackPattern();

    [GeneratedRegex(@"\b(?:we retract|erratum|an earlier version (?:stated|claimed)|this was wrong)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Retraction();

    [GeneratedRegex(@"\b(?:left (?:to|for) future|future work|remains? to be (?:seen|tested|shown)|further work is needed)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex FutureWork();

    [GeneratedRegex(@"\b(?:(?:did|do|does|have|has) not (?:yet )?(?:rigorously |systematically )?(?:test|tested|evaluate|evaluated|measure|measured|compare|compared|examine|examined|verify|verified)|not (?:been )?(?:tested|evaluated|measured|compared)|untested)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex MissingTest();

    [GeneratedRegex(@"\b(?:we (?:caution|warn)|should not be (?:read|taken|interpreted|seen)|(?:do|does) not (?:mean|imply|show|prove|establish)|not to read too much|over-?read)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Warning();

    [GeneratedRegex(@"\b(?:alternative explanation|confound(?:ed|er|s)?|could also be explained|another explanation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Alternative();

    [GeneratedRegex(@"\b(?:(?:it is|it's|remains?|is) (?:unclear|uncertain|unknown|not clear|an open question)|we (?:are unsure|do not know|don't know)|far from (?:complete|solved))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Uncertainty();

    [GeneratedRegex(@"\b(?:(?:fails?|failed) (?:on|for|to|when|at)|(?:did|does|do) not (?:work|hold|help|transfer|generali[sz]e|improve|outperform)|no (?:significant )?(?:effect|improvement|difference)|worse than)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Negative();

    [GeneratedRegex(@"\b(?:(?:only|just) (?:one|a single|on|in|for|the|two|three)|limited to|restricted to|a single (?:model|layer|seed|dataset)|in (?:one|a single) (?:model|layer|setting)|(?:no|make no) claims? (?:about|beyond)|need not hold)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Narrowing();
}
