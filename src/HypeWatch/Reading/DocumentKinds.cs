using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>The kind of a document that nobody stated: from its host, then from its shape, else a blog post.</summary>
internal static class DocumentKinds
{
    private static readonly string[] PaperHosts = ["arxiv.org", "openreview.net", "transformer-circuits.pub", "distill.pub", "aclanthology.org", "proceedings.mlr.press", "doi.org"];
    private static readonly string[] SocialHosts = ["x.com", "bsky.app", "mastodon.social", "linkedin.com", "threads.net"];
    private static readonly string[] PolicyHosts = ["congress.gov", "regulations.gov", "federalregister.gov", "parliament.uk", "europarl.europa.eu", "whitehouse.gov"];

    public static DocumentKind Guess(string canonicalUrl, Extraction extraction, int references)
    {
        var host = Uri.TryCreate(canonicalUrl, UriKind.Absolute, out var uri) ? uri.Host : "";
        if (IsAt(host, PaperHosts)) return DocumentKind.Paper;
        if (IsAt(host, PolicyHosts) || host.EndsWith(".gov", StringComparison.Ordinal) || host.EndsWith(".gov.uk", StringComparison.Ordinal) || host.Contains("parliament", StringComparison.Ordinal)) return DocumentKind.Policy;
        if (IsAt(host, SocialHosts)) return DocumentKind.ThirdPartySocial;
        var hasAbstract = extraction.Blocks.Any(block => block.Role.Kind == BlockKind.Heading && SectionRoles.Of(block.Span.Of(extraction.Text)) == Place.Abstract);
        return extraction.Metadata.IsScholarly && references > 0 || hasAbstract && references > 2 ? DocumentKind.Paper : DocumentKind.Blog;
    }

    private static bool IsAt(string host, string[] hosts) => Array.Exists(hosts, known => host == known || host.EndsWith("." + known, StringComparison.Ordinal));
}
