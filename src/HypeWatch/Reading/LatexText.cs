using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>Reads LaTeX source: rendered to HTML as far as its words go and read like a page, so that tables, notes and lists are made in one place for all formats.</summary>
internal static partial class LatexText
{
    private const string Method = "latex/1";

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableException">The text nests too deep.</exception>
    public static Extraction Read(string source, string address, string? statedTitle, int maxDepth)
    {
        var page = new LatexPage(Comment().Replace(source, ""));
        var (drafts, findings, references) = HtmlText.ReadBody("<!doctype html><body>" + page.Html() + "</body>", address, maxDepth);
        var metadata = new PageMetadata { Title = page.Title, Authors = page.Authors, IsScholarly = true };
        var assembled = AssembledText.From(TitleBlock.Place(drafts, metadata.Title ?? statedTitle));
        return new(Method, assembled.Text, assembled.Blocks, assembled.Links, [.. findings, .. HiddenCharacters.In(source), .. InjectionCues.In(assembled.Text)], metadata, references) { Tables = assembled.Tables };
    }

    [GeneratedRegex(@"(?<!\\)%[^\n]*", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Comment();
}
