using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>Finds the pointers of a sentence: figures, tables, sections, citations, links, demonstrations, datasets, single examples.</summary>
internal sealed partial class PointerFinder(LexiconSet lexicons)
{
    /// <summary>More numbers than this in one pair of brackets are an interval or data, not a list of references.</summary>
    private const int LongestRun = 12;

    private static readonly string[] DemoWords = ["demo", "interactive", "feature browser", "video"];
    private static readonly string[] AnecdoteWords = ["for example", "for instance", "case study", "anecdote", "we noticed"];

    /// <summary>All pointers of a sentence, in order and without overlaps: where two compete, the earlier kind of the list above stands.</summary>
    public IReadOnlyList<Pointer> Find(DocumentVersion version, Span sentence)
    {
        var found = new List<Pointer>();
        foreach (var pointer in Parts(version.Text, sentence).Concat(Brackets(version, sentence)).Concat(AuthorYears(version, sentence)).Concat(Links(version, sentence)).Concat(Words(version.Text, sentence)))
            if (!found.Exists(other => other.Span.Overlaps(pointer.Span))) found.Add(pointer);
        return [.. found.OrderBy(pointer => pointer.Span.Start)];
    }

    private static IEnumerable<Pointer> Parts(string text, Span sentence)
    {
        foreach (Match match in PartPattern().Matches(sentence.Of(text)))
        {
            var word = match.Groups["word"].Value;
            var kind = word[0] switch
            {
                'F' or 'f' => EvidenceKind.Figure,
                'T' or 't' => EvidenceKind.Table,
                _ => EvidenceKind.Section,
            };
            var isAppendix = word.StartsWith("app", StringComparison.OrdinalIgnoreCase) || word.StartsWith("supp", StringComparison.OrdinalIgnoreCase);
            yield return new(kind, Shift(sentence, match), isAppendix ? "Appendix " + match.Groups["label"].Value : match.Groups["label"].Value);
        }
    }

    private static IEnumerable<Pointer> Brackets(DocumentVersion version, Span sentence)
    {
        if (version.References.Count == 0) yield break;
        foreach (Match match in BracketPattern().Matches(sentence.Of(version.Text)))
        {
            var labels = match.Groups["run"].Value.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (labels.Length <= LongestRun && version.References.FirstOrDefault(entry => labels.Contains(entry.Label)) is { Label: { } label })
                yield return new(EvidenceKind.Citation, Shift(sentence, match), label);
        }
    }

    /// <summary>A name with a year counts when it is written as a citation, or when the reference list has it: "Claude 2024" is neither.</summary>
    private static IEnumerable<Pointer> AuthorYears(DocumentVersion version, Span sentence) =>
        from citation in InlineCitations.Find(version.Text, sentence)
        let words = citation.Span.Of(version.Text)
        where words.Contains("et al", StringComparison.Ordinal) || words.Contains(',', StringComparison.Ordinal) || words.Contains('(', StringComparison.Ordinal)
            || version.References.Any(citation.IsEntry)
        select new Pointer(EvidenceKind.Citation, citation.Span, citation.FirstAuthor, citation.Year);

    private static IEnumerable<Pointer> Links(DocumentVersion version, Span sentence) =>
        from link in version.Links
        where link.Span.Length > 0 && link.Span.Overlaps(sentence)
        select new Pointer(EvidenceKind.Link, link.Span, Url: link.Url);

    private IEnumerable<Pointer> Words(string text, Span sentence)
    {
        foreach (var hit in lexicons.EvidencePointers.Find(text, sentence))
        {
            if (DemoWords.Contains(hit.Term.Term)) yield return new(EvidenceKind.Demo, hit.Span);
            else if (AnecdoteWords.Contains(hit.Term.Term)) yield return new(EvidenceKind.Anecdote, hit.Span);
        }

        foreach (var hit in lexicons.Baselines.Find(text, sentence))
            if (hit.Term.Subcategory == "benchmark_name") yield return new(EvidenceKind.Dataset, hit.Span);
        foreach (Match match in DatasetPattern().Matches(sentence.Of(text))) yield return new(EvidenceKind.Dataset, Shift(sentence, match));
    }

    private static Span Shift(Span sentence, Match match) => new(sentence.Start + match.Index, sentence.Start + match.Index + match.Length);

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:(?<word>fig(?:ure)?s?\.?|tab(?:le)?s?\.?|sec(?:tion)?s?\.?|\u00a7|app(?:endix|endices)?\.?|supplement(?:ary)?(?: note| section)?) ?(?<label>[A-Z]?\.?\d{1,3}(?:\.\d{1,2}){0,2}|(?<=app\w* )[A-Z](?![\p{L}'])))(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"\[(?<run>[A-Za-z0-9+]{1,12}(?:\s?[,;]\s?[A-Za-z0-9+]{1,12}){0,11})\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BracketPattern();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:[A-Z][\w-]{1,20} )?(?:data ?sets?|corpus|corpora)(?![\p{L}\d])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatasetPattern();
}
