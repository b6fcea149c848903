using System.Globalization;
using System.Text;

namespace HypeWatch.Digests;

/// <summary>Draws a digest as plain text of at most 72 characters a line, written for reading.</summary>
public static class DigestTextRenderer
{
    private const int Width = 72;

    /// <summary>The text, with LF line ends.</summary>
    /// <param name="issue">The digest.</param>
    /// <param name="links">The reader's own links.</param>
    public static string Render(DigestIssue issue, params IReadOnlyList<DigestLink> links) => Render(DigestLayout.Of(issue, links));

    /// <summary>The text, with LF line ends.</summary>
    /// <param name="blocks">What it holds.</param>
    public static string Render(IEnumerable<DigestBlock> blocks)
    {
        var text = new StringBuilder();
        DigestBlock? before = null;
        foreach (var block in blocks)
        {
            // A quote begins an item, unless the item is of two quotes.
            if (block is DigestBlock.Heading or DigestBlock.Rule || (block is DigestBlock.Quote && before is not DigestBlock.Heading)) text.Append('\n');
            Draw(text, block);
            before = block;
        }

        return text.ToString();
    }

    private static void Draw(StringBuilder text, DigestBlock block)
    {
        switch (block)
        {
            case DigestBlock.Title title: Wrapped(text, title.Text); break;
            case DigestBlock.Heading heading:
                Wrapped(text, heading.Text);
                text.Append('-', heading.Text.Length).Append('\n');
                break;
            case DigestBlock.Quote quote: Wrapped(text, $"“{quote.Text}”", "> "); break;
            case DigestBlock.Line line: Wrapped(text, line.Text); break;
            case DigestBlock.Judgement judgement: Wrapped(text, $"{judgement.Marks} {judgement.Text}"); break;
            case DigestBlock.Scale scale:
                // Not wrapped, so that the two marks stand above each other.
                foreach (var row in ScaleRow.Of(scale.Pair)) text.Append(CultureInfo.InvariantCulture, $"{row.Label,-8} {string.Concat(row.Marks)} {row.Words}\n");
                break;
            case DigestBlock.Link link: Wrapped(text, $"{link.Target.Text}: {link.Target.Url}"); break;
            case DigestBlock.Numbers numbers: Table(text, numbers.Chart); break;
            default: text.Append("--\n"); break;
        }
    }

    private static void Table(StringBuilder text, DigestChart chart)
    {
        Wrapped(text, chart.Caption);
        Row("week", chart.Weeks);
        foreach (var row in chart.Rows) Row(row.Name, row.Counts.Select(count => count.ToString(CultureInfo.InvariantCulture)));

        void Row(string name, IEnumerable<string> cells) => text.Append(CultureInfo.InvariantCulture, $"{name,-12}{string.Concat(cells.Select(cell => cell.PadLeft(6)))}\n");
    }

    private static void Wrapped(StringBuilder text, string paragraph, string mark = "")
    {
        var column = 0;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }

            text.Append(column == 0 ? mark : " ").Append(word);
            column += (column == 0 ? mark.Length : 1) + word.Length;
        }

        text.Append('\n');
    }
}
