using System.Globalization;
using System.Net;
using System.Text;

namespace HypeWatch.App.Drawings;

/// <summary>
/// A drawing as SVG: no script, no style, nothing from elsewhere, in the colour of the text around it, with a title and a description for those who do not see it. Words are
/// data and can open no element.
/// </summary>
/// <param name="name">Unique on its page; letters and hyphens.</param>
/// <param name="width">In pixels.</param>
/// <param name="height">In pixels.</param>
/// <param name="title">What it shows.</param>
/// <param name="description">The same in words.</param>
internal sealed class Svg(string name, double width, double height, string title, string description)
{
    private readonly StringBuilder shapes = new();

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, bool isDashed = false, bool isArrow = false) => shapes.Append(
        CultureInfo.InvariantCulture,
        $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"currentColor\" stroke-width=\"1\"{(isDashed ? " stroke-dasharray=\"4 4\"" : "")}{(isArrow ? $" marker-end=\"url(#{name}-arrow)\"" : "")}/>");

    /// <summary>A box.</summary>
    public void Box(double x, double y, double across, double down, bool isHeavy) => shapes.Append(
        CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{across:0.#}\" height=\"{down:0.#}\" rx=\"3\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"{(isHeavy ? 2 : 1)}\"/>");

    /// <summary>A disc.</summary>
    public void Disc(double x, double y, double radius) => shapes.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"currentColor\" fill-opacity=\"0.7\"/>");

    /// <summary>A line of words.</summary>
    /// <param name="x">Where it begins, is centred or ends.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="words">The words.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Words(double x, double y, string words, string anchor = "start") =>
        shapes.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Safe(words)}</text>");

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" aria-labelledby="{name}-title {name}-words" viewBox="0 0 {width:0.#} {height:0.#}" width="{width:0.#}" height="{height:0.#}" font-family="sans-serif" font-size="12" fill="currentColor"><title id="{name}-title">{Safe(title)}</title><desc id="{name}-words">{Safe(description)}</desc><defs><marker id="{name}-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="currentColor"/></marker></defs>{shapes}</svg>""");

    // XML knows no way to write a control character.
    private static string Safe(string words) => WebUtility.HtmlEncode(new string([.. words.Select(sign => char.IsControl(sign) || char.IsSurrogate(sign) && !IsWhole(words) ? ' ' : sign)]));

    private static bool IsWhole(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsSurrogate(words[i])) continue;
            if (i + 1 == words.Length || !char.IsSurrogatePair(words[i], words[i + 1])) return false;
            i++;
        }

        return true;
    }
}
