using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>A commitment with its words and what became of it.</summary>
/// <param name="Promise">The commitment.</param>
/// <param name="Claim">Its words, and where they stand.</param>
/// <param name="Outcomes">What people said became of it, oldest first.</param>
public sealed record PromiseView(Promise Promise, ClaimView Claim, IReadOnlyList<PromiseOutcome> Outcomes)
{
    /// <summary>What became of it, by the latest word.</summary>
    public PromiseState State => Outcomes.Count == 0 ? PromiseState.Unknown : Outcomes[^1].State;

    /// <summary>Whether its day has come and nobody has said what became of it.</summary>
    public bool IsDue(DateOnly today) => Promise.DueOn is { } day && day <= today && State is PromiseState.Unknown;
}

/// <summary>Reads the commitments that the archived texts make.</summary>
public sealed class PromiseQueries(Database database, LexiconSet lexicons)
{
    /// <summary>All commitments, those that fall due first in front.</summary>
    public async Task<IReadOnlyList<PromiseView>> ListAsync(CancellationToken ct)
    {
        var outcomes = (await database.QueryAsync(
            "queries/list-promise-outcomes",
            null,
            row => (Id: row.Text("promise_id"), Outcome: new PromiseOutcome(row.Code<PromiseState>("state"), row.Text("stated_by"), row.Instant("stated_at"), row.TextOrNull("evidence"), row.TextOrNull("note"))),
            ct)).ToLookup(row => row.Id, row => row.Outcome, StringComparer.Ordinal);
        var claims = await database.QueryAsync("queries/list-aspirations", null, row => new ClaimView(ViewRows.Claim(row, lexicons.Actors), ViewRows.Document(row), null), ct);
        return
        [
            .. from claim in claims
               let promise = Promise.Of(claim.Claim, claim.Document.Published)
               where promise is not null
               group (promise, claim) by promise.Id into same
               let first = same.First()
               orderby first.promise.DueOn ?? DateOnly.MaxValue, first.promise.Id
               select new PromiseView(first.promise, first.claim, [.. outcomes[first.promise.Id]]),
        ];
    }
}
