namespace HypeWatch.Model;

/// <summary>Neighbouring passages under the same headings in the same part of a document: one line of its section map.</summary>
/// <param name="Heading">Headings above it, outermost first, joined by " > ".</param>
/// <param name="Place">The part of the document.</param>
/// <param name="Span">From the first passage to the last.</param>
/// <param name="Passages">How many passages.</param>
public sealed record Section(string Heading, Place Place, Span Span, int Passages)
{
    /// <summary>The section map of a version, in its order.</summary>
    public static IReadOnlyList<Section> Of(DocumentVersion version)
    {
        var sections = new List<Section>();
        for (var i = 0; i < version.Passages.Count; i++)
        {
            var passage = version.Passages[i];
            // A heading stands under the ones above it; on the map it belongs to the section that it opens.
            var (heading, place) = i + 1 < version.Passages.Count && Opens(version.TextOf(passage), passage, version.Passages[i + 1]) ? (version.Passages[i + 1].Heading, version.Passages[i + 1].Place) : (passage.Heading, passage.Place);
            if (sections.Count > 0 && sections[^1] is var last && last.Heading == heading && last.Place == place)
                sections[^1] = last with { Span = new(last.Span.Start, passage.Span.End), Passages = last.Passages + 1 };
            else sections.Add(new(heading, place, passage.Span, 1));
        }

        return sections;
    }

    private static bool Opens(string words, Passage heading, Passage next) =>
        next.Heading.Length > heading.Heading.Length && next.Heading == (heading.Heading.Length > 0 ? $"{heading.Heading} > {words}" : words);
}
