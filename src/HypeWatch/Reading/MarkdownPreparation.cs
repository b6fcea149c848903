using System.Text;
using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>Takes out of Markdown what is program and not text: MDX imports and components, JSX expressions, template tags and shortcodes. Code blocks stay.</summary>
internal static partial class MarkdownPreparation
{
    public static string Prepare(string markdown)
    {
        var result = new StringBuilder(markdown.Length);
        var text = new StringBuilder();
        string? fence = null;
        foreach (var line in markdown.Split('\n'))
        {
            var mark = Fence(line);
            if (fence is null && mark is null)
            {
                text.Append(line).Append('\n');
                continue;
            }

            if (fence is null)
            {
                result.Append(WithoutProgram(text.ToString()));
                text.Clear();
                fence = mark;
            }
            else if (mark is not null && mark.StartsWith(fence, StringComparison.Ordinal)) fence = null;

            result.Append(line).Append('\n');
        }

        return result.Append(WithoutProgram(text.ToString())).ToString();
    }

    private static string? Fence(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        return trimmed.StartsWith("```") ? "```" : trimmed.StartsWith("~~~") ? "~~~" : null;
    }

    private static string WithoutProgram(string text)
    {
        text = ModuleLine().Replace(text, "");
        text = NoteTag().Replace(text, "<d-footnote>${text}</d-footnote>");
        text = TemplateTag().Replace(text, "");
        text = ExpressionComment().Replace(text, "");
        return MarkdownMarks.Bound(Component().Replace(text, ""));
    }

    [GeneratedRegex("""^(?:import\s[^\n]{0,400}\sfrom\s[^\n]*|import\s["'][^\n]*|export\s(?:const|default|function|let)\s[^\n]*)\r?$""", RegexOptions.CultureInvariant | RegexOptions.Multiline, 2000)]
    private static partial Regex ModuleLine();

    [GeneratedRegex("""\{%-?\s{0,3}(?:sidenote|marginnote|footnote)\s{1,3}"(?<text>[^"{}]{1,2000})"\s{0,3}-?%\}""", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NoteTag();

    [GeneratedRegex(@"\{%[^{}]{0,2000}%\}|\{\{[<%][^{}]{0,2000}[%>]\}\}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex TemplateTag();

    [GeneratedRegex(@"\{/\*[^{}]{0,4000}\*/\}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ExpressionComment();

    /// <summary>A component's tag; the words between its tags stay.</summary>
    [GeneratedRegex("</?[A-Z][A-Za-z0-9.]{0,60}(?:\\s[^<>]{0,4000})?/?>", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Component();
}
