using System.Text;
using System.Text.Json;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Evals.Replay;

/// <summary>Which kind of source reads which recordings, and under which address a recording without one is read.</summary>
internal static class ReplayPlan
{
    private sealed record Rule(string Folder, string Kind, string? Name = null, string? Address = null);

    private static readonly Rule[] Rules =
    [
        new("arxiv", "arxiv"),
        new("arxiv", "arxiv-oai", "oai-", "https://oaipmh.arxiv.org/oai?verb=ListRecords&metadataPrefix=arXivRaw"),
        new("lesswrong", "forum", "", "https://www.lesswrong.com/graphql"),
        new("openreview", "openreview", "", "https://api.openreview.net/notes?forum=recorded"),
        new("semanticscholar", "semantic-scholar", "", "https://api.semanticscholar.org/graph/v1/paper/0/citations"),
        new("openalex", "openalex"),
        new("crossref", "crossref", "", "https://api.crossref.org/works/recorded"),
        new("crossref", "retraction-watch", "retractions.csv", "https://data.example/retraction_watch.csv"),
        new("unpaywall", "unpaywall"),
        new("hackernews", "hacker-news"),
        new("bluesky", "bluesky", "thread_view", "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?uri=recorded"),
        new("mastodon", "mastodon"),
        new("x", "x"),
        new("reddit", "reddit"),
        new("youtube", "youtube", "", "https://www.youtube.com/feeds/videos.xml?channel_id=recorded"),
        new("dblp", "dblp", ".xml", "https://dblp.org/rec/recorded.xml"),
        new("aclanthology", "acl-anthology", ".xml", "https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml/recorded.xml"),
        new("congress", "congress", "", "https://api.congress.gov/v3/bill?format=json"),
        new("wayback", "wayback"),
    ];

    /// <summary>The kind for a file of a folder; null when none of the connectors reads it.</summary>
    public static string? KindOf(string folder, string file) => Find(folder, file)?.Kind;

    /// <summary>The exchanges of a file: those recorded, or one good answer made of a file that holds a body alone.</summary>
    public static async Task<IReadOnlyList<Exchange>> ExchangesAsync(string folder, string path, CancellationToken ct)
    {
        var file = Path.GetFileName(path);
        if (file.EndsWith(".exchanges.json", StringComparison.Ordinal)) return await RecordedAnswers.ReadAsync(path, ct);
        if (Find(folder, file)?.Address is not { } address) return [];
        var bytes = await File.ReadAllBytesAsync(path, ct);
        // A file of several records, one a line, is as many answers.
        IEnumerable<byte[]> bodies = file.EndsWith(".jsonl", StringComparison.Ordinal) ? Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes) : [Body(folder, bytes)];
        var type = file.EndsWith(".html", StringComparison.Ordinal) ? "text/html" : file.EndsWith(".xml", StringComparison.Ordinal) ? "text/xml" : file.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : "application/json";
        return [.. bodies.Select((body, number) => new Exchange("GET", new Uri(number == 0 ? address : FormattableString.Invariant($"{address}{number}")), null, 200, new Dictionary<string, string> { ["Content-Type"] = type }, body))];
    }

    private static Rule? Find(string folder, string file) =>
        Rules.Where(rule => rule.Folder == folder && (rule.Name is null ? file.EndsWith(".exchanges.json", StringComparison.Ordinal) : file.Contains(rule.Name, StringComparison.Ordinal)))
            .OrderByDescending(rule => rule.Name?.Length ?? 0).FirstOrDefault();

    // Reviews were collected by forum; as the service sends them, each is a note of its own.
    private static byte[] Body(string folder, byte[] bytes)
    {
        if (folder != "openreview") return bytes;
        using var document = JsonDocument.Parse(bytes);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            notes = document.RootElement.GetProperty("forums").EnumerateArray().SelectMany(forum => forum.GetProperty("reviews").EnumerateArray().Select(review => new
            {
                id = review.GetProperty("note"), forum = forum.GetProperty("forum"), invitation = "recorded/-/Official_Review", content = review.GetProperty("content"),
            })),
        });
    }
}
