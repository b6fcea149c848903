using HypeWatch.Http;
using Microsoft.Extensions.Options;

namespace HypeWatch.Sources.Apis;

/// <summary>A folder into which somebody drops files while it is being read: what is still being written, too large or not to be had waits for the next poll.</summary>
internal sealed class DropFolder
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly long limit;
    private readonly DateTimeOffset settledAt;
    private int unread;

    /// <summary>Opens the folder that a source names.</summary>
    /// <exception cref="SourceException">There is none.</exception>
    public DropFolder(SourceSettings source, IOptions<HttpSettings> settings, TimeProvider time)
    {
        FullName = Path.GetFullPath(source.Url);
        if (!Directory.Exists(FullName)) throw new SourceException($"there is no folder {FullName}");
        (limit, settledAt) = (settings.Value.MaxBodyBytes, time.GetUtcNow() - Settling);
    }

    /// <summary>Its path.</summary>
    public string FullName { get; }

    /// <summary>The bytes of a file; null when it has to wait.</summary>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length <= limit && file.LastWriteTimeUtc <= settledAt.UtcDateTime) return await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Counted below: the poll ends with a failure that says how many.
        }

        unread++;
        return null;
    }

    /// <summary>Ends a poll: says that files wait.</summary>
    /// <exception cref="SourceException">Some do.</exception>
    public void Close()
    {
        if (unread > 0) throw new SourceException(FormattableString.Invariant($"{unread} files in {FullName} cannot be read, are too large, or are being written"), Pause);
    }
}
