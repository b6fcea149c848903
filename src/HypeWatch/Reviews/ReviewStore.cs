using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Reviews;

/// <summary>A review with the code of its flag; null when the flag is no longer raised.</summary>
/// <param name="Entry">The review.</param>
/// <param name="Code">OC01 … OC24.</param>
public sealed record CodedReview(ReviewEntry Entry, string? Code);

/// <summary>The append-only log of reviews, and their effect on the flags.</summary>
public sealed class ReviewStore(Database database, ReviewRule rule)
{
    /// <summary>All reviews, or those of one flag, oldest first.</summary>
    public Task<IReadOnlyList<CodedReview>> ListAsync(FlagId? flag, CancellationToken ct) => database.QueryAsync("reviews/list-reviews", new { FlagId = flag?.Value }, Coded, ct);

    /// <summary>Adds reviews, each at most once, and applies them in the same transaction.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> AddAsync(IReadOnlyList<ReviewEntry> entries, CancellationToken ct)
    {
        var added = 0;
        await database.WriteAsync(
            async scope =>
            {
                added = 0;
                foreach (var entry in entries) added += await SaveAsync(entry, scope);
                foreach (var flag in entries.Select(entry => entry.Flag).Distinct()) await ApplyAsync(null, flag, scope);
            },
            ct);
        return added;
    }

    /// <summary>Where a reviewed flag stands; null when it is not raised or has no review.</summary>
    public async Task<ReviewedFlag?> StandingAsync(FlagId flag, CancellationToken ct) =>
        await database.FirstAsync("reviews/list-reviewed-flags", Parameters(null, flag), Assessed, ct) is { } assessed
            ? rule.Of(assessed, [.. (await ListAsync(flag, ct)).Select(coded => coded.Entry)]) : null;

    /// <summary>Applies the reviews of a release after its flags were written anew.</summary>
    public Task ApplyAsync(ReleaseId release, WriteScope scope) => ApplyAsync(release, null, scope);

    private async Task ApplyAsync(ReleaseId? release, FlagId? flag, WriteScope scope)
    {
        foreach (var assessed in await scope.QueryAsync("reviews/list-reviewed-flags", Parameters(release, flag), Assessed))
        {
            var entries = await scope.QueryAsync("reviews/list-reviews", new { FlagId = assessed.Id.Value }, Coded);
            var now = rule.Of(assessed, [.. entries.Select(coded => coded.Entry)]);
            await scope.ExecuteAsync("reviews/apply-reviews", new { Id = assessed.Id.Value, Status = now.Status.ToCode(), now.Severity, now.Asserter });
        }

        await FlagHistory.RecordAsync(release, flag, scope);
    }

    private static Task<int> SaveAsync(ReviewEntry entry, WriteScope scope) => scope.ExecuteAsync("reviews/save-review", new
    {
        FlagId = entry.Flag.Value, entry.Reviewer, entry.Affiliation, ReviewedAt = Instant.Write(entry.At), Verdict = entry.Verdict.ToCode(), Reason = entry.Reason?.ToCode(), entry.Severity, entry.Owner,
        entry.Note,
    });

    private static object Parameters(ReleaseId? release, FlagId? flag) => new { ReleaseId = release?.Value ?? "", FlagId = flag?.Value ?? "" };

    private static AssessedFlag Assessed(Row row) => new(
        row.Id<FlagId>("id"), row.Code<FlagStatus>("assessed_status"), row.Int("assessed_severity"), row.Text("assessed_asserter"), row.TextOrNull("publisher"));

    private static CodedReview Coded(Row row) => new(
        new(
            row.Id<FlagId>("flag_id"), row.Text("reviewer"), row.Text("affiliation"), row.Instant("reviewed_at"), row.Code<ReviewVerdict>("verdict"),
            row.TextOrNull("reason") is { } reason ? Code<ReviewReason>.Parse(reason) : null, row.IntOrNull("severity"), row.TextOrNull("owner"), row.TextOrNull("note")),
        row.TextOrNull("code"));
}
