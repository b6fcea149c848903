using System.Text.RegularExpressions;

namespace HypeWatch.Lexicons;

/// <summary>Finds where a sentence says, as a fact, that something led to a text of others.</summary>
internal static partial class ToldInfluence
{
    /// <summary>The words that say so, with the text that came of it in the group <c>text</c>; null where nothing of the kind is said, or it is asked, denied or supposed.</summary>
    public static Match? In(string sentence)
    {
        var match = LedToPattern().Match(sentence);
        return match.Success && !sentence.TrimEnd().EndsWith('?') && !Denial.Around(sentence, match.Index, match.Index + match.Length) ? match : null;
    }

    /// <summary>"Led to at least one claim in a policy memo": what happened, told as a fact; and the text that came of it.</summary>
    [GeneratedRegex(
        @"(?<!\b(?:was|were|is|are|been|be|being)\s)\b(?:(?:directly |probably |apparently )?led (?:directly )?to|gave rise to|inspired|prompted|spawned)\s+(?!by\b)(?<text>(?:[\w'\u2019-]+ ){0,6}?(?:claim|post|tweet|thread|article|headline|stor(?:y|ies)|video|podcast|memo(?:randum|s)?|testimony|submission|speech)s?\b(?: (?:in|by|from|of) (?:an? |the |this |their )?(?:[\w-]+ ){0,2}?(?:memo(?:randum|s)?|testimony|submission|report|speech|article|newspaper|post|tweet)s?\b)?)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LedToPattern();
}
