using System.Globalization;
using Dapper;
using HypeWatch.Queries.Tables;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Queries;

/// <summary>The one query model gives on both databases what a plain reading of all rows gives.</summary>
public sealed class TableReaderTests
{
    [Fact]
    public Task Columns_are_those_of_the_views_on_sqlite() => ColumnsAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Columns_are_those_of_the_views_on_postgres() => ColumnsAsync(DatabaseKind.Postgres);

    [Fact]
    public Task Pages_in_any_order_give_every_row_once_on_sqlite() => WalkAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Pages_in_any_order_give_every_row_once_on_postgres() => WalkAsync(DatabaseKind.Postgres);

    [Fact]
    public Task Filters_let_through_what_they_say_on_sqlite() => FilterAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Filters_let_through_what_they_say_on_postgres() => FilterAsync(DatabaseKind.Postgres);

    [Fact]
    public Task Counts_by_value_equal_the_rows_on_sqlite() => FacetAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Counts_by_value_equal_the_rows_on_postgres() => FacetAsync(DatabaseKind.Postgres);

    [Fact]
    public Task Words_find_and_are_paged_by_rank_on_sqlite() => SearchAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Words_find_and_are_paged_by_rank_on_postgres() => SearchAsync(DatabaseKind.Postgres);

    [Fact]
    public async Task A_page_that_holds_exactly_all_rows_is_the_last()
    {
        await using var rows = await AskedRows.CreateAsync(DatabaseKind.Sqlite);
        var exact = await rows.ReadAsync(rows.Tables.Claims, ("_size", AskedRows.Claims.ToString(CultureInfo.InvariantCulture)));
        Assert.Null(exact.Next);
        Assert.Equal(AskedRows.Claims, exact.Count);
        var less = await rows.ReadAsync(rows.Tables.Claims, ("_size", (AskedRows.Claims - 1).ToString(CultureInfo.InvariantCulture)));
        Assert.NotNull(less.Next);
        Assert.Equal(AskedRows.Claims, less.Count);
    }

    [Fact]
    public async Task Flags_that_stand_come_first_and_candidates_and_suppressed_ones_only_when_asked_for()
    {
        await using var rows = await AskedRows.CreateAsync(DatabaseKind.Sqlite);
        var all = await rows.ReadAsync(rows.Tables.Flags, ("all", "1"), ("_size", "max"));
        string[] Statuses(TablePage page) => [.. page.Rows.Select(row => (string)row["status"]!)];
        Assert.Equal(all.Rows.Select(row => (long)row["standing"]!).Order(), all.Rows.Select(row => (long)row["standing"]!));
        Assert.Contains("suppressed", Statuses(all));
        var plain = Statuses(await rows.ReadAsync(rows.Tables.Flags, ("_size", "max")));
        Assert.DoesNotContain("candidate", plain);
        Assert.DoesNotContain("suppressed", plain);
        Assert.Contains("candidate", Statuses(await rows.ReadAsync(rows.Tables.Flags, ("candidates", "1"))));
        Assert.All(Statuses(await rows.ReadAsync(rows.Tables.Flags, ("status", "Suppressed"))), status => Assert.Equal("suppressed", status));
    }

    [Fact]
    public async Task Counting_that_takes_too_long_is_named_and_the_rows_are_given_all_the_same()
    {
        await using var rows = await AskedRows.CreateAsync(DatabaseKind.Sqlite);
        var query = rows.Ask(rows.Tables.Claims, ("_size", "5"), ("_facet", "type"));
        var reader = new TableReader(rows.Database, Microsoft.Extensions.Options.Options.Create(new QuerySettings { CountMilliseconds = 0 }), TimeProvider.System);
        var page = await reader.ReadAsync(query, default);
        Assert.Equal(5, page.Rows.Count);
        Assert.Null(page.Count);
        Assert.Equal(["type"], page.FacetsTimedOut);
    }

    [Fact]
    public async Task Claims_that_are_read_in_their_order_are_those_of_sorting_all()
    {
        await using var rows = await AskedRows.CreateAsync(DatabaseKind.Sqlite);
        // Several documents may have stood at one address.
        await using (var connection = await rows.Database.OpenAsync(default)) await connection.ExecuteAsync("UPDATE documents SET url = 'https://x.example/2' WHERE id IN ('doc-4', 'doc-5')");
        (string, string)[][] questions =
        [
            [], [("type", "T1")], [("strength", "S3"), ("headline", "1")], [("_sort_desc", "document_url")], [("_sort", "document_url"), ("type__not", "T1")], [("document", "https://x.example/2")], [("document_url__startswith", "https://x.example/2")],
            [("flag", "OC13")], [("publisher__isnull", "1")], [("offset", "2")],
        ];
        foreach (var question in questions)
        {
            var asked = rows.Ask(rows.Tables.Claims, [.. question, ("_size", "2")]);
            var sorted = await PagesAsync(rows, asked with { Table = rows.Tables.Claims with { Walk = null } });
            Assert.NotEmpty(sorted);
            Assert.Equal(sorted, await PagesAsync(rows, asked));
        }

        static async Task<IReadOnlyList<string>> PagesAsync(AskedRows rows, TableQuery asked)
        {
            var pages = new List<string>();
            await foreach (var (page, next) in rows.Reader.PagesAsync(asked, int.MaxValue, default)) pages.Add(string.Join(' ', page.Select(row => row["id"]).Append(next)));
            return pages;
        }
    }

