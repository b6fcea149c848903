using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>Which elements a reader sees, as far as the page's own attributes tell (threats 21; no style sheet is computed).</summary>
internal static partial class HtmlVisibility
{
    private const int MaxStyle = 2000;

    /// <summary>Every style that hides has one of these in it; most styles have none.</summary>
    private static readonly System.Buffers.SearchValues<string> TellingWords = System.Buffers.SearchValues.Create(
        ["none", "hidden", "collapse", "font-size", "-", "overflow", "rect", "inset", "transparent", "scale", "opacity"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Elements without text of their own for a reader: machinery, not concealment.</summary>
    public static bool IsMachinery(PageElement element) => (element.Tag.Traits & TagTraits.Machinery) != TagTraits.None;

    /// <summary>Whether the page hides the element from its readers.</summary>
    public static bool IsHidden(PageElement element)
    {
        if (element["hidden"] is not null) return true;
        if (element["aria-hidden"] is { } aria && aria.Equals("true", StringComparison.OrdinalIgnoreCase)) return true;
        if (HasClass(element, "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only")) return true;
        if (element["style"] is not { Length: > 0 } style) return false;
        var start = style.AsSpan(0, Math.Min(style.Length, MaxStyle));
        if (!start.ContainsAny(TellingWords)) return false;
        return HidingStyle().IsMatch(start) || (ZeroOpacity().IsMatch(start) && !Movement().IsMatch(start));
    }

    /// <summary>Whether the element carries one of some class names.</summary>
    public static bool HasClass(PageElement element, params ReadOnlySpan<string> names)
    {
        if (element.ClassName is not { Length: > 0 } all) return false;
        foreach (var name in names)
        {
            for (var at = all.IndexOf(name, StringComparison.Ordinal); at >= 0; at = all.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                if ((at == 0 || char.IsWhiteSpace(all[at - 1])) && (at + name.Length == all.Length || char.IsWhiteSpace(all[at + name.Length]))) return true;
            }
        }

        return false;
    }

    /// <summary>Site builders send paragraphs at zero opacity and fade them in; those styles also move the element.</summary>
    [GeneratedRegex(@"transform|transition|will-change|animation|translate", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Movement();

    [GeneratedRegex(@"(?:^|[;\s])opacity\s{0,3}:\s{0,3}0(?:\.0{1,3})?\s{0,3}(?:;|!|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ZeroOpacity();

    [GeneratedRegex(
        """
        (?:^|[;\s])(?:
          display\s{0,3}:\s{0,3}none
          |visibility\s{0,3}:\s{0,3}(?:hidden|collapse)
          |font-size\s{0,3}:\s{0,3}0(?:\.0{1,3})?(?:px|pt|em|rem|%)?\s{0,3}(?:;|!|$)
          |(?:left|top|right|bottom|text-indent|margin-left|margin-top)\s{0,3}:\s{0,3}-\d{3,6}(?:\.\d{1,3})?(?:px|em|rem|vw|vh|%|pt)
          |(?:width|height|max-height|max-width)\s{0,3}:\s{0,3}[01](?:px|em)?\s{0,3};(?=[^"]{0,400}overflow\s{0,3}:\s{0,3}hidden)
          |clip\s{0,3}:\s{0,3}rect\(\s{0,3}(?:0|1px)
          |clip-path\s{0,3}:\s{0,3}inset\(\s{0,3}(?:50|100)%
          |color\s{0,3}:\s{0,3}transparent\s{0,3}(?:;|!|$)
          |transform\s{0,3}:\s{0,3}scale\(\s{0,3}0\s{0,3}\)
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex HidingStyle();
}
