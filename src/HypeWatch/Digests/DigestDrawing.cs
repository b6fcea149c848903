namespace HypeWatch.Digests;

/// <summary>Draws a digest once for all its readers.</summary>
public sealed class DigestDrawing(IDigestPage page, DigestAddresses addresses)
{
    /// <summary>Text, HTML and picture.</summary>
    public async Task<DrawnDigest> DrawAsync(DigestIssue issue)
    {
        var links = addresses.ReadersOwn;
        return new(issue, DigestTextRenderer.Render(issue, links), await page.RenderAsync(issue, links, issue.Chart is null ? null : MailWriter.PictureAddress), issue.Chart is { } chart ? ChartPicture.Draw(chart) : null);
    }
}
