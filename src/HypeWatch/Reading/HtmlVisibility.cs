using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace HypeWatch.Reading;

/// <summary>Which elements a reader sees, as far as the page's own attributes tell (threats 21; no style sheet is computed).</summary>
internal static partial class HtmlVisibility
{
    private const int MaxStyle = 2000;

    private static readonly HashSet<string> NeverShown = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "head", "svg", "canvas", "iframe", "frame", "object", "embed", "audio", "video", "select", "option", "textarea", "input",
        "button", "datalist", "d-front-matter", "d-bibliography", "d-citation-list", "d-footnote-list", "d-contents", "dt-header", "next-route-announcer", "annotation",
        "annotation-xml",
    };

    /// <summary>Elements without text of their own for a reader: machinery, not concealment.</summary>
    public static bool IsMachinery(IElement element) => NeverShown.Contains(element.LocalName);

    /// <summary>Whether the page hides the element from its readers.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden")) return true;
        if (element.GetAttribute("aria-hidden") is { } aria && aria.Equals("true", StringComparison.OrdinalIgnoreCase)) return true;
        if (HasClass(element, "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only")) return true;
        if (element.GetAttribute("style") is not { Length: > 0 } style) return false;
        if (style.Length > MaxStyle) style = style[..MaxStyle];
        return HidingStyle().IsMatch(style) || (ZeroOpacity().IsMatch(style) && !Movement().IsMatch(style));
    }

    /// <summary>Whether the element carries one of some class names.</summary>
    public static bool HasClass(IElement element, params ReadOnlySpan<string> names)
    {
        if (element.ClassName is not { Length: > 0 }) return false;
        foreach (var name in names)
        {
            if (element.ClassList.Contains(name)) return true;
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
