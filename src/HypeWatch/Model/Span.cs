namespace HypeWatch.Model;

/// <summary>Half-open range of UTF-16 code units in the normalised text of a version.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset after the last code unit.</param>
public readonly record struct Span(int Start, int End)
{
    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>The text at this range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie inside <paramref name="text"/>.</exception>
    public string Of(string text) => text[Start..End];

    /// <summary>Whether <paramref name="other"/> lies wholly inside this range.</summary>
    public bool Contains(Span other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two ranges share at least one code unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;
}
