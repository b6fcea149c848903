namespace HypeWatch.Model;

/// <summary>Whether a document is about the topic, and why.</summary>
/// <param name="Version">The version that was judged.</param>
/// <param name="Relevant">Whether later stages should read it.</param>
/// <param name="Score">Density of topic terms, in a range that the reason explains.</param>
/// <param name="Reason">One line that names what decided.</param>
/// <param name="Terms">The strongest terms found.</param>
public sealed record ScreeningVerdict(VersionId Version, bool Relevant, double Score, string Reason, IReadOnlyList<string> Terms);
