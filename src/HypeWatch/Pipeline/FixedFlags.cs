using HypeWatch.Claims;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Queries;
using HypeWatch.Reading;

namespace HypeWatch.Pipeline;

/// <summary>
/// Keeps the flags whose claim a later version of its document softened or dropped, as <see cref="FlagStatus.SupersededFixed"/> (specification 1): whoever mends a text is not
/// accused any longer, and the record stays. What reviewers let stand and the rules no longer raise stays as <see cref="FlagStatus.Withdrawn"/>, so that whoever was shown it is told.
/// </summary>
public sealed class FixedFlags(FlagQueries flags, VersionStore versions, ClaimStore claims, VersionChanges changes)
{
    // A release has far fewer; the bound keeps one that does not from filling the memory.
    private const int MostFlags = 10_000;

    /// <summary>The flags of a release that are superseded or withdrawn now, or were before.</summary>
    /// <param name="release">The release.</param>
    /// <param name="documents">Its documents in their current versions.</param>
    /// <param name="raised">What was raised anew.</param>
    /// <param name="ct">Stops the search.</param>
    public async Task<IReadOnlyList<Flag>> FindAsync(ReleaseId release, IReadOnlyList<DossierDocument> documents, IReadOnlyList<Flag> raised, CancellationToken ct)
    {
        var again = raised.Select(flag => flag.Id).ToHashSet();
        var current = documents.ToDictionary(document => document.Document.Id);
        var kept = new List<Flag>();
        foreach (var flag in (await flags.FindAsync(new(Release: release.Value, Limit: MostFlags), ct)).Select(view => view.Flag).Where(flag => !again.Contains(flag.Id)))
        {
            if (flag.Status is FlagStatus.SupersededFixed or FlagStatus.Withdrawn) kept.Add(flag);
            else if (flag.Status is FlagStatus.Open or FlagStatus.Confirmed or FlagStatus.Reduced or FlagStatus.Reattributed && await IsFixedAsync(flag, current, ct)) kept.Add(flag with { Status = FlagStatus.SupersededFixed });
            else if (flag.Status is FlagStatus.Confirmed or FlagStatus.Reduced or FlagStatus.Reattributed) kept.Add(flag with { Status = FlagStatus.Withdrawn });
        }

        return kept;
    }

    private async Task<bool> IsFixedAsync(Flag flag, Dictionary<DocumentId, DossierDocument> current, CancellationToken ct)
    {
        if (flag.Claim is not { } claim || await versions.LoadAsync(flag.Version.Value, ct) is not { } version || await claims.LoadAsync(flag.Version.Value, ct) is not { } read) return false;
        if (!current.TryGetValue(version.Document.Id, out var now) || now.Version.Id == version.Id) return false;
        var before = new DossierDocument(version, now.Relation, read.Claims, read.Caveats, new(version.Id, [], [], []));
        return changes.Between(before, now).Any(change => change.Before?.Id == claim && change.Kind is ClaimChangeKind.Softened or ClaimChangeKind.Removed);
    }
}
