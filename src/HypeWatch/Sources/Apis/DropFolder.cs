namespace HypeWatch.Sources.Apis;

/// <summary>Files that somebody drops into a folder while it is being read.</summary>
internal static class DropFolder
{
    /// <summary>The bytes of a file; null when it cannot be had now, is too large, or was changed after an instant.</summary>
    public static async Task<byte[]?> ReadAsync(string path, long limit, DateTimeOffset settledAt, CancellationToken ct)
    {
        try
        {
            var file = new FileInfo(path);
            return !file.Exists || file.Length > limit || file.LastWriteTimeUtc > settledAt.UtcDateTime ? null : await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The media type that a file's name suggests.</summary>
    public static string ContentType(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => "text/html",
        ".md" or ".markdown" or ".mdx" => "text/markdown",
        ".txt" => "text/plain",
        ".pdf" => "application/pdf",
        _ => "application/octet-stream",
    };
}
