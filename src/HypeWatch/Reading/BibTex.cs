using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Reads BibTeX entries with a scanner that takes what it understands and goes on after what it does not.</summary>
internal static class BibTex
{
    private const int MaxEntries = 5000;
    private const int MaxValue = 20_000;

    public static IReadOnlyList<Reference> Parse(string text)
    {
        var entries = new List<Reference>();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && entries.Count < MaxEntries; at = text.IndexOf('@', at + 1))
        {
            var open = at + 1;
            while (open < text.Length && char.IsAsciiLetter(text[open])) open++;
            var type = text[(at + 1)..open];
            while (open < text.Length && char.IsWhiteSpace(text[open])) open++;
            if (type.Length == 0 || open >= text.Length || text[open] != '{' || type.Equals("comment", StringComparison.OrdinalIgnoreCase) || type.Equals("string", StringComparison.OrdinalIgnoreCase)) continue;
            var end = Close(text, open);
            if (end < 0) continue;
            entries.Add(Entry(text[(open + 1)..end], entries.Count));
            at = end - 1;
        }

        return entries;
    }

    private static Reference Entry(string body, int index)
    {
        var comma = body.IndexOf(',', StringComparison.Ordinal);
        var key = (comma < 0 ? body : body[..comma]).Trim();
        var fields = comma < 0 ? [] : Fields(body[(comma + 1)..]);
        var (title, authors, year) = (fields.GetValueOrDefault("title"), fields.GetValueOrDefault("author") ?? "", fields.GetValueOrDefault("year") ?? "");
        var where = string.Join(' ', fields.Where(field => field.Key is "journal" or "eprint" or "url" or "howpublished" or "note" or "archiveprefix").Select(field => field.Value));
        var eprint = fields.GetValueOrDefault("eprint") is { } id ? CanonicalUrl.ArxivId("arXiv:" + id) : null;
        var printed = string.Join(". ", new[] { authors, title, fields.GetValueOrDefault("journal") ?? fields.GetValueOrDefault("booktitle"), year }.Where(part => !string.IsNullOrEmpty(part)));
        return new(index, NormalizedText.From(printed.Length == 0 ? key : printed), null, title, FamilyNames(authors), ReferenceEntry.YearIn(year),
            fields.GetValueOrDefault("doi") is { } doi ? CanonicalUrl.Doi(doi) : null, eprint ?? CanonicalUrl.ArxivId(where), ReferenceEntry.UrlIn(fields.GetValueOrDefault("url") ?? where), key.Length is > 0 and < 200 ? key : null);
    }

    private static IReadOnlyList<string> FamilyNames(string authors) =>
    [
        .. authors.Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(100)
            .Select(name => name.Contains(',', StringComparison.Ordinal) ? name[..name.IndexOf(',', StringComparison.Ordinal)] : name[(name.LastIndexOf(' ') + 1)..])
            .Select(name => name.Trim()).Where(name => name.Length is > 1 and < 60 && name != "others"),
    ];

    private static Dictionary<string, string> Fields(string body)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < body.Length;)
        {
            var equals = body.IndexOf('=', at);
            if (equals < 0) break;
            var name = body[at..equals].Trim(' ', ',', '\n', '\r', '\t').ToLowerInvariant();
            var start = equals + 1;
            while (start < body.Length && char.IsWhiteSpace(body[start])) start++;
            if (start >= body.Length) break;
            var end = body[start] switch
            {
                '{' => Close(body, start),
                '"' => body.IndexOf('"', start + 1),
                _ => body.IndexOf(',', start),
            };
            if (end < 0) end = body.Length;
            var value = body[start] is '{' or '"' ? body[Math.Min(start + 1, end)..end] : body[start..end];
            if (name.Length is > 0 and < 40 && value.Length < MaxValue) fields[name] = Plain(value);
            at = end + 1;
        }

        return fields;
    }

    /// <summary>The closing brace that fits; -1 when there is none.</summary>
    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i - open < MaxValue * 4; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}' && --depth == 0) return i;
        }

        return -1;
    }

    private static string Plain(string value)
    {
        var plain = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is '{' or '}') continue;
            if (!char.IsWhiteSpace(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return NormalizedText.From(plain.ToString().Trim());
    }
}
