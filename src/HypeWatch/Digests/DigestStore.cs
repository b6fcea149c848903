using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Digests;

/// <summary>A digest that was written for a recipient.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Period">The week.</param>
/// <param name="Path">The mail's file.</param>
public sealed record DigestDelivery(string Recipient, string Period, string Path);

/// <summary>Keeps digests and to whom they were written: once per recipient and period.</summary>
public sealed class DigestStore(Database database)
{
    /// <summary>What was written for a period.</summary>
    public Task<IReadOnlyList<DigestDelivery>> DeliveriesAsync(DigestPeriod period, CancellationToken ct) => database.QueryAsync(
        "digests/list-deliveries",
        new { Period = period.ToString() },
        row => new DigestDelivery(row.Text("recipient"), row.Text("period"), row.Text("path")),
        ct);

    /// <summary>Keys of the items that the digests of other periods showed.</summary>
    public async Task<IReadOnlySet<string>> ShownBeforeAsync(DigestPeriod period, CancellationToken ct)
    {
        var keys = await database.QueryAsync("digests/list-shown-keys", new { Period = period.ToString() }, row => row.Json<IReadOnlyList<string>>("shown_keys"), ct);
        return keys.SelectMany(list => list).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Notes a digest and its files.</summary>
    public Task SaveAsync(DigestIssue issue, IEnumerable<OutboxEntry> written, CancellationToken ct) => database.WriteAsync(
        async scope =>
        {
            var id = ContentId.Of("dig", issue.Period.ToString());
            var json = ModelJson.Write(issue);
            await scope.ExecuteAsync("digests/save-digest", new
            {
                Id = id, Period = issue.Period.ToString(), Title = issue.Subject, ContentSha256 = ContentId.Sha256(json), Issue = json, ShownKeys = ModelJson.Write(issue.ShownKeys),
            });
            await scope.ExecuteManyAsync("digests/save-delivery", written, entry => new { entry.Recipient, Period = issue.Period.ToString(), DigestId = id, Path = entry.Mail });
        },
        ct);
}
