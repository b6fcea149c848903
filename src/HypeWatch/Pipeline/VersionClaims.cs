using HypeWatch.Claims;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Reading;

namespace HypeWatch.Pipeline;

/// <summary>Reads which claims of a document changed between two of its versions.</summary>
public sealed class VersionClaims(VersionStore versions, ClaimStore claims, VersionChanges changes)
{
    /// <summary>The claims that differ between two versions; null when either is not there.</summary>
    public async Task<IReadOnlyList<ClaimChange>?> BetweenAsync(VersionId before, VersionId after, CancellationToken ct) =>
        await LoadAsync(before, ct) is { } old && await LoadAsync(after, ct) is { } now ? changes.Between(old, now) : null;

    private async Task<DossierDocument?> LoadAsync(VersionId version, CancellationToken ct)
    {
        if (await versions.LoadAsync(version.Value, ct) is not { } text) return null;
        var read = await claims.LoadAsync(version.Value, ct);
        return new(text, DocumentRelation.Primary, read?.Claims ?? [], read?.Caveats ?? [], new(text.Id, [], [], []));
    }
}
