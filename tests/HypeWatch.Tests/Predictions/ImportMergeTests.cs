using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Predictions;

/// <summary>What an import leaves of what was on record.</summary>
public sealed class ImportMergeTests
{
    private const string Decided = """
        # The next paper on sieves
        Forecaster: Ada Example
        Made: 2026-05-01
        Reported score: -0.15

        1. (25%) they compare with a probe [false: not tried]
        2. (90%) they show one example [true: figure two counts]
        3. (10%) they release code [open: may still come]
        """;

    private static readonly string Bare = Decided.Replace(" [false: not tried]", "", StringComparison.Ordinal).Replace(" [true: figure two counts]", "", StringComparison.Ordinal)
        .Replace(" [open: may still come]", "", StringComparison.Ordinal).Replace("Reported score: -0.15\n", "", StringComparison.Ordinal);

    [Fact]
    public async Task The_same_list_without_its_outcomes_takes_nothing_away()
    {
        await using var test = await TestDatabase.CreateAsync();
        var store = new PredictionStore(test.Database);
        await store.AddAsync(Read(Decided), default);
        var before = Assert.Single(await store.ListAsync(default));
        var again = Assert.Single(await store.AddAsync(Read(Bare), default));
        Assert.False(again.IsFresh);
        Assert.Empty(again.Notes);
        var after = Assert.Single(await store.ListAsync(default));
        Assert.Equal(before.Items, after.Items);
        Assert.Equal((-0.15, 2, "figure two counts", "may still come"), (after.ReportedScore!.Value, after.Stated.Count, after.Items[1].Rationale, after.Items[2].Rationale));
    }

    [Fact]
    public Task A_contradiction_is_named_and_kept_as_a_dispute_once() => ContradictAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task A_contradiction_is_kept_on_postgres_too() => ContradictAsync(DatabaseKind.Postgres);

    private static async Task ContradictAsync(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var store = new PredictionStore(test.Database);
        await store.AddAsync(Read(Decided), default);
        for (var i = 0; i < 2; i++) await store.AddAsync(Read(Decided.Replace("[false: not tried]", "[true: appendix]", StringComparison.Ordinal)), default);
        var set = Assert.Single(await store.ListAsync(default));
        Assert.Equal((Resolution.False, "not tried"), (set.Items[0].Resolution, set.Items[0].Rationale));
        var dispute = Assert.Single(set.Stated, stated => stated.IsDispute);
        Assert.Equal((1, Resolution.True, "appendix"), (dispute.Number, dispute.Resolution, dispute.Rationale));
        var noted = Assert.Single(ImportMerge.Of(set, Read(Decided.Replace("[false: not tried]", "[void]", StringComparison.Ordinal))[0]).Notes);
        Assert.Equal("number 1: the record says false, the file void; the record counts, and the file's is kept as a dispute", noted);
    }

    [Fact]
    public async Task What_was_resolved_by_hand_stays_with_its_resolver_day_and_claims()
    {
        await using var test = await TestDatabase.CreateAsync();
        var store = new PredictionStore(test.Database);
        await store.AddAsync(Read(Bare), default);
        var set = Assert.Single(await store.ListAsync(default));
        await store.ResolveAsync(set, new(1, Resolution.True, null, "Ben Sample", "table 3", new(2026, 5, 20), [new("clm-1"), new("clm-2")], false), default);
        await store.AddAsync(Read(Decided), default);
        var after = Assert.Single(await store.ListAsync(default));
        Assert.Equal((Resolution.True, "table 3", new DateOnly(2026, 5, 20)), (after.Items[0].Resolution, after.Items[0].Rationale, after.Items[0].KnownAt));
        var stated = after.Stated.First(one => one.Number == 1);
        Assert.Equal(("Ben Sample", 2), (stated.Resolver, stated.Claims.Count));
        Assert.NotNull(stated.ResolvedAt);
        Assert.Single(after.Stated, one => one is { Number: 1, IsDispute: true, Resolution: Resolution.False });
    }

    private static IReadOnlyList<PredictionSet> Read(string text) => PredictionFile.Read("list.md", text, new());
}
