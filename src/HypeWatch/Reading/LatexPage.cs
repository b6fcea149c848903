using System.Globalization;
using System.Net;
using System.Text;

namespace HypeWatch.Reading;

/// <summary>
/// Renders the words of LaTeX source as HTML. It runs no macro: it knows the commands that papers write text with, drops those that set type, and of all others
/// keeps the words in their braces.
/// </summary>
internal sealed class LatexPage
{
    private const int MaxDepth = 12;
    /// <summary>No paper nests lists and figures deeper.</summary>
    private const int MaxOpen = 20;

    private readonly StringBuilder html = new();
    private readonly LatexLabels labels = new();
    private readonly string source;
    private readonly string body;
    private readonly List<string> keys;
    private readonly LatexArguments arguments;
    private bool inAppendix;
    private int open;

    public LatexPage(string source)
    {
        this.source = source;
        var begin = source.IndexOf("\\begin{document}", StringComparison.Ordinal);
        var end = source.LastIndexOf("\\end{document}", StringComparison.Ordinal);
        body = begin < 0 ? source : source[(begin + "\\begin{document}".Length)..(end > begin ? end : source.Length)];
        keys = LatexLabels.BibKeys(body);
        arguments = new(40L * source.Length);
        Title = Field("title");
        Authors = Field("author") is { } authors ? AuthorNames.Split(authors) : [];
    }

    /// <summary>The title, when the source sets one.</summary>
    public string? Title { get; }

    /// <summary>The authors, as far as their names can be told from addresses.</summary>
    public IReadOnlyList<string> Authors { get; }

    /// <summary>The page.</summary>
    public string Html()
    {
        html.Append("<p>");
        Render(body, 0);
        return labels.Resolve(html.Append("</p>").ToString());
    }

    private string? Field(string command)
    {
        var at = source.IndexOf("\\" + command + "{", StringComparison.Ordinal);
        if (at < 0) return null;
        var start = at + command.Length + 1;
        var words = arguments.Group(source, ref start) is { } group ? Plain(group.Replace("\\\\", " ", StringComparison.Ordinal).Replace("\\and", ",", StringComparison.OrdinalIgnoreCase)) : null;
        return string.IsNullOrWhiteSpace(words) ? null : words;
    }

    /// <summary>The words of a stretch without markup, for the metadata.</summary>
    private string Plain(string text)
    {
        var mark = html.Length;
        Render(text, 1);
        var words = html.ToString(mark, html.Length - mark);
        html.Length = mark;
        return string.Join(' ', WebUtility.HtmlDecode(LatexLabels.Tags().Replace(words, " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private void Render(string text, int depth)
    {
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == '\\') Command(text, ref i, depth);
            else if (c == '$') Math(text, ref i);
            else if (c is '{' or '}') i++;
            else if (c == '~') Put(" ", ref i, 1);
            else if (c == '\n' && BlankLine(text, i) is var blank && blank > i) Put("</p>\n<p>", ref i, blank - i);
            else if (c == '`' && i + 1 < text.Length && text[i + 1] == '`') Put("\u201c", ref i, 2);
            else if (c == '\'' && i + 1 < text.Length && text[i + 1] == '\'') Put("\u201d", ref i, 2);
            else if (c == '-' && text.AsSpan(i).StartsWith("---")) Put("\u2014", ref i, 3);
            else if (c == '-' && text.AsSpan(i).StartsWith("--")) Put("\u2013", ref i, 2);
            else Put(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => c.ToString() }, ref i, 1);
        }
    }

    private void Put(string words, ref int at, int length)
    {
        html.Append(words);
        at += length;
    }

    private static int BlankLine(string text, int at)
    {
        var i = at + 1;
        var lines = 1;
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            if (text[i++] == '\n') lines++;
        }

        return lines > 1 ? i : at;
    }

    private void Math(string text, ref int i)
    {
        var mark = i + 1 < text.Length && text[i + 1] == '$' ? "$$" : "$";
        var end = text.IndexOf(mark, i + mark.Length, System.Math.Min(LatexArguments.LongestGroup, text.Length - i - mark.Length), StringComparison.Ordinal);
        var last = end < 0 ? i + mark.Length : end + mark.Length;
        html.Append(WebUtility.HtmlEncode(text[i..last]));
        i = last;
    }

    private void Command(string text, ref int i, int depth)
    {
        var at = i + 1;
        if (at >= text.Length || !char.IsAsciiLetter(text[at]))
        {
            i = System.Math.Min(text.Length, at + 1);
            if (at >= text.Length) return;
            (var words, i) = LatexSymbol.Read(text, at);
            html.Append(words);
            return;
        }

        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        var name = text[(i + 1)..at];
        if (at < text.Length && text[at] == '*') at++;
        i = at;
        if (depth > MaxDepth) return;
        if (LatexLabels.HeadingLevel(name) is { } level)
        {
            LatexArguments.Optional(text, ref i);
            if (arguments.Group(text, ref i) is { } words) Heading(words, level, depth);
        }
        else if (name is "begin" or "end" && arguments.Group(text, ref i) is { } environment) Environment(text, ref i, name == "begin", environment.TrimEnd('*'), depth);
        else if (name == "item")
        {
            html.Append("<li>");
            if (LatexArguments.Optional(text, ref i) is { } term) Wrap("b", term + ".", depth);
        }
        else if (name == "appendix")
        {
            inAppendix = true;
            html.Append("</p><h2>Appendix</h2><p>");
        }
        else if (name is "caption" or "captionof")
        {
            LatexArguments.Optional(text, ref i);
            if (arguments.Group(text, ref i) is { } words) Caption(words, depth);
        }
        else if (name is "footnote" or "thanks" or "footnotetext") Wrap("d-footnote", arguments.Group(text, ref i), depth);
        else if (name is "textbf" or "mathbf") Wrap("b", arguments.Group(text, ref i), depth);
        else if (name.Contains("cite", StringComparison.OrdinalIgnoreCase)) Cite(text, ref i);
        else if (name == "label") labels.Name(arguments.Group(text, ref i));
        else if (LatexLabels.IsPointer(name)) html.Append(LatexLabels.Pointer(name, arguments.Group(text, ref i)));
        else if (name == "href" && arguments.Group(text, ref i) is { } address) Wrap($"a href=\"{WebUtility.HtmlEncode(address)}\"", arguments.Group(text, ref i), depth);
        else if (name == "url" && arguments.Group(text, ref i) is { } bare) html.Append(CultureInfo.InvariantCulture, $"<a href=\"{WebUtility.HtmlEncode(bare)}\">{WebUtility.HtmlEncode(bare)}</a>");
        else if (name == "bibitem") BibItem(text, ref i);
        else if (LatexLabels.IsSetting(name))
        {
            LatexArguments.Optional(text, ref i);
            while (i < text.Length && text[i] == '{' && arguments.Group(text, ref i) is not null) LatexArguments.Optional(text, ref i);
        }
        else html.Append(LatexLabels.Word(name));
    }

