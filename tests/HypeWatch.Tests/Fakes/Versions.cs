using HypeWatch.Model;

namespace HypeWatch.Tests.Fakes;

/// <summary>Makes small documents for tests of rooms that do not read pages.</summary>
internal static class Versions
{
    public static SourceItem Item(string url) => new(url, url, "test", ItemMetadata.None);

    public static Snapshot Snapshot(string url, string text, DateTimeOffset at) =>
        new(new SnapshotId(ContentId.Of("snp", url, ContentId.Sha256(text))), Item(url), at, ContentId.Sha256(text), text.Length, "text/plain");

    /// <summary>A version of one paragraph, one passage for each sentence that ends with a full stop.</summary>
    public static DocumentVersion Of(string url, string text, DocumentKind kind = DocumentKind.Paper, string publisher = "Lab Alder", Place place = Place.Body)
    {
        var document = new Document(
            new DocumentId(ContentId.Of("doc", url)), kind, url, url, "A title", publisher, ["R. Author"], PublicationDate.OnDay(new DateOnly(2025, 3, 1), "test"), "en");
        var sha = ContentId.Sha256(text);
        var passages = new List<Passage>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf(". ", start, StringComparison.Ordinal) is var stop && stop < 0 ? text.Length : stop + 1;
            passages.Add(new Passage(passages.Count, new Span(start, end), place, "", 0, passages.Count));
        }

        return new DocumentVersion(
            new VersionId(ContentId.Of("ver", document.Id.Value, sha)), document, Snapshot(url, text, default).Id, text, sha, "test/1", passages, [], [], []);
    }
}
