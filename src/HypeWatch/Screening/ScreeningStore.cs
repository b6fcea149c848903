using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Screening;

/// <summary>Keeps screening verdicts.</summary>
public sealed class ScreeningStore(Database database) : IResultStore<ScreeningVerdict>
{
    /// <inheritdoc/>
    public string IdOf(ScreeningVerdict result) => result.Version.Value;

    /// <inheritdoc/>
    public Task SaveAsync(ScreeningVerdict result, WriteScope scope) => scope.ExecuteAsync("screening/save-verdict", new
    {
        VersionId = result.Version.Value, Relevant = result.Relevant ? 1 : 0, result.Score, result.Reason, Terms = ModelJson.Write(result.Terms),
    });

    /// <inheritdoc/>
    public Task<ScreeningVerdict?> LoadAsync(string id, CancellationToken ct) => database.FirstAsync(
        "screening/find-verdict",
        new { VersionId = id },
        row => new ScreeningVerdict(row.Id<VersionId>("version_id"), row.Bool("relevant"), row.Double("score"), row.Text("reason"), row.Json<IReadOnlyList<string>>("terms")),
        ct);
}
