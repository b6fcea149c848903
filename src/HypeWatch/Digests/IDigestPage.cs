namespace HypeWatch.Digests;

/// <summary>Draws the HTML of a digest. The library knows no web framework, so whoever has one brings this.</summary>
public interface IDigestPage
{
    /// <summary>The page.</summary>
    /// <param name="issue">The digest.</param>
    /// <param name="links">The reader's own links.</param>
    /// <param name="chartAddress">Address of the chart's picture; null draws its table alone.</param>
    Task<string> RenderAsync(DigestIssue issue, IReadOnlyList<DigestLink> links, string? chartAddress);
}
