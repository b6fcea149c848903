namespace HypeWatch.Http;

/// <summary>The media type that a file's name suggests.</summary>
internal static class FileContentType
{
    /// <summary>The type; <c>application/octet-stream</c> for a name that suggests none.</summary>
    public static string Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".html" or ".htm" => "text/html",
        ".xhtml" => "application/xhtml+xml",
        ".md" or ".markdown" or ".mdx" => "text/markdown",
        ".txt" => "text/plain",
        ".pdf" => "application/pdf",
        ".json" => "application/json",
        ".xml" or ".rdf" => "application/xml",
        ".rss" => "application/rss+xml",
        ".atom" => "application/atom+xml",
        ".csv" => "text/csv",
        ".bib" => "application/x-bibtex",
        ".tex" => "application/x-tex",
        ".eml" => "message/rfc822",
        _ => "application/octet-stream",
    };
}
