using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HypeWatch.Reading;

/// <summary>The YAML block at the head of a Markdown file, or the <c>Title:</c> lines that page-to-Markdown services write there.</summary>
internal sealed partial record MarkdownFrontMatter(PageMetadata Metadata, string Body)
{
    private const int MaxLength = 50_000;

    public static MarkdownFrontMatter Read(string markdown)
    {
        var text = markdown.TrimStart('\ufeff');
        var block = BlockPattern().Match(text);
        if (block.Success) return new(FromYaml(block.Groups["yaml"].Value), text[block.Length..]);
        var lines = HeaderPattern().Match(text);
        if (!lines.Success) return new(new(), text);
        return new(new() { Title = lines.Groups["title"].Value.Trim(), Published = DocumentDates.Stated(lines.Groups["date"].Value, "header") }, text[lines.Length..]);
    }

    private static PageMetadata FromYaml(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root) return new();
            return new()
            {
                Title = Scalar(root, "title"),
                Authors = AuthorNames.Clean(Names(root, "authors", "author", "by")),
                Publisher = Scalar(root, "publisher") ?? Scalar(root, "site"),
                Published = DocumentDates.Stated(Scalar(root, "date") ?? Scalar(root, "published") ?? Scalar(root, "pubDate"), "front-matter"),
                Language = Scalar(root, "lang") ?? Scalar(root, "language"),
            };
        }
        catch (YamlException)
        {
            // Templates leave values in it that are no YAML, and some name a key twice; single lines are readable all the same, the last one counts.
            return FromLines(yaml);
        }
    }

    private static PageMetadata FromLines(string yaml)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match line in ValueLine().Matches(yaml)) values[line.Groups["key"].Value] = line.Groups["value"].Value.Trim(' ', '\t', '\r', '"', '\'');
        return new()
        {
            Title = values.GetValueOrDefault("title"),
            Authors = AuthorNames.Split(values.GetValueOrDefault("authors") ?? values.GetValueOrDefault("author") ?? ""),
            Published = DocumentDates.Stated(values.GetValueOrDefault("date"), "front-matter"),
        };
    }

    private static string? Scalar(YamlMappingNode root, string key) =>
        root.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value: { Length: > 0 and < 2000 } value } ? value.Trim() : null;

    private static IEnumerable<string?> Names(YamlMappingNode root, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (!root.Children.TryGetValue(new YamlScalarNode(key), out var node)) continue;
            if (node is YamlScalarNode { Value: { } line }) return AuthorNames.Split(line);
            if (node is YamlSequenceNode list)
                return list.Children.Select(item => item is YamlScalarNode name ? name.Value : item is YamlMappingNode map ? Scalar(map, "name") : null);
        }

        return [];
    }

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?<yaml>(?:(?!---)[^\n]*\n){0,400}?)---[ \t]*(?:\r?\n|\z)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"\ATitle:[ \t]*(?<title>[^\n]{1,400})\n\s*URL Source:[^\n]*\n\s*(?:Published Time:(?<date>[^\n]{0,60})\n\s*)?(?:Number of Pages:[^\n]*\n\s*)?Markdown Content:[ \t]*\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeaderPattern();

    [GeneratedRegex("^(?<key>title|authors?|date):[ \\t]*(?<value>[^{}\\[\\]\\n]{1,400})$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ValueLine();
}
