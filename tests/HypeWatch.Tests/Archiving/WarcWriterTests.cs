using System.IO.Compression;
using System.Text;
using HypeWatch.Archiving;
using HypeWatch.Model;

namespace HypeWatch.Tests.Archiving;

public sealed class WarcWriterTests
{
    private static readonly StoredFetch Fetch = new(
        "fch_1", new SnapshotId("snp_1"), "https://lab.example/old", new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero), ContentId.Sha256("héllo"u8),
        new(new Uri("https://lab.example/new?q=1"), 200, new Dictionary<string, string> { ["User-Agent"] = "HypeWatch/0.1.0" }, new Dictionary<string, string> { ["Content-Type"] = "text/html", ["Content-Encoding"] = "gzip", ["Content-Length"] = "3" }));

    [Fact]
    public async Task A_fetch_is_written_as_response_and_request_that_name_each_other()
    {
        var records = await WriteAsync();

        Assert.Equal(3, records.Count);
        Assert.StartsWith("WARC/1.1\r\nWARC-Type: warcinfo\r\n", records[0], StringComparison.Ordinal);
        Assert.Contains("WARC-Target-URI: https://lab.example/new?q=1\r\n", records[1], StringComparison.Ordinal);
        Assert.Contains("WARC-Date: 2026-03-02T12:00:00Z\r\n", records[1], StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nHTTP/1.1 200 OK\r\nX-Archive-Orig-Content-Encoding: gzip\r\nX-Archive-Orig-Content-Length: 3\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\nhéllo\r\n\r\n", records[1], StringComparison.Ordinal);
        Assert.Contains("GET /new?q=1 HTTP/1.1\r\nHost: lab.example\r\nUser-Agent: HypeWatch/0.1.0\r\n\r\n", records[2], StringComparison.Ordinal);
        Assert.Contains("WARC-Concurrent-To: " + Field(records[1], "WARC-Record-ID"), records[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stated_length_of_each_record_is_that_of_its_block()
    {
        foreach (var record in await WriteAsync())
        {
            var bytes = Encoding.UTF8.GetBytes(record);
            var head = record.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            Assert.Equal(bytes.Length - Encoding.UTF8.GetByteCount(record[..head]) - 4, int.Parse(Field(record, "Content-Length"), System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string Field(string record, string name) => record.Split("\r\n").First(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];

    // Each record is packed by itself: reading member by member gives the records.
    private static async Task<List<string>> WriteAsync()
    {
        using var file = new MemoryStream();
        var writer = new WarcWriter(file, "HypeWatch 0.1.0");
        await writer.WriteInfoAsync(Fetch.At, CancellationToken.None);
        await writer.WriteAsync(Fetch, "héllo"u8.ToArray(), CancellationToken.None);
        var bytes = file.ToArray();
        List<string> records = [];
        for (var at = 0; at < bytes.Length;)
        {
            var next = at + 1;
            while (next < bytes.Length && !(bytes[next] == 0x1F && next + 2 < bytes.Length && bytes[next + 1] == 0x8B && bytes[next + 2] == 8)) next++;
            using var unpacked = new GZipStream(new MemoryStream(bytes[at..next]), CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked, Encoding.UTF8);
            records.Add(await reader.ReadToEndAsync());
            at = next;
        }

        return records;
    }
}
