using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Archiving;

/// <summary>
/// Writes fetches as WARC 1.1 (ISO 28500:2017), each record packed by itself as Annex D advises, so that standard tools read them. Bodies are kept
/// unpacked: the headers that tell of a packing or a length of the transfer stand as <c>X-Archive-Orig-</c>, as such tools do it.
/// </summary>
public sealed class WarcWriter(Stream output, string program)
{
    private const string Line = "\r\n";
    private static readonly HashSet<string> OfTransfer = new(StringComparer.OrdinalIgnoreCase) { "Content-Encoding", "Transfer-Encoding", "Content-Length", "Connection" };

    /// <summary>Writes the record that describes the file.</summary>
    public Task WriteInfoAsync(DateTimeOffset at, CancellationToken ct)
    {
        var body = Encoding.UTF8.GetBytes($"software: {program}{Line}format: WARC File Format 1.1{Line}");
        return RecordAsync("warcinfo", IdOf("info", Stamp(at)), at, null, null, "application/warc-fields", body, ct);
    }

    /// <summary>Writes a fetch as a response and its request.</summary>
    /// <param name="fetch">The fetch.</param>
    /// <param name="body">The bytes that it yielded.</param>
    /// <param name="ct">Ends the writing.</param>
    public async Task WriteAsync(StoredFetch fetch, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var head = new StringBuilder(FormattableString.Invariant($"HTTP/1.1 {fetch.Exchange.Status} {(fetch.Exchange.Status == 200 ? "OK" : "Other")}{Line}"));
        foreach (var (name, value) in fetch.Exchange.ResponseHeaders.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
            head.Append(OfTransfer.Contains(name) ? "X-Archive-Orig-" : "").Append(name).Append(": ").Append(OneLine(value)).Append(Line);
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}{Line}{Line}");
        byte[] response = [.. Encoding.Latin1.GetBytes(head.ToString()), .. body.Span];
        var id = IdOf("response", fetch.Id);
        await RecordAsync("response", id, fetch.At, fetch.Exchange.FinalUrl, [("WARC-Payload-Digest", "sha256:" + fetch.Sha256)], "application/http;msgtype=response", response, ct);

        var asked = new StringBuilder($"GET {fetch.Exchange.FinalUrl.PathAndQuery} HTTP/1.1{Line}Host: {fetch.Exchange.FinalUrl.Authority}{Line}");
        foreach (var (name, value) in fetch.Exchange.RequestHeaders.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)) asked.Append(name).Append(": ").Append(OneLine(value)).Append(Line);
        asked.Append(Line);
        await RecordAsync(
            "request", IdOf("request", fetch.Id), fetch.At, fetch.Exchange.FinalUrl, [("WARC-Concurrent-To", $"<{id}>")], "application/http;msgtype=request", Encoding.Latin1.GetBytes(asked.ToString()), ct);
    }

    private async Task RecordAsync(
        string type, string id, DateTimeOffset at, Uri? target, IReadOnlyList<(string Name, string Value)>? more, string contentType, ReadOnlyMemory<byte> block, CancellationToken ct)
    {
        var head = new StringBuilder($"WARC/1.1{Line}WARC-Type: {type}{Line}WARC-Record-ID: <{id}>{Line}WARC-Date: {Stamp(at)}{Line}");
        if (target is not null) head.Append("WARC-Target-URI: ").Append(target.AbsoluteUri).Append(Line);
        head.Append("WARC-Block-Digest: sha256:").Append(Convert.ToHexStringLower(SHA256.HashData(block.Span))).Append(Line);
        foreach (var (name, value) in more ?? []) head.Append(name).Append(": ").Append(value).Append(Line);
        head.Append("Content-Type: ").Append(contentType).Append(Line).Append(CultureInfo.InvariantCulture, $"Content-Length: {block.Length}{Line}{Line}");

        await using var packed = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        await packed.WriteAsync(Encoding.UTF8.GetBytes(head.ToString()), ct);
        await packed.WriteAsync(block, ct);
        await packed.WriteAsync("\r\n\r\n"u8.ToArray(), ct);
    }

    // The same fetch gives the same record on every export.
    private static string IdOf(string kind, string fetch)
    {
        var hash = ContentId.Sha256($"{kind} {fetch}");
        return $"urn:uuid:{hash[..8]}-{hash[8..12]}-5{hash[13..16]}-a{hash[17..20]}-{hash[20..32]}";
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");
}
