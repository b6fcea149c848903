using HypeWatch.Archiving;
using HypeWatch.Model;
using HypeWatch.Reading;
using HypeWatch.Storage;

namespace HypeWatch.Pipeline;

/// <summary>A fault that the check found.</summary>
/// <param name="What">What is at fault, for example <c>claim</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Problem">What is wrong, in one line.</param>
public sealed record IntegrityFault(string What, string Id, string Problem);

/// <summary>What the check looked at and found.</summary>
/// <param name="Objects">Archived objects whose hash was computed anew.</param>
/// <param name="Versions">Versions whose text was derived anew from the archived bytes.</param>
/// <param name="Quotes">Stored quotes compared with their text.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record IntegrityReport(int Objects, int Versions, int Quotes, IReadOnlyList<IntegrityFault> Faults)
{
    /// <summary>Versions whose text was taken out and whose hash stays.</summary>
    public int Tombstones { get; init; }
}

/// <summary>
/// Proves the promise "verbatim or nothing" on what is stored: every archived object still has its hash, every version's text follows from its archived
/// bytes, and every stored quote equals its text at its offsets. Where a text was taken out, that nothing of it is left but its hash.
/// </summary>
public sealed class IntegrityCheck(Database database, Archive archive, SnapshotStore snapshots, VersionStore versions, Reader reader)
{
    /// <summary>Checks everything.</summary>
    public async Task<IntegrityReport> RunAsync(CancellationToken ct)
    {
        var faults = new List<IntegrityFault>();
        var objects = 0;
        foreach (var sha in (await snapshots.ListAsync(ct)).Select(snapshot => snapshot.Sha256).Distinct(StringComparer.Ordinal))
        {
            objects++;
            await CheckObjectAsync(sha, faults, ct);
        }

        var redacted = (await database.QueryAsync(
            "pipeline/list-redacted-versions", new { Document = (string?)null }, row => (Id: row.Id<VersionId>("id"), Text: row.Text("text"), Sha256: row.Text("text_sha256")), ct)).ToDictionary(row => row.Id);
        foreach (var (id, text, sha256) in redacted.Values)
            if (text.Length > 0 || sha256.Length == 0) faults.Add(new("tombstone", id.Value, "its text was to be taken out and its hash to stay: hypewatch redact completes it"));
        var ids = (await versions.ListAsync(ct)).Where(id => !redacted.ContainsKey(id)).ToList();
        var quotes = 0;
        foreach (var id in ids) quotes += await CheckVersionAsync(id, faults, ct);
        quotes += await CheckAbstractsAsync(faults, ct);
        foreach (var id in redacted.Keys)
            if ((await QuotesAsync(id, ct)).Count > 0) faults.Add(new("tombstone", id.Value, "quotes of a text that was taken out are left: hypewatch redact completes it"));
        return new(objects, ids.Count, quotes, faults) { Tombstones = redacted.Count };
    }

    private Task<IReadOnlyList<(string What, string Id, Span Span, string Quote)>> QuotesAsync(VersionId id, CancellationToken ct) => database.QueryAsync(
        "storage/list-quotes-to-check", new { VersionId = id.Value }, row => (What: row.Text("what"), Id: row.Text("id"), Span: row.Span(), Quote: row.Text("quote")), ct);

    private async Task CheckObjectAsync(string sha, List<IntegrityFault> faults, CancellationToken ct)
    {
        try
        {
            await archive.ReadAsync(sha, ct);
        }
        catch (ArchiveDamagedException damaged)
        {
            faults.Add(new("archive", sha, damaged.Message));
        }
    }

    private async Task<int> CheckVersionAsync(VersionId id, List<IntegrityFault> faults, CancellationToken ct)
    {
        var version = (await versions.LoadAsync(id.Value, ct))!;
        var text = await DeriveAsync(version, faults, ct) ?? version.Text;
        if (text != version.Text) faults.Add(new("version", id.Value, "the text derived from the archived bytes differs from the stored text"));
        if (ContentId.Sha256(version.Text) != version.TextSha256) faults.Add(new("version", id.Value, "the stored text does not have its stored hash"));
        foreach (var passage in version.Passages)
            if (passage.Span.End > text.Length) faults.Add(new("passage", FormattableString.Invariant($"{id}/{passage.Index}"), "lies outside the text"));

        var quotes = await QuotesAsync(id, ct);
        foreach (var (what, owner, span, quote) in quotes)
        {
            if (span.End > text.Length || span.Of(text) != quote)
                faults.Add(new(what, owner, FormattableString.Invariant($"its words do not stand at {span.Start}..{span.End} of {id}")));
        }

        return quotes.Count;
    }

    /// <summary>Abstracts of the prior-work base are no versions: what was quoted from one must stand in it as it is now.</summary>
    private async Task<int> CheckAbstractsAsync(List<IntegrityFault> faults, CancellationToken ct)
    {
        var quotes = await database.QueryAsync(
            "storage/list-abstract-quotes", null, row => (Id: row.Text("id"), Span: row.Span(), Quote: row.Text("quote"), Text: row.TextOrNull("abstract") ?? ""), ct);
        foreach (var (id, span, quote, text) in quotes)
            if (span.End > text.Length || span.Of(text) != quote) faults.Add(new("cited work", id, FormattableString.Invariant($"its words do not stand at {span.Start}..{span.End} of the abstract; assess again")));
        return quotes.Count;
    }

    private async Task<string?> DeriveAsync(DocumentVersion version, List<IntegrityFault> faults, CancellationToken ct)
    {
        try
        {
            var snapshot = (await snapshots.LoadAsync(version.Snapshot.Value, ct))!;
            var bytes = await archive.ReadAsync(snapshot.Sha256, ct);
            if (await reader.ReadAsync(snapshot, bytes, ct) is Readable readable) return readable.Version.Text;
            faults.Add(new("version", version.Id.Value, "its archived bytes can no longer be read"));
        }
        catch (ArchiveDamagedException damaged)
        {
            faults.Add(new("version", version.Id.Value, damaged.Message));
        }

        return null;
    }
}
