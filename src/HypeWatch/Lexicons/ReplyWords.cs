using System.Text.RegularExpressions;

namespace HypeWatch.Lexicons;

/// <summary>Words by which a title says that its text answers others.</summary>
internal static partial class ReplyWords
{
    /// <summary>Whether a title says so.</summary>
    public static bool In(string title) => Pattern().IsMatch(title);

    [GeneratedRegex(@"^(?:(?:our|a|the|some) )?(?:reply|response|rejoinder|answers?|rebuttal)(?: (?:to|on)\b|:)|\b(?:replying|responding|in (?:reply|response)) to\b|\b(?:reply|response|answers?) to (?:our |the |some )?(?:critic|criti|comment|concern|objection)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
