using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>Words that point to evidence.</summary>
/// <param name="Kind">What they point to.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Label">Number or letter of the target (<c>3</c>, <c>4.2</c>, <c>B</c>), marker of a reference, family name of a cited author; empty for other pointers.</param>
/// <param name="Year">Year of a citation by author and year.</param>
/// <param name="Url">Address of a link.</param>
internal sealed record Pointer(EvidenceKind Kind, Span Span, string Label = "", int? Year = null, string? Url = null);
