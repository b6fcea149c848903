namespace HypeWatch.Model;

/// <summary>A text that another one was made of: a syndicated article, a mirrored post, a press release printed as news.</summary>
/// <param name="Version">The copy.</param>
/// <param name="Origin">The text that stands for all its copies: the first published, of those of one day the longest.</param>
/// <param name="Shared">Share of the copy's words that stand in the origin in the same order, 0 to 1.</param>
/// <param name="Differences">What the copy says that the origin does not, as spans of the copy's text.</param>
public sealed record Copy(VersionId Version, VersionId Origin, double Shared, IReadOnlyList<Span> Differences);
