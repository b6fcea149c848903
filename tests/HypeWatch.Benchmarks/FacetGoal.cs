using System.Diagnostics;
using System.Globalization;
using Dapper;
using HypeWatch.Queries.Tables;
using HypeWatch.Storage;
using Microsoft.Extensions.Options;

namespace HypeWatch.Benchmarks;

/// <summary>Numbers of claims by value, as every list shows them, from kept numbers; against counting the rows, in the same run on the same file.</summary>
internal class FacetGoal : IGoal
{
    private const int Times = 15;

    public virtual string Name => "D3";

    protected virtual int Claims => 100_000;

    public string Description => "numbers of all claims by type and by publisher, kept by those who write, against the bare GROUP BY (goal: at most 0.05, and always equal to it)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var results = await MeasureAsync(data, Claims, ct);
        return results[0] with { More = results.Skip(1).ToList() };
    }

    private static async Task<IReadOnlyList<GoalResult>> MeasureAsync(DirectoryInfo data, int count, CancellationToken ct)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(ct);
        var database = scratch.Database;
        var clock = Stopwatch.StartNew();
        await new GeneratedClaims(data, 7).FillAsync(database, count, ct);
        var rate = count / clock.Elapsed.TotalSeconds;
        var settings = Options.Create(new QuerySettings { CountMilliseconds = 600_000 });
        var (reader, tables) = (new TableReader(database, settings, TimeProvider.System), new QueryTables(["OC01"]));
        // One row, so that what is measured is the counting; the same question with nothing kept gives what must come of it.
        var asked = new QueryParser(settings).Parse(tables.Claims, [new("_size", "1"), .. tables.Claims.Columns.Where(column => column.IsFacet).Select(column => KeyValuePair.Create("_facet", column.Name))]);
        var (kept, counted) = (await reader.ReadAsync(asked, ct), await reader.ReadAsync(asked with { Table = tables.Claims with { KeptBy = null } }, ct));
        var equal = Lines(kept).SequenceEqual(Lines(counted), StringComparer.Ordinal) && kept.Count == counted.Count;
        if (!equal) throw new HypeWatch.Model.HypeWatchException("kept numbers differ from the rows");
        var results = new List<GoalResult>();
        foreach (var name in (string[])["type", "publisher"])
        {
            var one = asked with { Facets = [tables.Claims.Column(name)!] };
            var (ours, bare) = (new List<double>(), new List<double>());
            for (var i = 0; i < Times; i++)
            {
                ours.Add(await Stopwatches.MillisAsync(() => reader.FacetsAsync(one, ct)));
                bare.Add(await Stopwatches.MillisAsync(() => BareAsync(database, name, ct)));
            }

            results.Add(new(Stopwatches.Median(ours), "bare GROUP BY", Stopwatches.Median(bare), string.Create(CultureInfo.InvariantCulture, $"by {name}, {count} claims, all {kept.Facets.Count} columns equal, {rate:0} claims a second written")));
        }

        return results;
    }

    private static IEnumerable<string> Lines(TablePage page) =>
        page.Facets.SelectMany(facet => facet.Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{facet.Column.Name} {value.Value} {value.Count}")));

    // The column where it is stored: type beside the claim, publisher beside its document.
    private static async Task BareAsync(Database database, string column, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var text = database.Sql["templates/count-values"].Replace("{column}", "q." + column, StringComparison.Ordinal).Replace("{source}", "claims_v q", StringComparison.Ordinal).Replace("{conditions}", "1 = 1", StringComparison.Ordinal);
        await connection.QueryAsync(new CommandDefinition(text, new { limit = 31L }, cancellationToken: ct));
    }
}

/// <summary>The same with a million claims, which take a while to write.</summary>
internal sealed class FacetsOfMillionGoal : FacetGoal
{
    public override string Name => "D3-million";

    protected override int Claims => 1_000_000;
}
