using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>Title and authors in the JSON of Distill's front matter, read leniently because templates leave doubled braces and tails in it.</summary>
internal sealed partial record DistillFrontMatter(string? Title, IReadOnlyList<string> Authors)
{
    public static DistillFrontMatter Read(string? text)
    {
        text ??= "";
        var title = TitlePattern().Match(text);
        return new(title.Success ? title.Groups["value"].Value : null, [.. AuthorPattern().Matches(text).Select(match => match.Groups["value"].Value)]);
    }

    [GeneratedRegex("\"title\"\\s{0,3}:\\s{0,3}\"(?<value>[^\"]{1,300})\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TitlePattern();

    [GeneratedRegex("\"(?:author|name)\"\\s{0,3}:\\s{0,3}\"(?<value>[^\"]{1,100})\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AuthorPattern();
}
