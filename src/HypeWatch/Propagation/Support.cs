using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>What an edge between two texts rests on.</summary>
/// <param name="Kind">Link, named source or quotation.</param>
/// <param name="Words">The linking, naming or quoted words of the later text.</param>
internal sealed record Support(EdgeSupport Kind, string Words)
{
    private const int MaxWords = 400;

    /// <summary>Where in the later text the earlier one is linked, quoted or named; empty when only a list of references does so.</summary>
    public List<Span> Places { get; } = [];

    /// <summary>Those of the places that link, quote or name the text itself, and not only its publisher.</summary>
    public List<Span> Exact { get; } = [];

    /// <summary>Cuts the words of a text, and no more of them than a reader needs to find the place.</summary>
    public static Support Cut(EdgeSupport kind, string text, Span span)
    {
        var end = Math.Min(span.End, span.Start + MaxWords);
        // A pair of surrogates is one character.
        if (end < span.End && char.IsHighSurrogate(text[end - 1])) end--;
        return new(kind, new Span(span.Start, end).Of(text)) { Places = { span }, Exact = { span } };
    }
}
