using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Splits author lines into names.</summary>
internal static partial class AuthorNames
{
    private const int MaxAuthors = 200;
    private const int MaxName = 80;

    /// <summary>The names of a line such as <c>By Ada Ruiz, Bo Chen and Cy Okafor</c>.</summary>
    public static IReadOnlyList<string> Split(string line) =>
        Clean(Separator().Split(Prefix().Replace(line.Length > 8000 ? line[..8000] : line, "")).Select(name => name));

    /// <summary>The names of a statement in which a comma may be part of one, parted at words such as <c>and</c> alone.</summary>
    public static IEnumerable<string> SplitWords(string statement) => AndWord().Split(Prefix().Replace(statement.Length > 8000 ? statement[..8000] : statement, ""));

    /// <summary>A citation tag's <c>Family, Given</c> turned to reading order.</summary>
    public static string Turn(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && comma < name.Length - 1 && name.IndexOf(',', comma + 1) < 0 ? $"{name[(comma + 1)..].Trim()} {name[..comma].Trim()}" : name.Trim();
    }

    /// <summary>Names without markup, doubles, addresses and empty ones.</summary>
    public static IReadOnlyList<string> Clean(IEnumerable<string?> names) =>
    [
        .. names.OfType<string>()
            .Select(name => NormalizedText.From(Markup().Replace(name, "")).Trim().Trim(',', ';', '*', '.', '\u2217', '\u2020').Trim())
            .Where(name => name.Length is > 1 and <= MaxName && name.Any(char.IsLetter) && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxAuthors),
    ];

    [GeneratedRegex(@"^\s{0,3}(?:(?:written|posted|published|geschrieben|gespeichert|publié|publicado|escrito|scritto)\s)?(?:by|von|par|por|di|author|authors|autor|autoren|auteur|text)(?::\s{0,3}|\s{1,3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@",\s?and\s|\s(?:and|und|et|y)\s|(?<=\S\s\S+)\s&\s(?=\S+\s\S)|[,;\u00b7|]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@",?\s(?:and|und|et|y)\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AndWord();

    [GeneratedRegex(@"<[^<>]{0,400}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Markup();
}
