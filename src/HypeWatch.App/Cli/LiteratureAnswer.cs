using HypeWatch.Literature;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary>The literature on a claim or a release, as every door gives it.</summary>
/// <param name="Ok">Always true.</param>
/// <param name="Related">Earlier works that bear on it; of a claim of priority also its qualifiers.</param>
/// <param name="Sides">What works say for and against a claim; null for a release.</param>
public sealed record LiteratureAnswer(bool Ok, RelatedAnswer Related, LiteratureSides? Sides);
