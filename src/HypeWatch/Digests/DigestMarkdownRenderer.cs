using System.Globalization;
using System.Text;

namespace HypeWatch.Digests;

/// <summary>Draws a digest as Markdown. Foreign words cannot become markup: what Markdown or HTML would read is escaped.</summary>
public static class DigestMarkdownRenderer
{
    private const string Special = "\\`*_{}[]<>()#+-.!|~&:";

    /// <summary>The text, with LF line ends.</summary>
    public static string Render(DigestIssue issue)
    {
        var text = new StringBuilder();
        foreach (var block in DigestLayout.Of(issue)) text.Append(Of(block)).Append("\n\n");
        return text.ToString();
    }

    private static string Of(DigestBlock block) => block switch
    {
        DigestBlock.Title title => $"# {Escape(title.Text)}",
        DigestBlock.Heading heading => $"## {Escape(heading.Text)}",
        DigestBlock.Quote quote => $"> “{Escape(quote.Text)}”",
        DigestBlock.Line line => Escape(line.Text),
        DigestBlock.Judgement judgement => $"{judgement.Marks} {Escape(judgement.Text)}",
        DigestBlock.Scale scale => string.Join("\n", ScaleRow.Of(scale.Pair).Select(row => $"    {row.Label,-8} {string.Concat(row.Marks)} {row.Words}")),
        DigestBlock.Link link => $"[{Escape(link.Target.Text)}](<{link.Target.Url}>) ({Escape(link.Target.Host)})",
        DigestBlock.Numbers numbers => Table(numbers.Chart),
        _ => "---",
    };

    private static string Table(DigestChart chart)
    {
        var text = new StringBuilder().Append(Escape(chart.Caption)).Append("\n\n| week | ").AppendJoin(" | ", chart.Weeks).Append(" |\n|---|");
        foreach (var _ in chart.Weeks) text.Append("--:|");
        foreach (var row in chart.Rows) text.Append(CultureInfo.InvariantCulture, $"\n| {Escape(row.Name)} | {string.Join(" | ", row.Counts)} |");
        return text.ToString();
    }

    /// <summary>Words that neither Markdown nor HTML reads as markup.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Special.Contains(c)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
