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
            html = Markdown.ToHtml(MarkdownPreparation.Prepare(front.Body), Pipeline);
        }
        catch (ArgumentException e) when (e.Message.Contains("nested", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableException("the Markdown nests too deep and was not parsed");
        }

        var (drafts, findings, references) = HtmlText.ReadBody("<!doctype html><body>" + html + "</body>", address, maxDepth);
        var heading = drafts.Take(3).FirstOrDefault(draft => draft.Role is { Kind: BlockKind.Heading, Level: 1 });
        var metadata = front.Metadata with { Title = front.Metadata.Title ?? (heading is null ? null : NormalizedText.From(heading.Text).Trim()) };
        var assembled = AssembledText.From(TitleBlock.Place(drafts, metadata.Title ?? statedTitle));
        return new(Method, assembled.Text, assembled.Blocks, assembled.Links, [.. findings, .. HiddenCharacters.In(markdown), .. InjectionCues.In(assembled.Text)], metadata, references) { Tables = assembled.Tables };
    }
}
