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
        foreach (var passage in version.Passages)
        {
            if (sections.Count > 0 && sections[^1] is var last && last.Heading == passage.Heading && last.Place == passage.Place)
                sections[^1] = last with { Span = new(last.Span.Start, passage.Span.End), Passages = last.Passages + 1 };
            else sections.Add(new(passage.Heading, passage.Place, passage.Span, 1));
        }

        return sections;
    }
}
