using System.Text.RegularExpressions;

namespace HypeWatch.Literature.Formats;

/// <summary>Reads RIS: lines of a two-letter tag, two blanks, a hyphen and a value, from <c>TY</c> to <c>ER</c>.</summary>
internal static partial class RisReader
{
    /// <summary>A value that runs over several lines is cut beyond this many characters.</summary>
    private const int LongestValue = 20_000;

    /// <summary>Reads all entries.</summary>
    public static WorkEntries Read(string text)
    {
        List<WorkEntry> entries = [];
        List<EntryProblem> problems = [];
        List<(string Tag, string Value)>? fields = null;
        var (number, start) = (0, 0);
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (LinePattern().Match(line.TrimEnd('\r')) is not { Success: true } match)
            {
                // A value may run over several lines.
                if (fields is { Count: > 0 } && !string.IsNullOrWhiteSpace(line) && fields[^1].Value.Length < LongestValue) fields[^1] = (fields[^1].Tag, $"{fields[^1].Value} {line.Trim()}");
                continue;
            }

            var (tag, value) = (match.Groups["tag"].Value, match.Groups["value"].Value.Trim());
            if (tag == "TY")
            {
                if (fields is not null) problems.Add(new(start, "the entry is not ended by ER"));
                (fields, start) = ([], number);
            }

            fields?.Add((tag, value));
            if (tag != "ER" || fields is null) continue;
            if (Entry(start, fields) is { } entry) entries.Add(entry);
            else problems.Add(new(start, "the entry has no title"));
            fields = null;
        }

        if (fields is not null) problems.Add(new(start, "the entry is not ended by ER"));
        return new(entries, problems);
    }

    private static WorkEntry? Entry(int line, List<(string Tag, string Value)> fields)
    {
        string? Field(params string[] tags) => tags.SelectMany(tag => fields.Where(field => field.Tag == tag && field.Value.Length > 0).Select(field => field.Value)).FirstOrDefault();
        IEnumerable<string> All(params string[] tags) => fields.Where(field => tags.Contains(field.Tag, StringComparer.Ordinal) && field.Value.Length > 0).Select(field => field.Value);
        if (Field("TI", "T1", "CT") is not { } title) return null;
        var date = (Field("DA", "PY", "Y1") ?? "").Split('/', '-');
        return new(line, title, [.. All("AU", "A1").Select(BibliographyFile.Family)], BibliographyFile.Date(Field("PY", "Y1") ?? date[0], date.ElementAtOrDefault(1), date.ElementAtOrDefault(2)))
        {
            Venue = Field("JO", "JF", "T2", "BT", "PB"), Doi = Field("DO"), Url = Field("UR"), Abstract = Field("AB", "N2"),
            Arxiv = ArxivId.Marked(string.Join(' ', All("UR", "JO", "T2", "N1", "AN", "ID", "DO"))).FirstOrDefault(), Keywords = [.. All("KW")],
            IsPeerReviewed = fields[0].Value is "JOUR" or "CONF" or "CPAPER",
        };
    }

    [GeneratedRegex(@"^\uFEFF?(?<tag>[A-Z][A-Z0-9]) {0,2}-(?: (?<value>.*))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinePattern();
}
