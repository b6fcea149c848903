using System.Text.RegularExpressions;

namespace HypeWatch.Lexicons;

/// <summary>"Not cherry-picked", "certain non-cherry-picked tasks", "not entirely fair": words in front of a phrase that take it back.</summary>
internal static partial class Denial
{
    /// <summary>Whether a phrase that begins at a place of a sentence is denied there.</summary>
    public static bool Before(string sentence, int start) => Pattern().IsMatch(sentence[..start]);

    /// <summary>Whether a phrase is denied, supposed, or told of others and called wrong.</summary>
    public static bool Around(string sentence, int start, int end) => Before(sentence, start) || SupposedPattern().IsMatch(sentence[..start]) || WrongPattern().IsMatch(sentence[end..]);

    [GeneratedRegex(@"\b(?:if|suppose|had|were)\b[^,;.]{0,40}$|\b(?:some|many|others|people|critics)(?: (?:people|critics|readers))? (?:say|call|claim|think|argue|complain|feared?)\b[^,;.]{0,60}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SupposedPattern();

    [GeneratedRegex(@"\b(?:but (?:they|that|this|it)(?: (?:is|are)|['\u2019](?:s|re)) (?:wrong|mistaken|not (?:so|true|fair|right)|false|unfair)|which (?:is|was) (?:false|wrong|not (?:so|true)|unfair))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WrongPattern();

    [GeneratedRegex(@"(?:\b(?:not(?! only)|never|no|nor|nobody|none|cannot|hardly|without|avoids?|avoiding|avoided|free of|rather than|\w+n['\u2019]t)\b[^,;.]{0,30}|\b(?:before|until|far from|short of|yet to be|remains? to be)\b[^,;.]{0,40}|\bnon-)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
