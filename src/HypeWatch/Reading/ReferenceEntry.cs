using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Takes an entry of a reference list apart as far as its style allows; what is not recognised stays null.</summary>
internal static partial class ReferenceEntry
{
    private const int MaxLength = 3000;
    private const int MaxAuthors = 60;
    private const int FewestTitleLetters = 5;

    public static Reference Parse(int index, string entry, Span? span)
    {
        var text = NormalizedText.From(entry.Length > MaxLength ? entry[..MaxLength] : entry);
        var mark = Label().Match(text);
        var body = Whitespace().Replace(text[mark.Length..], " ").Trim();
        var (authors, title) = AuthorsAndTitle(body);
        if (title is not null && (title.Count(char.IsLetter) < FewestTitleLetters || title.StartsWith("URL ", StringComparison.Ordinal))) title = null;
        return new(index, entry, span, title, FamilyNames(authors), YearIn(body), CanonicalUrl.Doi(body), CanonicalUrl.ArxivId(body), UrlIn(body),
            mark.Success ? mark.Groups["label"].Value : null);
    }

    /// <summary>All that a citation key tells: <c>olah2018building</c> is Olah, 2018.</summary>
    public static Reference FromKey(string key)
    {
        var match = Key().Match(key);
        return match.Success
            ? new(0, key, null, null, [char.ToUpperInvariant(match.Groups["name"].Value[0]) + match.Groups["name"].Value[1..]], YearIn(match.Groups["year"].Value), null, null, null, key)
            : new(0, key, null, null, [], null, null, null, null, key);
    }

    /// <summary>The year of a work: the last plausible one that is no part of an address or number.</summary>
    public static int? YearIn(string text)
    {
        int? year = null;
        var words = Address().Replace(text, " ");
        foreach (var match in Year().EnumerateMatches(words)) year = int.Parse(words.AsSpan(match.Index, 4), CultureInfo.InvariantCulture);
        return year;
    }

    /// <summary>The first address in a text; null when there is none.</summary>
    public static string? UrlIn(string text)
    {
        var match = WebAddress().Match(text);
        return match.Success && Uri.TryCreate(match.Value.TrimEnd('.', ',', ';', ')'), UriKind.Absolute, out var uri) ? uri.AbsoluteUri : null;
    }

    private static (string Authors, string? Title) AuthorsAndTitle(string body)
    {
        var quoted = Quoted().Match(body);
        if (quoted.Success) return (body[..quoted.Index], quoted.Groups["title"].Value.Trim(' ', ',', '.'));
        var dated = YearAfterAuthors().Match(body);
        if (dated.Success) return (dated.Groups["authors"].Value, dated.Groups["title"].Value.Trim());
        var listed = InitialsThenTitle().Match(body);
        if (listed.Success) return (listed.Groups["authors"].Value, listed.Groups["title"].Value.Trim().TrimEnd('.'));
        var parts = SentenceSplitter.Split(body, new(0, body.Length));
        if (parts.Count < 2) return ("", null);
        // Some styles print the title before the names.
        if (!LooksLikeNames(parts[0].Of(body))) return (LooksLikeNames(parts[1].Of(body)) ? parts[1].Of(body) : "", parts[0].Of(body).TrimEnd('.', ' '));
        // A venue such as "arXiv preprint" starts in lower case and ends a title all the same.
        var rest = body[parts[1].Start..];
        var stop = TitleEnd().Match(rest);
        var title = (stop.Success ? rest[..stop.Index] : rest).TrimEnd('.', ' ');
        return (parts[0].Of(body), title.Length is > 5 and < 400 && !title.StartsWith("http", StringComparison.Ordinal) ? title : null);
    }

    /// <summary>Names have no words in lower case but a few particles.</summary>
    private static bool LooksLikeNames(string text) =>
        !text.Contains('?', StringComparison.Ordinal) &&
        text.Split([' ', ',', ';', '&', '.'], StringSplitOptions.RemoveEmptyEntries)
            .All(word => !char.IsLower(word[0]) || word is "and" or "et" or "al" or "de" or "van" or "der" or "den" or "von" or "la" or "le" or "del" or "della" or "di" or "da" or "dos" or "el" or "bin" or "ten" or "ter" or "others");

    private static List<string> FamilyNames(string authors)
    {
        var names = new List<string>();
        foreach (var part in Between().Split(authors.Length > 2000 ? authors[..2000] : authors))
        {
            var name = part.Trim(' ', '.', '(', ')');
            if (name.Length == 0 || names.Count >= MaxAuthors || name is "et al" or "others" || Initials().IsMatch(name)) continue;
            // "Ruiz, A. B." comes in two parts, "Ada B. Ruiz" in one.
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Initials().IsMatch(word)).ToList();
            if (words.Count is 0 or > 6) continue;
            var family = words[^1].Trim('.', ',');
            if (family.Length is > 1 and < 50 && char.IsLetter(family[0])) names.Add(family);
        }

        return names;
    }

    [GeneratedRegex(@"^\s{0,3}(?:\[(?<label>\d{1,4}|[A-Z][A-Za-z+]{0,12}\d{2,4}[a-z]?)\]|(?<label>\d{1,4})\.(?=\s))\s{0,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"^(?<name>[a-z]{2,30}?)[-_:]?(?<year>(?:19|20)\d\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"[.?!](?=\s|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TitleEnd();

    [GeneratedRegex(@"(?<![\d./:\u2013-])(?:19[5-9]\d|20[0-4]\d)(?![\d\u2013-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"https?://[^\s<>""{}|\\^`]{3,500}|arxiv:\S{5,30}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"https?://[^\s<>""{}|\\^`]{3,500}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WebAddress();

    [GeneratedRegex("[\u201c\"](?<title>[^\u201d\"]{8,300})[\u201d\"]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?<authors>[^\d]{3,600}?)[.,]?\s\(?(?:19|20)\d\d[a-z]?(?:,\s[A-Z][a-z]{2,8})?\)?[.:,]\s(?<title>[^.?!]{5,300})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearAfterAuthors();

    /// <summary><c>Ruiz, A. B., and Chen, C. Title</c>: the last initial's stop ends the names.</summary>
    [GeneratedRegex(
        @"^(?<authors>(?:(?:,\s)?(?:(?:and|&)\s)?(?:[a-z]{2,3}\s){0,2}\p{Lu}[\w'\u2019-]{1,30}(?:\s\p{Lu}[\w'\u2019-]{1,30}){0,2},\s\p{Lu}\.(?:[-\s]?\p{Lu}\.){0,3}){1,60}(?:,?\set\sal\.)?)\s(?<title>[^\d\s(][^.?!]{5,300}[.?!]?)",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InitialsThenTitle();

    [GeneratedRegex(@",\s?and\s|\sand\s|\s?&\s|[,;]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:[A-Z]\.?[-\s]?){1,4}$|^(?:Jr|Sr|II|III)\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Initials();
}
