using HypeWatch.Model;
using Markdig;

namespace HypeWatch.Reading;

/// <summary>Reads Markdown and MDX: front matter for the metadata, the rest rendered to HTML and read like a page, so that raw HTML in it is no way around the rules.</summary>
internal static class MarkdownText
{
    private const string Method = "markdown/1";

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseAutoLinks().UseEmphasisExtras().UseMathematics().UseYamlFrontMatter().Build();

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableException">The text nests too deep.</exception>
    public static Extraction Read(string markdown, string address, string? statedTitle, int maxDepth)
    {
        var front = MarkdownFrontMatter.Read(markdown);
        string html;
        try
        {
            html = Markdown.ToHtml(MarkdownPreparation.Prepare(CommentThread.Separated(front.Body)), Pipeline);
        }
        catch (ArgumentException e) when (e.Message.Contains("nested", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableException("the Markdown nests too deep and was not parsed");
        }

        var (drafts, findings, references) = HtmlText.ReadBody("<!doctype html><body>" + html + "</body>", address, maxDepth);
        var heading = drafts.Take(3).FirstOrDefault(draft => draft.Role is { Kind: BlockKind.Heading, Level: 1 });
        var metadata = front.Metadata with { Title = front.Metadata.Title ?? (heading is null ? null : NormalizedText.From(heading.Text).Trim()) };
        var assembled = AssembledText.From(TitleBlock.Place(drafts, metadata.Title ?? statedTitle));
        var (blocks, discussion) = Discussed(assembled);
        return new(Method, assembled.Text, blocks, assembled.Links, [.. findings, .. HiddenCharacters.In(markdown), .. InjectionCues.In(assembled.Text)], metadata, references) { Tables = assembled.Tables, Discussion = discussion };
    }

    // What readers wrote below a post is theirs, also where a page was copied by hand.
    private static (IReadOnlyList<Block> Blocks, Discussion Discussion) Discussed(AssembledText assembled)
    {
        if (CommentThread.In([.. assembled.Blocks.Select(block => block.Span.Of(assembled.Text))]) is not { } thread) return (assembled.Blocks, Discussion.None);
        var (blocks, comments) = (new List<Block>(), new ThreadComments());
        foreach (var (i, block) in assembled.Blocks.Index())
        {
            if (!thread.Covers(i)) blocks.Add(block);
            else if (thread.SpeakerOf(block.Span.Of(assembled.Text)) is { } speaker)
            {
                blocks.Add(block with { Role = block.Role with { Speaker = speaker, IsComment = true } });
                comments.Add(thread, speaker, block.Span);
            }
        }

        return (blocks, new(thread.Stated, comments.All));
    }
}
