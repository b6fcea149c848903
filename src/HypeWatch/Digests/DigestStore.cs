using HypeWatch.Digests.Delivery;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Digests;

/// <summary>A digest in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Week or day.</param>
/// <param name="Title">Its subject.</param>
/// <param name="MadeAt">When it was made.</param>
public sealed record DigestLine(string Id, string Name, string Title, DateTimeOffset MadeAt);

/// <summary>What a digest showed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Week or day.</param>
/// <param name="Edition">Its edition; empty for everything.</param>
/// <param name="Keys">Keys of the shown items.</param>
public sealed record ShownItems(string Id, string Name, string Edition, IReadOnlyList<string> Keys);

/// <summary>Keeps digests as they were composed: what was sent and what the web shows are the same.</summary>
public sealed class DigestStore(Database database)
{
    /// <summary>The edition of digests of one day.</summary>
    public const string Urgent = "urgent";

    /// <summary>The id of a digest.</summary>
    /// <param name="name">Week or day.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="history">What tells digests of one edition apart: what their readers had before.</param>
    public static string IdOf(string name, string edition = "", string history = "") => ContentId.Of("dig", $"{name}\n{edition}\n{history}");

    /// <summary>A kept digest; null when there is none. For the public without the flags that nobody confirmed.</summary>
    public async Task<DigestIssue?> FindAsync(string id, CancellationToken ct)
    {
        if (await database.FirstAsync("digests/find-digest", new { Id = id }, row => row.Json<DigestIssue>("issue"), ct) is not { } issue) return null;
        if (!database.IsPublic) return issue;
        var ids = ModelJson.Write(issue.Flags.Items.Concat(issue.WatchList.Items).Select(item => item.Flag.Value));
        var seen = (await database.QueryAsync("queries/list-flags", new { Ids = ids }, row => row.Text("id"), ct)).ToHashSet(StringComparer.Ordinal);
        DigestSection<FlagItem> Seen(DigestSection<FlagItem> section) => section with { Items = [.. section.Items.Where(item => seen.Contains(item.Flag.Value))] };
        return issue with { Flags = Seen(issue.Flags), WatchList = Seen(issue.WatchList) };
    }

    /// <summary>Keeps a digest; the first one of an id stays.</summary>
    public Task SaveAsync(string id, DigestIssue issue, string edition, CancellationToken ct)
    {
        var json = ModelJson.Write(issue);
        return database.WriteAsync(
            scope => scope.ExecuteAsync("digests/save-digest", new
            {
                Id = id, Period = issue.Name, Kind = (issue.UrgentDay is null ? MailKind.Weekly : MailKind.Urgent).ToCode(), Edition = edition, Title = issue.Subject, ContentSha256 = ContentId.Sha256(json), Issue = json,
                ShownKeys = ModelJson.Write(issue.ShownKeys),
            }),
            ct);
    }

    /// <summary>The digests with everything, the newest first.</summary>
    public Task<IReadOnlyList<DigestLine>> ListAsync(int limit, CancellationToken ct) => database.QueryAsync(
        "digests/list-digests", new { Limit = limit }, row => new DigestLine(row.Text("id"), row.Text("period"), row.Text("title"), row.Instant("created_at")), ct);

    /// <summary>What the digests of other periods showed, the oldest first.</summary>
    public Task<IReadOnlyList<ShownItems>> ShownAsync(string exceptName, CancellationToken ct) => database.QueryAsync(
        "digests/list-shown", new { Period = exceptName }, row => new ShownItems(row.Text("id"), row.Text("period"), row.Text("edition"), row.Json<IReadOnlyList<string>>("shown_keys")), ct);

    /// <summary>Which digests each recipient was sent.</summary>
    public async Task<ILookup<string, string>> ReceivedAsync(CancellationToken ct) =>
        (await database.QueryAsync("digests/list-received", null, row => (Recipient: row.Text("recipient"), Digest: row.Text("digest_id")), ct)).ToLookup(row => row.Recipient, row => row.Digest);
}
