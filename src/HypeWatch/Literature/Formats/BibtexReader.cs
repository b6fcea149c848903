using System.Text;
using System.Text.RegularExpressions;

namespace HypeWatch.Literature.Formats;

/// <summary>
/// Reads BibTeX and BibLaTeX (<see href="https://ctan.org/pkg/bibtex"/>): entries in braces or parentheses, values in braces, quotes, digits or names of
/// <c>@string</c>, joined by <c>#</c>; fields inherited by <c>crossref</c>. Comments and preambles are passed over.
/// </summary>
internal sealed partial class BibtexReader(string text)
{
    /// <summary>Braces inside each other before an entry is given up.</summary>
    private const int DeepestBraces = 50;

    /// <summary>Characters of a value before an entry is given up.</summary>
    private const int LongestValue = 1_000_000;

    private const int LongestKey = 1000;

    /// <summary>After so many malformed entries a file is no bibliography.</summary>
    private const int MostProblems = 1000;

    private readonly Dictionary<string, string> strings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Line, string Kind, Dictionary<string, string> Fields)> found = [];
    private readonly Dictionary<string, Dictionary<string, string>> byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EntryProblem> problems = [];
    private int at;
    private int line = 1;

    private sealed class MalformedException(string message) : Exception(message);

    /// <summary>Reads all entries.</summary>
    public WorkEntries Read()
    {
        while (SkipTo('@'))
        {
            if (problems.Count >= MostProblems)
            {
                problems.Add(new(line, "too many malformed entries; the rest of the file was not read"));
                break;
            }

            var (start, begun) = (line, at);
            try
            {
                ReadEntry(start);
            }
            catch (MalformedException problem)
            {
                problems.Add(new(start, problem.Message));
                // What was not closed may have run over later entries, which begin their lines.
                (at, line) = (begun, start);
                do Next();
                while (at < text.Length && !(text[at] == '@' && text[at - 1] == '\n'));
            }
        }

        var entries = new List<WorkEntry>();
        foreach (var (start, kind, fields) in found)
        {
            if (fields.GetValueOrDefault("crossref") is { } parent && byKey.GetValueOrDefault(parent) is { } inherited && inherited != fields)
                foreach (var (name, value) in inherited) fields.TryAdd(name.Equals("title", StringComparison.OrdinalIgnoreCase) ? "booktitle" : name, value);
            if (Entry(start, kind, fields) is { } entry) entries.Add(entry);
            else problems.Add(new(start, "the entry has no title"));
        }

        return new(entries, problems);
    }

    private static WorkEntry? Entry(int line, string kind, Dictionary<string, string> fields)
    {
        string? Field(params string[] names) => names.Select(name => fields.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { } raw ? BibtexText.Plain(raw) : null;
        // In addresses a tilde and two dashes stand for themselves.
        string? Address(string name) => fields.GetValueOrDefault(name) is { } raw ? EscapePattern().Replace(raw, "${sign}").Trim('{', '}', ' ', '\n', '\r', '\t') : null;
        if (Field("title") is not { Length: > 0 } title) return null;
        var date = Field("date");
        var parts = date?.Split('-');
        var authors = SplitNames(fields.GetValueOrDefault("author") ?? fields.GetValueOrDefault("editor") ?? "").Select(Family).Where(name => name.Length > 0 && name != "others");
        var eprint = Field("archiveprefix", "eprinttype")?.Equals("arxiv", StringComparison.OrdinalIgnoreCase) == true ? Field("eprint") : null;
        return new(line, title, [.. authors], BibliographyFile.Date(Field("year") ?? parts?[0], Field("month") ?? (parts?.Length > 1 ? parts[1] : null), Field("day") ?? (parts?.Length > 2 ? parts[2] : null)))
        {
            Venue = Field("journal", "journaltitle", "booktitle", "publisher", "howpublished"), Doi = Address("doi"), Url = Address("url"), Abstract = Field("abstract"),
            Arxiv = eprint ?? ArxivId.Marked($"{Field("journal")} {Field("note")} {Field("url")} {Field("doi")}").FirstOrDefault(),
            Keywords = [.. (Field("keywords") ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            IsPeerReviewed = kind is "article" or "inproceedings" or "conference" && Field("journal")?.Contains("arxiv", StringComparison.OrdinalIgnoreCase) != true,
        };
    }

    /// <summary>A name wholly in braces is that of a group.</summary>
    private static string Family(string name) =>
        name.Trim() is ['{', .. var inside, '}'] && !inside.Contains('}', StringComparison.Ordinal) ? BibtexText.Plain(inside) : BibliographyFile.Family(BibtexText.Plain(name));

    /// <summary>Names are joined by the word "and" outside braces.</summary>
    private static IEnumerable<string> SplitNames(string names)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] == '{') depth++;
            else if (names[i] == '}') depth--;
            else if (depth == 0 && i + 5 <= names.Length && char.IsWhiteSpace(names[i]) && string.Compare(names, i + 1, "and", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 && char.IsWhiteSpace(names[i + 4]))
            {
                yield return names[start..i];
                start = i + 5;
                i += 4;
            }
        }

        yield return names[start..];
    }

    private void ReadEntry(int start)
    {
        Next();
        var kind = Word().ToLowerInvariant();
        SkipBlank();
        if (kind == "comment" || at >= text.Length || text[at] is not ('{' or '(')) return;
        var end = text[at] == '{' ? '}' : ')';
        if (kind == "preamble")
        {
            _ = Braced();
            return;
        }

        Next();
        SkipBlank();
        var key = "";
        if (kind != "string")
        {
            key = Until(end, ',').Trim();
            if (at < text.Length && text[at] == ',') Next();
        }

        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (SkipBlank(); at < text.Length && text[at] != end; SkipBlank())
        {
            if (text[at] == ',')
            {
                Next();
                continue;
            }

            var name = Word();
            SkipBlank();
            if (name.Length == 0 || at >= text.Length || text[at] != '=') throw new MalformedException($"entry '{key}' is malformed near '{Near()}'");
            Next();
            var value = Value();
            // Of a field that is given twice the first counts, as in BibTeX.
            if (kind == "string") strings[name] = value;
            else fields.TryAdd(name, value);
        }

        if (at >= text.Length) throw new MalformedException($"entry '{key}' is not closed");
        Next();
        if (kind == "string") return;
        byKey.TryAdd(key, fields);
        found.Add((start, kind, fields));
    }

    private string Value()
    {
        var value = new StringBuilder();
        for (; ; )
        {
            SkipBlank();
            if (at >= text.Length) throw new MalformedException("a value is missing at the end of the file");
            if (text[at] == '{') value.Append(Braced());
            else if (text[at] == '"') value.Append(Quoted());
            else if (Word() is { Length: > 0 } word) value.Append(strings.GetValueOrDefault(word, word));
            else throw new MalformedException($"a value is malformed near '{Near()}'");
            SkipBlank();
            if (value.Length > LongestValue) throw new MalformedException("a value is too long");
            if (at >= text.Length || text[at] != '#') return value.ToString();
            Next();
        }
    }

    private string Braced()
    {
        var start = at + 1;
        var depth = 0;
        for (; at < Math.Min(text.Length, start + LongestValue); Next())
        {
            if (text[at] == '\\' && at + 1 < text.Length) Next();
            else if (text[at] is '{' && ++depth > DeepestBraces) throw new MalformedException("braces are nested too deeply");
            else if (text[at] is '}' && --depth == 0)
            {
                var inside = text[start..at];
                Next();
                return inside;
            }
        }

        throw new MalformedException("a brace is not closed");
    }

    private string Quoted()
    {
        Next();
        var start = at;
        var depth = 0;
        for (; at < Math.Min(text.Length, start + LongestValue); Next())
        {
            if (text[at] == '\\' && at + 1 < text.Length) Next();
            else if (text[at] == '{') depth++;
            else if (text[at] == '}') depth--;
            else if (text[at] == '"' && depth == 0)
            {
                var inside = text[start..at];
                Next();
                return inside;
            }
        }

        throw new MalformedException("a quotation mark is not closed");
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('=' or ',' or '{' or '}' or '(' or ')' or '"' or '#' or '@')) at++;
        return text[start..at];
    }

    private string Until(char a, char b)
    {
        var start = at;
        while (at < Math.Min(text.Length, start + LongestKey) && text[at] != a && text[at] != b) Next();
        return text[start..at];
    }

    private string Near() => text[at..Math.Min(text.Length, at + 20)].ReplaceLineEndings(" ");

    private bool SkipTo(char mark)
    {
        while (at < text.Length && text[at] != mark) Next();
        return at < text.Length;
    }

    private void SkipBlank()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) Next();
    }

    [GeneratedRegex(@"\\(?<sign>[_%&#~$])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EscapePattern();

    private void Next()
    {
        if (at < text.Length && text[at] == '\n') line++;
        at++;
    }
}
