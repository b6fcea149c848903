using HypeWatch.Literature;
using HypeWatch.Literature.Formats;
using HypeWatch.Model;
using HypeWatch.Storage;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>What a round of look-ups did.</summary>
/// <param name="References">Entries of the reference lists of relevant documents.</param>
/// <param name="Known">How many of them mean a work of the base, after the round.</param>
/// <param name="Asked">How many were asked about.</param>
/// <param name="Found">How many of those a service knew.</param>
/// <param name="Failed">How many could not be asked about.</param>
/// <param name="Waiting">Different ones that are still to be asked about.</param>
/// <param name="Problem">The last reason for which none could be asked; null when all were.</param>
public sealed record ReferenceReport(int References, int Known, int Asked, int Found, int Failed, int Waiting, string? Problem);

/// <summary>
/// Asks the bibliographic services for the works that reference lists name and the base does not know; what they know enters the base. Each reference is asked about once: again
/// after a month where nobody knew it, after a day where nobody answered.
/// </summary>
public sealed class ResolveReferences(
    Database database, PriorWorkStore works, CitationMatcher matcher, ReferenceLookupStore lookups, IBibliography bibliography, TimeProvider time, ILogger<ResolveReferences> log)
{
    private static readonly TimeSpan AfterUnknown = TimeSpan.FromDays(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromDays(1);

    /// <summary>After so many failures in a row nobody is there, and the rest waits.</summary>
    private const int MostFailures = 3;

    /// <summary>Asks about at most so many references.</summary>
    public async Task<ReferenceReport> RunAsync(int limit, CancellationToken ct)
    {
        matcher.Use(await works.ListAsync(ct));
        var references = await lookups.ReferencesAsync(ct);
        var now = time.GetUtcNow();
        var asked = (await lookups.ListAsync(ct)).Where(lookup => !IsDue(lookup, now)).Select(lookup => lookup.Key).ToHashSet(StringComparer.Ordinal);
        List<(string Key, Reference Reference)> due =
        [
            .. from reference in references
               let key = FoundReference.KeyOf(reference)
               where key is not null && !asked.Contains(key) && matcher.Match(reference) is null
               group reference by key into same
               select (same.Key, same.First()),
        ];
        var (done, found, failed, row) = (0, 0, 0, 0);
        string? problem = null;
        foreach (var (key, reference) in due.Take(limit))
        {
            var answer = await bibliography.FindAsync(FoundReference.QueryOf(reference), ct);
            var lookup = await KeepAsync(key, reference, answer, ct);
            done++;
            if (lookup.Outcome == LookupOutcome.Found) found++;
            row = lookup.Outcome == LookupOutcome.Failed ? row + 1 : 0;
            if (lookup.Outcome == LookupOutcome.Failed) (failed, problem) = (failed + 1, lookup.Problem);
            if (row < MostFailures) continue;
            log.LogWarning("Stopped looking references up, {Waiting} wait: {Problem}", due.Count - done, problem);
            break;
        }

        matcher.Use(await works.ListAsync(ct));
        return new(references.Count, references.Count(reference => matcher.Match(reference) is not null), done, found, failed, due.Count - done + failed, problem);
    }

    private static bool IsDue(ReferenceLookup lookup, DateTimeOffset now) => lookup.Outcome switch
    {
        LookupOutcome.Found => false,
        LookupOutcome.Failed => now - lookup.At >= AfterFailure,
        _ => now - lookup.At >= AfterUnknown,
    };

    private async Task<ReferenceLookup> KeepAsync(string key, Reference reference, WorkAnswer answer, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var entries = answer.Works.Select(record => (record.Service, Entry: FoundReference.EntryOf(record, DateOnly.FromDateTime(now.UtcDateTime)))).Where(pair => pair.Entry is not null).ToList();
        var same = entries.Find(pair => FoundReference.Is(reference, pair.Entry!));
        if (same.Entry is { } entry) return await AddAsync(key, entry, same.Service, now, ct);
        var lookup = new ReferenceLookup(
            key, entries.Count > 0 ? LookupOutcome.Other : answer.Problem is null ? LookupOutcome.Unknown : LookupOutcome.Failed, null, null, entries.Count > 0 ? null : answer.Problem, now);
        await database.WriteAsync(scope => ReferenceLookupStore.SaveAsync(lookup, scope), ct);
        return lookup;
    }

    /// <summary>A service that gives title and identifier together has seen them together.</summary>
    private async Task<ReferenceLookup> AddAsync(string key, WorkEntry entry, string service, DateTimeOffset now, CancellationToken ct)
    {
        var merged = WorkMerger.Merge(await works.ListAsync(ct), [entry], service);
        await works.SaveAsync(merged.Changed, ct);
        if (merged.New > 0 && (entry.Doi ?? entry.Arxiv) is not null) await works.VerifyAsync(merged.Works[0], service, now, ct);
        var lookup = new ReferenceLookup(key, LookupOutcome.Found, merged.Works[0], service, null, now);
        await database.WriteAsync(scope => ReferenceLookupStore.SaveAsync(lookup, scope), ct);
        return lookup;
    }
}
