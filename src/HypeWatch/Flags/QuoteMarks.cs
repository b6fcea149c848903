using System.Text.RegularExpressions;

namespace HypeWatch.Flags;

/// <summary>Words as they are compared when somebody copied them: quotation marks and white space change on the way.</summary>
internal static partial class QuoteMarks
{
    /// <summary>The text with straight marks and single spaces.</summary>
    public static string Plain(string text) =>
        SpacePattern().Replace(text, " ").Replace('\u201c', '"').Replace('\u201d', '"').Replace('\u2019', '\'').Replace('\u2018', '\'');

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex SpacePattern();
}
