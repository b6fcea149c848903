using System.Text.RegularExpressions;

namespace HypeWatch.Flags;

/// <summary>"Not cherry-picked", "certain non-cherry-picked tasks", "not entirely fair": words in front of a phrase that take it back.</summary>
internal static partial class Denial
{
    /// <summary>Whether a phrase that begins at a place of a sentence is denied there.</summary>
    public static bool Before(string sentence, int start) => Pattern().IsMatch(sentence[..start]);

    [GeneratedRegex(@"(?:\b(?:not(?! only)|never|no|nor|nobody|none|cannot|hardly|without|avoids?|avoiding|avoided|free of|rather than|\w+n['\u2019]t)\b[^,;.]{0,30}|\bnon-)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
