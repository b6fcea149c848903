using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Drafts put together to one text, two line ends between blocks.</summary>
internal sealed record AssembledText(string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<TextLink> Links)
{
    /// <summary>Keeps hostile pages with millions of empty links from filling a table.</summary>
    private const int MaxLinks = 20_000;

    public static AssembledText From(IEnumerable<BlockDraft> drafts)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>();
        var links = new List<TextLink>();
        foreach (var draft in drafts)
        {
            var (words, found) = draft.Finish();
            if (words.Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            var start = text.Length;
            text.Append(words);
            blocks.Add(new(new(start, text.Length), draft.Role));
            foreach (var link in found)
            {
                if (links.Count < MaxLinks) links.Add(new(new(start + link.Span.Start, start + link.Span.End), link.Url));
            }
        }

        return new(text.ToString(), blocks, links);
    }
}
