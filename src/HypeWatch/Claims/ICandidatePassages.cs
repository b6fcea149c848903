using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Chooses the passages that a language model is asked about.</summary>
public interface ICandidatePassages
{
    /// <summary>The passages worth asking about, in any order; empty when there are none.</summary>
    IReadOnlyList<Passage> Choose(DocumentVersion version);
}

/// <summary>All running text: no reference lists, no fragments.</summary>
public sealed class ProsePassages : ICandidatePassages
{
    /// <summary>Shorter pieces are labels and crumbs of navigation; in UTF-16 code units, since not every script parts its words.</summary>
    private const int Shortest = 20;

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Choose(DocumentVersion version) =>
        [.. version.Passages.Where(passage => passage.Place is not Place.Other && passage.Span.Length >= Shortest)];
}
