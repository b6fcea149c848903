using System.Text.RegularExpressions;
using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>What a pointer leads to; all null when the target was not found.</summary>
internal sealed record Target(Span? Span = null, int? Reference = null, WorkId? Work = null, string? Url = null);

/// <summary>Finds the targets of pointers inside one version: a caption, a heading, an entry of the reference list, or an address.</summary>
internal sealed partial class TargetFinder
{
    private readonly DocumentVersion version;
    private readonly CitationMatcher matcher;
    private readonly Dictionary<string, Span> captions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Span> sections = new(StringComparer.OrdinalIgnoreCase);

    public TargetFinder(DocumentVersion version, CitationMatcher matcher)
    {
        this.version = version;
        this.matcher = matcher;
        foreach (var passage in version.Passages)
        {
            var head = version.Text.AsSpan(passage.Span.Start, Math.Min(passage.Span.Length, 40)).ToString();
            if (CaptionPattern().Match(head) is { Success: true } caption)
                captions.TryAdd(Key(caption.Groups["word"].Value, caption.Groups["label"].Value), passage.Span);
            if (SectionPattern().Match(head) is { Success: true } numbered) sections.TryAdd(Label(numbered), passage.Span);
            foreach (var heading in passage.Heading.Split(" > ", StringSplitOptions.RemoveEmptyEntries))
                if (SectionPattern().Match(heading) is { Success: true } above) sections.TryAdd(Label(above), passage.Span);
        }
    }

    public Target Find(Pointer pointer) => pointer.Kind switch
    {
        EvidenceKind.Figure => new(Lookup(captions, Key("f", pointer.Label))),
        EvidenceKind.Table => new(Lookup(captions, Key("t", pointer.Label))),
        EvidenceKind.Section => new(Lookup(sections, pointer.Label)),
        EvidenceKind.Citation => Cited(pointer),
        EvidenceKind.Link => new(Work: matcher.MatchUrl(pointer.Url!), Url: pointer.Url),
        _ => new(),
    };

    private Target Cited(Pointer pointer)
    {
        var entry = pointer.Year is { } year
            ? version.References.FirstOrDefault(new InlineCitation(pointer.Span, pointer.Label, year).IsEntry)
            : version.References.FirstOrDefault(reference => reference.Label == pointer.Label);
        var work = entry is not null ? matcher.Match(entry) : pointer.Year is { } known ? matcher.Match(pointer.Label, known) : null;
        return new(entry?.Span, entry?.Index, work, entry?.Url);
    }

    private static Span? Lookup(Dictionary<string, Span> known, string key) => known.TryGetValue(key, out var span) ? span : null;

    private static string Key(string word, string label) => char.ToLowerInvariant(word[0]) + label;

    private static string Label(Match match) => match.Groups["appendix"].Success ? "Appendix " + match.Groups["letter"].Value : match.Groups["number"].Value;

    [GeneratedRegex(@"^\W{0,3}(?<word>fig(?:ure)?\.?|tab(?:le)?\.?)\s?(?<label>[A-Z]?\.?\d{1,3})\s?[:.|\u2014-]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaptionPattern();

    [GeneratedRegex(@"^\s?(?:(?<appendix>app(?:endix|\.))\s(?<letter>[A-Z]|\d{1,2})\b|(?:section\s)?(?<number>\d{1,2}(?:\.\d{1,2}){0,2}|[A-Z]\.\d{1,2})\.?\s+\p{Lu})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SectionPattern();
}