    private static async Task ColumnsAsync(DatabaseKind kind)
    {
        await using var rows = await AskedRows.CreateAsync(kind);
        var views = (await rows.Database.QueryAsync("queries/list-view-columns", null, row => (View: row.Text("view_name"), Column: row.Text("column_name")), default)).ToLookup(pair => pair.View, pair => pair.Column, StringComparer.Ordinal);
        foreach (var table in rows.Tables.All)
        {
            Assert.Equal(views[table.View].Order(StringComparer.Ordinal), table.Columns.Select(column => column.Name).Order(StringComparer.Ordinal));
            Assert.All(table.Aliases, alias => Assert.NotNull(table.Column(alias.Column)));
            Assert.NotEmpty((await rows.Reader.ReadAsync(rows.Ask(table), default)).Rows);
        }
    }

    private static async Task WalkAsync(DatabaseKind kind)
    {
        await using var rows = await AskedRows.CreateAsync(kind);
        foreach (var table in rows.Tables.All)
        {
            (string Name, string Value)[] everything = table == rows.Tables.Flags ? [("all", "1")] : [];
            var ids = (await rows.ReadAsync(table, [.. everything, ("_size", "max")])).Ids;
            Assert.NotEmpty(ids);
            foreach (var order in table.Columns.Where(column => column.IsSortable).SelectMany(column => new[] { ("_sort", column.Name), ("_sort_desc", column.Name) }).Prepend(("_size", "3")))
            {
                var (seen, next) = (new List<IReadOnlyDictionary<string, object?>>(), (string?)null);
                do
                {
                    var page = await rows.ReadAsync(table, [.. everything, order, ("_size", "3"), .. next is null ? Array.Empty<(string, string)>() : [("_next", next)]]);
                    seen.AddRange(page.Rows);
                    next = page.Next;
                    Assert.True(seen.Count <= ids.Count, $"{table.Name} {order}: more rows than there are");
                }
                while (next is not null);
                Assert.Equal(ids.Order(StringComparer.Ordinal), seen.Select(row => (string)row["id"]!).Order(StringComparer.Ordinal));
                if (order.Item1 == "_size" || table.Column(order.Item2)!.Type is ColumnType.Text) continue;
                var values = seen.Select(row => row[order.Item2]).ToList();
                var given = values.Where(value => value is not null).ToList();
                Assert.Equal(given, values.Take(given.Count)); // rows without a value come last
                Assert.Equal(order.Item1 == "_sort" ? given.Order() : given.OrderDescending(), given);
            }
        }
    }

