using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Literature;

/// <summary>How a look-up of a reference ended.</summary>
public enum LookupOutcome
{
    /// <summary>A service knows the work.</summary>
    Found,
    /// <summary>The services that answered do not know it.</summary>
    Unknown,
    /// <summary>What they offered is another work.</summary>
    Other,
    /// <summary>No service could be asked.</summary>
    Failed,
}

/// <summary>What came of asking about a reference.</summary>
/// <param name="Key">Its identity (<see cref="FoundReference.KeyOf"/>).</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Work">The work, when found.</param>
/// <param name="Service">The service that knows it.</param>
/// <param name="Problem">Why none could be asked.</param>
/// <param name="At">When.</param>
public sealed record ReferenceLookup(string Key, LookupOutcome Outcome, WorkId? Work, string? Service, string? Problem, DateTimeOffset At);

/// <summary>Keeps what the bibliographic services answered for references.</summary>
public sealed class ReferenceLookupStore(Database database)
{
    /// <summary>All look-ups.</summary>
    public Task<IReadOnlyList<ReferenceLookup>> ListAsync(CancellationToken ct) => database.QueryAsync(
        "literature/list-lookups",
        null,
        row => new ReferenceLookup(
            row.Text("reference_key"), row.Code<LookupOutcome>("outcome"), row.IdOrNull<WorkId>("work_id"), row.TextOrNull("service"), row.TextOrNull("problem"), Instant.Parse(row.Text("asked_at"))),
        ct);

    /// <summary>Keeps a look-up in place of an earlier one.</summary>
    public static Task SaveAsync(ReferenceLookup lookup, WriteScope scope) => scope.ExecuteAsync("literature/save-lookup", new
    {
        lookup.Key, Outcome = lookup.Outcome.ToCode(), WorkId = lookup.Work?.Value, lookup.Service, lookup.Problem, At = Instant.Write(lookup.At),
    });

    /// <summary>The entries of the reference lists of all relevant documents.</summary>
    public Task<IReadOnlyList<Reference>> ReferencesAsync(CancellationToken ct) => database.QueryAsync(
        "literature/list-references",
        null,
        row => new Reference(
            row.Int("number"), row.Text("text"), null, row.TextOrNull("title"), row.Json<IReadOnlyList<string>>("authors"), row.IntOrNull("year"), row.TextOrNull("doi"), row.TextOrNull("arxiv"), row.TextOrNull("url")),
        ct);
}
