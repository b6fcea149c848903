using HypeWatch.Archiving;
using HypeWatch.Claims;
using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Reading;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Digests;

/// <summary>Fills a database with invented documents, claims and flags, by the product's own stores.</summary>
internal static class SampleWatch
{
    /// <summary>One document of a laboratory, with some claims, of which the first ones are flagged.</summary>
    public static async Task<IReadOnlyList<Flag>> AddAsync(Database database, int number, string laboratory, int claims, int flags, Func<Flag, Flag>? change = null)
    {
        var sentences = Enumerable.Range(1, claims).Select(i => FormattableString.Invariant($"Sieve {number} of {laboratory} makes model {i} readable."));
        var version = new WrittenText(FormattableString.Invariant($"https://{laboratory}.example/{number}"), DocumentKind.Paper, string.Join("\n", sentences))
        {
            Title = FormattableString.Invariant($"Sieves, part {number}"), Publisher = laboratory, Published = "2026-01-10",
        }.ToVersion();
        var reading = new ClaimReading([ClaimType.Descriptive], Strength.Closure, Certainty.Emphatic, Scope.Unknown, laboratory, Place.Abstract, 0.8);
        List<Claim> found = [];
        for (var start = 0; start < version.Text.Length;)
        {
            var end = version.Text.IndexOf('\n', start) is var next && next < 0 ? version.Text.Length : next;
            found.Add(Claim.Cut(version, new(start, end), reading, new("sample", "1")));
            start = end + 1;
        }

        var release = new Release(new(ContentId.Of("rel", version.Document.CanonicalUrl)), version.Document.Title, laboratory, version.Document.Published, Coverage.Full, PeerReview.None, [], [new(version.Document.Id, DocumentRelation.Primary)]);
        IReadOnlyList<Flag> raised = [.. found.Take(flags).Select(claim => FlagOf(release.Id, claim, laboratory)).Select(flag => change?.Invoke(flag) ?? flag)];
        await database.WriteAsync(
            async scope =>
            {
                await new SnapshotStore(database).SaveAsync(new Snapshot(version.Snapshot, new SourceItem(version.Document.Url, version.Document.Url, "sample", new ItemMetadata()), default, version.TextSha256, version.Text.Length, "text/plain"), scope);
                await new VersionStore(database).SaveAsync(version, scope);
                await new ClaimStore(database).SaveAsync(new(version.Id, found, [], new("sample", 0, 0, 0, 0, 0)), scope);
                await ReleaseStore.SaveAsync(new(release, "sample"), scope);
                await FlagStore.ReplaceAsync(release.Id, raised, [], scope);
            },
            default);
        return raised;
    }

    /// <summary>Replaces the flags of a release, as a new assessment does.</summary>
    public static Task ReplaceAsync(Database database, IReadOnlyList<Flag> flags) => database.WriteAsync(scope => FlagStore.ReplaceAsync(flags[0].Release, flags, [], scope), default);

    private static Flag FlagOf(ReleaseId release, Claim claim, string laboratory) => new(
        new(ContentId.Of("flg", $"{release}OC13{claim.Id}")), release, "OC13", "baseline", FlagKind.WarrantGap, claim.Id, null, claim.Version, laboratory, 2, 3, 0.7,
        "No comparison with a simple probe was found in version 1 (main text and appendix).", [new(claim.Version, claim.Span, claim.Quote, "claim")], [],
        [new(ExculpationKind.LimitationsSection, "limitations")], true, FlagStatus.Open, RaisedBy.System, [], null, "NoComparisonDetector/1");
}
