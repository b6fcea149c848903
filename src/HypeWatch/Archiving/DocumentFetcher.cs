using HypeWatch.Http;
using HypeWatch.Model;
using Microsoft.Extensions.Options;

namespace HypeWatch.Archiving;

/// <summary>Reads a document where its item says, keeps the bytes, and tells what was read and when.</summary>
public sealed class DocumentFetcher(PoliteHttp http, Archive archive, IOptions<HttpSettings> settings, TimeProvider time)
{
    // A local address out of a feed or a page would read the user's disk (threat 8).
    private const string OnlySourceOfFiles = "command-line";
    private static readonly TimeSpan BusyFilePause = TimeSpan.FromMinutes(1);

    /// <summary>Fetches a document and stores its bytes.</summary>
    /// <param name="item">What to read: an http(s) address, or a <c>file:</c> address that was given on the command line.</param>
    /// <param name="previous">The last snapshot, whose validators are sent; null to read in any case.</param>
    /// <param name="ct">Ends the fetch.</param>
    /// <exception cref="IOException">The archive cannot be written.</exception>
    public async Task<FetchOutcome> FetchAsync(SourceItem item, Snapshot? previous, CancellationToken ct)
    {
        if (item.Metadata.Content is { } sent) return await KeepAsync(item, await archive.ReadAsync(sent.Sha256, ct), sent.ContentType, null, null, ct);
        if (!Uri.TryCreate(item.Url, UriKind.Absolute, out var url)) return new FetchOutcome.Refused($"'{item.Url}' is no absolute address");
        return url.IsFile ? await FromFileAsync(item, url, ct) : await FromWebAsync(item, url, previous, ct);
    }

    private async Task<FetchOutcome> FromWebAsync(SourceItem item, Uri url, Snapshot? previous, CancellationToken ct)
    {
        // Validators belong to the address that they came from, which is another one when a saved copy was read before.
        var validators = previous is { ETag: not null } or { LastModified: not null } && previous.Item.Url == item.Url
            ? new HttpValidators(previous.ETag, previous.LastModified)
            : null;
        return await http.GetAsync(url, HttpPurpose.Document, validators, ct) switch
        {
            HttpAnswer.Fetched fetched => await KeepAsync(item, fetched.Bytes, fetched.ContentType, fetched.ETag, fetched.LastModified, ct) with
            {
                Exchange = new(fetched.FinalUrl, fetched.Status, fetched.RequestHeaders, fetched.Headers),
            },
            HttpAnswer.NotModified => new FetchOutcome.NotModified(),
            HttpAnswer.Gone gone => new FetchOutcome.Gone(gone.Reason),
            HttpAnswer.Refused refused => new FetchOutcome.Refused(refused.Reason),
            HttpAnswer.TryLater later => new FetchOutcome.TryLater(later.After, later.Reason),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType().Name}."),
        };
    }

    private async Task<FetchOutcome> FromFileAsync(SourceItem item, Uri url, CancellationToken ct)
    {
        if (item.Source != OnlySourceOfFiles) return new FetchOutcome.Refused($"{item.Source} names a local file; files are read only when they are given on the command line");
        if (url.IsUnc) return new FetchOutcome.Refused($"{item.Url} lies on another machine");
        var path = url.LocalPath;
        var limit = settings.Value.MaxBodyBytes;
        byte[] bytes;
        try
        {
            if (!File.Exists(path)) return new FetchOutcome.Gone($"no such file: {path}");
            if (new FileInfo(path).Length > limit) return new FetchOutcome.Refused(FormattableString.Invariant($"{path} is larger than {limit} bytes (Http:MaxBodyBytes)"));
            bytes = await File.ReadAllBytesAsync(path, ct);
        }
        catch (UnauthorizedAccessException)
        {
            return new FetchOutcome.Refused($"no permission to read {path}");
        }
        catch (IOException exception)
        {
            return new FetchOutcome.TryLater(BusyFilePause, exception.Message);
        }

        return await KeepAsync(item, bytes, FileContentType.Of(path), null, null, ct);
    }

    private async Task<FetchOutcome.Fetched> KeepAsync(SourceItem item, ReadOnlyMemory<byte> bytes, string type, string? etag, string? lastModified, CancellationToken ct)
    {
        var sha256 = await archive.StoreAsync(bytes, ct);
        var id = new SnapshotId(ContentId.Of("snp", item.Key, sha256));
        return new FetchOutcome.Fetched(new Snapshot(id, item, time.GetUtcNow(), sha256, bytes.Length, type, etag, lastModified), bytes);
    }
}
