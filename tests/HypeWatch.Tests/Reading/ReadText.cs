using System.Text;
using HypeWatch.Model;
using HypeWatch.Reading;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Reading;

/// <summary>Reads a written file through the product's reader.</summary>
internal static class ReadText
{
    public static async Task<ReadOutcome> OutcomeAsync(string name, string text, DocumentKind? kind = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var url = "https://otter.example/" + name;
        var item = new SourceItem(url, url, "test", ItemMetadata.None with { Kind = kind });
        return await new Reader(Options.Create(new ReadingOptions()), TimeProvider.System).ReadAsync(new Snapshot(new("snp-test"), item, default, "x", bytes.Length, ""), bytes, CancellationToken.None);
    }

    public static async Task<DocumentVersion> VersionAsync(string name, string text, DocumentKind? kind = null) => Assert.IsType<Readable>(await OutcomeAsync(name, text, kind)).Version;
}
