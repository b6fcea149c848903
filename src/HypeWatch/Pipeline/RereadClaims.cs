using System.Runtime.CompilerServices;
using HypeWatch.Claims;
using HypeWatch.Model;
using HypeWatch.Reading;
using HypeWatch.Storage;

namespace HypeWatch.Pipeline;

/// <summary>Two readings of a document's claims side by side.</summary>
/// <param name="Version">The text that was read.</param>
/// <param name="Before">By rules (compare), or as stored (drift).</param>
/// <param name="After">By the language model (compare), or as it would be read now (drift).</param>
/// <param name="Difference">What differs.</param>
public sealed record ReadTwice(DocumentVersion Version, ClaimSet Before, ClaimSet After, ClaimDifference Difference);

/// <summary>
/// Reads stored documents once more, without keeping anything: rules beside the language model, or today's engine, prompts and model beside what is stored. Answers that the model gave before
/// come from the database and cost nothing.
/// </summary>
public sealed class RereadClaims(Database database, VersionStore versions, ClaimStore claims, ClaimExtractor extractor, OfflineClaimEngine rules)
{
    private const string Model = "model";

    /// <summary>Rules beside the model, for each document that a model has read or, where one is configured, would read.</summary>
    /// <param name="document">Id or address of one document or version; null for all.</param>
    /// <param name="ct">Stops it.</param>
    public async IAsyncEnumerable<ReadTwice> CompareAsync(string? document, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (version, stored) in StoredAsync(document, ct))
        {
            var byModel = stored.Tally.Engine == Model ? stored : await extractor.ExtractAsync(version, ct);
            if (byModel.Tally.Engine != Model) continue;
            var byRules = await rules.ExtractAsync(version, ct);
            yield return new(version, byRules, byModel, ClaimComparison.Of(byRules.Claims, byModel.Claims));
        }
    }

    /// <summary>What is stored beside what would be read now.</summary>
    /// <param name="document">Id or address of one document or version; null for all.</param>
    /// <param name="ct">Stops it.</param>
    public async IAsyncEnumerable<ReadTwice> DriftAsync(string? document, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (version, stored) in StoredAsync(document, ct))
        {
            var now = await extractor.ExtractAsync(version, ct);
            yield return new(version, stored, now, ClaimComparison.Of(stored.Claims, now.Claims));
        }
    }

    private async IAsyncEnumerable<(DocumentVersion Version, ClaimSet Stored)> StoredAsync(string? document, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var id in await database.QueryAsync("pipeline/list-relevant-versions", null, row => row.Text("id"), ct))
        {
            if (await versions.LoadAsync(id, ct) is not { } version || await claims.LoadAsync(id, ct) is not { } stored) continue;
            if (document is null || document == version.Id.Value || document == version.Document.Id.Value || document == version.Document.Url || CanonicalUrl.Of(document) == version.Document.CanonicalUrl)
                yield return (version, stored);
        }
    }
}