    private void Heading(string words, int level, int depth)
    {
        var shown = System.Math.Min(6, level + (inAppendix ? 1 : 0));
        html.Append(CultureInfo.InvariantCulture, $"</p><h{shown}>{labels.Section(level, inAppendix)}");
        Render(words, depth + 1);
        html.Append(CultureInfo.InvariantCulture, $"</h{shown}><p>");
    }

    private void Caption(string words, int depth)
    {
        html.Append("</p><figcaption>").Append(labels.Float());
        Render(words, depth + 1);
        html.Append("</figcaption><p>");
    }

    private void Wrap(string tag, string? words, int depth)
    {
        if (words is null) return;
        html.Append('<').Append(tag).Append('>');
        Render(words, depth + 1);
        html.Append("</").Append(tag.Split(' ')[0]).Append('>');
    }

    private void Cite(string text, ref int i)
    {
        var notes = new List<string>();
        while (LatexArguments.Optional(text, ref i) is { } note) notes.Add(note);
        if (arguments.Group(text, ref i) is not { } list) return;
        var marks = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(60)
            .Select(key => keys.IndexOf(key) is var at and >= 0 ? (at + 1).ToString(CultureInfo.InvariantCulture) : key);
        html.Append(" [").Append(WebUtility.HtmlEncode(string.Join(", ", marks))).Append(']');
    }

    private void BibItem(string text, ref int i)
    {
        LatexArguments.Optional(text, ref i);
        if (arguments.Group(text, ref i) is { } key) html.Append(CultureInfo.InvariantCulture, $"</p><p>[{keys.IndexOf(key.Trim()) + 1}] ");
    }

    private void Environment(string text, ref int i, bool begins, string name, int depth)
    {
        var isBox = name is "itemize" or "enumerate" or "description" or "figure" or "table" or "wrapfigure" or "wraptable";
        if (isBox && (begins ? open >= MaxOpen : open == 0)) return;
        if (isBox) open += begins ? 1 : -1;
        if (!begins)
        {
            if (name is "itemize" or "enumerate" or "description") html.Append(name == "enumerate" ? "</ol><p>" : "</ul><p>");
            else if (name is "figure" or "table" or "wrapfigure" or "wraptable") html.Append("</figure><p>");
            return;
        }

        if (name == "abstract") html.Append("</p><h2>Abstract</h2><p>");
        else if (name == "thebibliography")
        {
            arguments.Group(text, ref i);
            html.Append("</p><h2>References</h2><p>");
        }
        else if (name is "itemize" or "enumerate" or "description")
        {
            LatexArguments.Optional(text, ref i);
            html.Append(name == "enumerate" ? "</p><ol>" : "</p><ul>");
        }
        else if (name is "figure" or "table" or "wrapfigure" or "wraptable")
        {
            LatexArguments.Optional(text, ref i);
            var isTable = name.EndsWith("table", StringComparison.Ordinal);
            labels.Begin(isTable);
            // The class by which pages made from LaTeX say that the caption is a table's.
            html.Append(isTable ? "</p><figure class=\"ltx_table\">" : "</p><figure>");
        }
        else if (LatexLabels.IsVerbatim(name) is { } kept)
        {
            var close = "\\end{" + name;
            var end = text.IndexOf(close, i, StringComparison.Ordinal);
            var inner = text[i..(end < 0 ? text.Length : end)];
            if (kept) html.Append("</p><pre>").Append(WebUtility.HtmlEncode(inner)).Append("</pre><p>");
            i = end < 0 ? text.Length : end;
        }
        else if (name is "tabular" or "tabularx" or "tabulary" or "longtable")
        {
            if (name is "tabularx" or "tabulary") arguments.Group(text, ref i);
            LatexArguments.Optional(text, ref i);
            arguments.Group(text, ref i);
            var end = text.IndexOf("\\end{" + name, i, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            Table(text[i..end], depth);
            i = end;
        }
    }

    private void Table(string inner, int depth)
    {
        html.Append("</p><table>");
        foreach (var row in LatexTable.Rows(inner))
        {
            html.Append("<tr>");
            foreach (var (words, span) in row.Cells)
            {
                html.Append(CultureInfo.InvariantCulture, $"<{(row.IsHead ? "th" : "td")} colspan={span}>");
                Render(words, depth + 1);
                html.Append(row.IsHead ? "</th>" : "</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</table><p>");
    }
}
