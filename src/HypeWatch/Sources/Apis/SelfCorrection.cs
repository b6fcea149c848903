using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Sources.Apis;

/// <summary>
/// What an author says later about his own post or comment, in the edit notes that forums have by custom: that it was wrong, or that it was corrected. Only a note that is
/// marked as an edit counts, or a text that is struck out as a whole: "I was wrong about X before" is a sentence like any other.
/// </summary>
internal static partial class SelfCorrection
{
    private const int LongestNote = 600;

    /// <summary>Taken back or corrected; null when the text says neither.</summary>
    public static AnnouncedStatus? Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return null;
        if (StruckOut().Match(html) is { Success: true } struck && FeedText.Plain(struck.Groups["rest"].Value).Length == 0) return AnnouncedStatus.TakenBack;

        AnnouncedStatus? found = null;
        foreach (Match note in Note().Matches(html))
        {
            var words = FeedText.Plain(note.Groups["note"].Value);
            if (words.Length > LongestNote) words = words[..LongestNote];
            if (TakesBack().IsMatch(words)) return AnnouncedStatus.TakenBack;
            if (Corrects().IsMatch(words) && !Trifle().IsMatch(words)) found = AnnouncedStatus.Corrected;
        }

        return found;
    }

    [GeneratedRegex(
        @"(?:^|<(?:p|div|li|blockquote|br ?/?)>|\n)\s*(?:<(?:strong|b|em|i|u|span)>|\*{1,2}|_|\[|\()*(?:edit(?:ed)?|update|upd|eta|correction|erratum|retraction|retracted)\b(?<note>[^\n]{0,1200}?)(?=</p>|</div>|</li>|\n|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Note();

    [GeneratedRegex(
        @"\bI (?:now )?(?:retract|withdraw|take (?:this|that|it|back)|disavow|no longer (?:think|believe|endorse|hold|stand by|agree|claim))\b|\bI was (?:(?:just|simply|quite|completely|totally|clearly) )?(?:wrong|mistaken|incorrect)\b|\b(?:this|the above|my (?:claim|comment|argument|point)|what I (?:said|wrote)) (?:is|was|turns? out to be|turned out to be) (?:(?:just|simply|quite|completely|totally) )?(?:wrong|false|mistaken|incorrect|invalid|retracted)\b|^\W{0,4}(?:I )?retract(?:ed|ing)?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TakesBack();

    [GeneratedRegex(@"\b(?:correct(?:ed|ion|s|ing)?|wrong|mistake[ns]?|mistakenly|errors?|erroneous(?:ly)?|inaccura\w+|misread|misstated|misunderst\w+|fixed|overstated|not true|false)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Corrects();

    [GeneratedRegex(@"\b(?:typos?|spelling|grammar|formatting|links?|wording|clarity)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Trifle();

    [GeneratedRegex(@"^\s*(?:<p>\s*)?<(?<tag>s|del|strike)>.*</\k<tag>>(?:\s*</p>)?(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex StruckOut();
}