    private static async Task FilterAsync(DatabaseKind kind)
    {
        await using var rows = await AskedRows.CreateAsync(kind);
        var all = (await rows.ReadAsync(rows.Tables.Claims, ("_size", "max"))).Rows;
        async Task Same(string name, string value, Func<IReadOnlyDictionary<string, object?>, bool> expected)
        {
            var found = (await rows.ReadAsync(rows.Tables.Claims, (name, value), ("_size", "max"))).Ids.Order(StringComparer.Ordinal).ToList();
            Assert.Equal(all.Where(expected).Select(row => (string)row["id"]!).Order(StringComparer.Ordinal), found);
        }

        static string Text(IReadOnlyDictionary<string, object?> row, string name) => (string)row[name]!;
        await Same("type", "t2", row => Text(row, "type") == "T2");
        await Same("type__not", "T2", row => Text(row, "type") != "T2");
        await Same("type__in", "T1, T3", row => Text(row, "type") is "T1" or "T3");
        await Same("strength", "S3", row => Text(row, "strength") == "S3");
        await Same("min_strength", "S3", row => string.CompareOrdinal(Text(row, "strength"), "S3") >= 0);
        await Same("strength__exact", "S3", row => Text(row, "strength") == "S3");
        await Same("strength__lt", "S3", row => string.CompareOrdinal(Text(row, "strength"), "S3") < 0);
        await Same("scope_model__isnull", "1", row => row["scope_model"] is null);
        await Same("scope_model__isnull", "0", row => row["scope_model"] is not null);
        await Same("scope_model__not", "2", row => row["scope_model"] is not 2L);
        await Same("scope_model__gte", "2", row => row["scope_model"] is >= 2L);
        await Same("start_offset__lte", "1", row => row["start_offset"] is <= 1L);
        await Same("extraction_confidence__gt", "0.2", row => row["extraction_confidence"] is > 0.2);
        await Same("quote__contains", "100%", row => Text(row, "quote").Contains("100%", StringComparison.Ordinal));
        await Same("quote__contains", "A_B", row => Text(row, "quote").Contains("a_b", StringComparison.Ordinal));
        await Same("quote__contains", "1%c", _ => false);
        await Same("quote__startswith", "steering", row => Text(row, "quote").StartsWith("Steering", StringComparison.Ordinal));
        await Same("quote__contains", "' OR 1=1 --", _ => false);
        await Same("asserter", "lab alder", row => Text(row, "asserter") == "Lab Alder");
        await Same("document", "https://x.example/2", row => Text(row, "document_id") == "doc-2");
        await Same("document", "doc-2", row => Text(row, "document_id") == "doc-2");
        await Same("headline", "1", row => row["is_headline"] is 1L);
        await Same("headline", "0", _ => true);
        await Same("published_not_before__gte", "2025-05", row => string.CompareOrdinal((string?)row["published_not_before"] ?? "", "2025-05") >= 0);
        await Same("publisher__isnull", "1", row => row["publisher"] is null);
        var flagged = (await rows.ReadAsync(rows.Tables.Flags, ("code", "OC13"), ("candidates", "1"), ("_size", "max"))).Rows.Select(row => row["claim_id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        await Same("flag", "OC13", row => flagged.Contains(Text(row, "id")));
        // Values of one name narrow down together.
        Assert.Empty((await rows.ReadAsync(rows.Tables.Claims, ("type", "T1"), ("type", "T2"))).Rows);
    }

    private static async Task FacetAsync(DatabaseKind kind)
    {
        await using var rows = await AskedRows.CreateAsync(kind);
        foreach (var table in rows.Tables.All)
        {
            var facets = table.Columns.Where(column => column.IsFacet).Select(column => ("_facet", column.Name)).ToArray();
            var page = await rows.ReadAsync(table, [("_size", "max"), .. facets]);
            Assert.Equal(facets.Select(facet => facet.Name), page.Facets.Select(facet => facet.Column.Name));
            foreach (var facet in page.Facets)
            {
                Assert.Equal(
                    page.Rows.CountBy(row => row[facet.Column.Name] ?? "").OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Select(pair => (pair.Key, (long)pair.Value)),
                    facet.Values.Select(value => (value.Value ?? "", value.Count)).OrderBy(pair => pair.Item1.ToString(), StringComparer.Ordinal));
                // Following a value leads to as many rows as it says, and from there back.
                var first = facet.Values[0];
                var chosen = await rows.Reader.ReadAsync(rows.Parser.Parse(table, Pairs(first.Toggle)), default);
                Assert.Equal(first.Count, chosen.Count);
                Assert.True(chosen.Facets.Single(other => other.Column == facet.Column).Values.Single().IsSelected);
            }
        }
    }

    private static async Task SearchAsync(DatabaseKind kind)
    {
        await using var rows = await AskedRows.CreateAsync(kind);
        var all = (await rows.ReadAsync(rows.Tables.Claims, ("_size", "max"))).Rows;
        var expected = all.Where(row => ((string)row["quote"]!).Contains("eatures", StringComparison.Ordinal)).Select(row => (string)row["id"]!).Order(StringComparer.Ordinal);
        var (seen, next) = (new List<string>(), (string?)null);
        do
        {
            var page = await rows.ReadAsync(rows.Tables.Claims, [("q", "features"), ("_size", "4"), .. next is null ? Array.Empty<(string, string)>() : [("_next", next)]]);
            seen.AddRange(page.Ids);
            next = page.Next;
        }
        while (next is not null && seen.Count <= all.Count);
        Assert.Equal(expected, seen.Order(StringComparer.Ordinal));
        Assert.Equal(["work-5"], (await rows.ReadAsync(rows.Tables.Works, ("_search", "sparse features"))).Ids);
        Assert.All((await rows.ReadAsync(rows.Tables.Releases, ("q", "release 3"))).Ids, id => Assert.Equal("rel-3", id));
        foreach (var words in (string[])["\"", "NEAR(", "a* OR -b", "'; DROP TABLE claims; --", "%", "col:x", "((((", "!_"])
            foreach (var table in rows.Tables.All) Assert.NotNull(await rows.ReadAsync(table, ("q", words)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string link) =>
        link.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])));
}
