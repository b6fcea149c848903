using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Finds the entries of a document's reference list: blocks marked as such, and the blocks below a heading such as "References".</summary>
internal static partial class ReferenceList
{
    private const int MaxEntries = 3000;
    private const int ShortestEntry = 20;

    public static IReadOnlyList<Reference> Of(Extraction extraction)
    {
        var references = new List<Reference>(extraction.Bibliography);
        int? level = null;
        foreach (var block in extraction.Blocks)
        {
            if (references.Count >= MaxEntries) break;
            if (block.Role.Kind == BlockKind.Heading && !block.Role.IsComment)
            {
                var isList = SectionRoles.IsReferences(block.Span.Of(extraction.Text));
                if (isList) level = block.Role.Level;
                else if (level is { } open && block.Role.Level <= open) level = null;
                continue;
            }

            if (block.Role.Kind != BlockKind.Reference && (level is null || block.Role.IsComment || block.Role.Kind is BlockKind.Footnote or BlockKind.Caption)) continue;
            var text = block.Span.Of(extraction.Text);
            if (block.Role.Kind == BlockKind.Code)
            {
                references.AddRange(BibTex.Parse(text).Select((entry, i) => entry with { Index = references.Count + i }));
                continue;
            }

            foreach (var span in Entries(text).Take(MaxEntries - references.Count))
                if (span.Length >= ShortestEntry) references.Add(ReferenceEntry.Parse(references.Count, span.Of(text), new(block.Span.Start + span.Start, block.Span.Start + span.End)));
        }

        return references;
    }

    /// <summary>The entries of a block: one, unless it holds several whose numbers in brackets follow each other.</summary>
    private static IEnumerable<Span> Entries(string text)
    {
        var start = 0;
        if (NumberPattern().Match(text) is { Success: true, Index: 0 } first)
            for (var (mark, number) = (first.NextMatch(), int.Parse(first.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)); mark.Success; mark = mark.NextMatch())
            {
                if (int.Parse(mark.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) != number + 1) continue;
                yield return new(start, start + text.AsSpan(start, mark.Index - start).TrimEnd().Length);
                (start, number) = (mark.Index, number + 1);
            }

        yield return new(start, text.Length);
    }

    [GeneratedRegex(@"(?<=^|[\s.])\[(?<number>\d{1,4})\](?=\s)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPattern();
}
