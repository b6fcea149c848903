using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Finds the entries of a document's reference list: blocks marked as such, and the blocks below a heading such as "References".</summary>
internal static class ReferenceList
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

            if (text.Length >= ShortestEntry) references.Add(ReferenceEntry.Parse(references.Count, text, block.Span));
        }

        return references;
    }
}
