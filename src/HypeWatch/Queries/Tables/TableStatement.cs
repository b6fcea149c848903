using System.Globalization;
using Dapper;
using HypeWatch.Storage;

namespace HypeWatch.Queries.Tables;

/// <summary>
/// A question as SQL: the files <c>templates/…</c>, filled with names of the table's own columns. What a reader wrote is always a parameter.
/// </summary>
internal sealed class TableStatement
{
    private const string Alias = "q.", WalkAlias = "w.";
    private static readonly HashSet<string> Finding = new(StringComparer.Ordinal) { "exact", "in", "document" };
    private readonly SqlLibrary sql;
    private readonly TableQuery query;
    private readonly string source;
    private readonly string view;
    private readonly List<string> conditions = [];
    private readonly QueryWalk? walk;

    /// <summary>Prepares the parts that all statements of a question share.</summary>
    public TableStatement(TableQuery query, SqlLibrary sql, DatabaseKind kind, SearchPart? part = null)
    {
        (this.query, this.sql) = (query, sql);
        // The full-text index holds the present words alone.
        var search = query.AsOf is null ? query.Table.Search : new QuerySearch(null, "quote");
        view = query.AsOf is null ? query.Table.View : Template(query.Table.AsOfTemplate!);
        if (query.AsOf is { } instant) Parameters.Add("asof", instant);
        walk = Walk(kind);
        source = Template(query.Words is not null && search.Template is { } template ? "from-" + template + part?.Suffix : "from-view")
            .Replace("{view}", view, StringComparison.Ordinal).Replace("{key}", search.Column, StringComparison.Ordinal);
        foreach (var condition in query.Conditions) conditions.Add(Of(condition.Template, condition.Column, condition.Values));
        foreach (var (name, value) in part?.Values ?? []) Parameters.Add(name, value);
        if (query.Words is not { } words) return;
        if (search.Template is not null) Parameters.Add("search", SearchWords.Quote(words, kind));
        else
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                conditions.Add(Of("contains", query.Table.Column(search.Column)!, [word.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)]));
    }

    /// <summary>The values.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>The rows of a page, and one more when there is one.</summary>
    public string Rows()
    {
        // The page is found by what it is ordered and filtered by; only its own rows are then read in full.
        var rank = query.Order.Select(key => key.Column).Where(column => column == QueryTable.Rank).ToList();
        var columns = query.Table.Columns.Concat(rank).Select(Name);
        var keys = rank.Prepend(query.Table.Id).Select(Name);
        var all = query.After is { } after ? conditions.Concat(Following(after)) : conditions;
        Parameters.Add("limit", query.Size + 1L);
        Parameters.Add("skip", (long)query.Skip);
        return Fill("find-rows", all, walk is null ? source : Template("from-" + walk.Template)).Replace("{view}", view, StringComparison.Ordinal).Replace("{id}", query.Table.Id.Name, StringComparison.Ordinal)
            .Replace("{keys}", string.Join(", ", keys), StringComparison.Ordinal).Replace("{columns}", string.Join(", ", columns), StringComparison.Ordinal)
            .Replace("{inner}", Order(Walked), StringComparison.Ordinal).Replace("{order}", Order(Name), StringComparison.Ordinal);
    }

    /// <summary>How many rows there are on all pages.</summary>
    public string Count() => Fill("count-rows", conditions);

    /// <summary>The values of a column with the number of their rows, on all pages.</summary>
    public string CountValues(QueryColumn column, int most)
    {
        Parameters.Add("limit", most + 1L);
        return Fill("count-values", conditions).Replace("{column}", Name(column), StringComparison.Ordinal);
    }

    /// <summary>Whether the numbers of rows are kept for this question.</summary>
    public bool IsKept => query is { AsOf: null, Words: null, Table.KeptBy: { } kept } && query.Conditions.All(condition => kept.Contains(condition.Column.Name, StringComparer.Ordinal));

    /// <summary>The same as <see cref="Count"/> from kept numbers; no row when they are not up to date.</summary>
    public string KeptCount() => Kept("count-kept-rows", query.Table.Columns.First(column => column.IsFacet));

    /// <summary>The same as <see cref="CountValues"/> from kept numbers; no row when they are not up to date, or when there are no rows to count.</summary>
    public string KeptValues(QueryColumn column, int most)
    {
        Parameters.Add("limit", most + 1L);
        return Kept("count-kept-values", column);
    }

    private string Kept(string template, QueryColumn column)
    {
        Parameters.Add("counted", query.Table.Name);
        Parameters.Add("counted_column", column.Name);
        return Fill(template, conditions);
    }

    // PostgreSQL sees by itself that rows come in order.
    private QueryWalk? Walk(DatabaseKind kind) => kind == DatabaseKind.Sqlite && query is { AsOf: null, Words: null, Table.Walk: { } way, Order: [var first, ..] } && first.Column.Name == way.Column
        && !query.Conditions.Any(condition => Finding.Contains(condition.Template) && way.FoundBy.Contains(condition.Column.Name, StringComparer.Ordinal)) ? way : null;

    // Rows after a row: greater in the first column, or equal there and greater in the second, and so on. Rows without a value come last.
    private IEnumerable<string> Following(IReadOnlyList<object?> after)
    {
        var ways = new List<string>();
        var equal = new List<string>();
        foreach (var (key, value) in query.Order.Zip(after))
        {
            if (value is not null)
            {
                var beyond = Of(key.IsDescending ? "lt" : "gt", key.Column, [value]);
                if (key.Column.IsNullable) beyond = $"({beyond} OR {Of("isnull", key.Column, [])})";
                ways.Add($"({string.Join(" AND ", equal.Append(beyond))})");
            }

            equal.Add(value is null ? Of("isnull", key.Column, []) : Of("exact", key.Column, [value]));
        }

        // What an index begins at; the ways name the column otherwise, so that none of them is looked up by itself.
        if (query.Order[0] is { Column.IsNullable: false } first && first.Column != QueryTable.Rank && after[0] is { } least) yield return Of(first.IsDescending ? "lte" : "gte", Walked(first.Column), [least]);
        yield return $"({string.Join(" OR ", ways)})";
    }

    private string Order(Func<QueryColumn, string> name) =>
        string.Join(", ", query.Order.SelectMany(key => key.Column.IsNullable ? [Of("isnull", name(key.Column), []), Direction(key, name)] : new[] { Direction(key, name) }));

    private string Of(string template, QueryColumn column, IReadOnlyList<object> values) => Of(template, Name(column), values);

    private string Of(string template, string column, IReadOnlyList<object> values)
    {
        var names = values.Select(value =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"p{Parameters.ParameterNames.Count()}");
            Parameters.Add(name, value);
            return "@" + name;
        }).ToList();
        var text = Template("where-" + template).Replace("{column}", column, StringComparison.Ordinal);
        return text.Replace("{values}", string.Join(", ", names), StringComparison.Ordinal).Replace("{value}", names.Count > 0 ? names[0] : "", StringComparison.Ordinal);
    }

    private string Fill(string template, IEnumerable<string> all, string? from = null) =>
        Template(template).Replace("{source}", from ?? source, StringComparison.Ordinal).Replace("{conditions}", string.Join(" AND ", all.DefaultIfEmpty("1 = 1")), StringComparison.Ordinal);

    private string Template(string name) => sql["templates/" + name].Trim();

    private static string Direction(SortKey key, Func<QueryColumn, string> name) => name(key.Column) + (key.IsDescending ? " DESC" : " ASC");

    private static string Name(QueryColumn column) => column == QueryTable.Rank ? column.Name : Alias + column.Name;

    private string Walked(QueryColumn column) => column.Name == walk?.Column ? WalkAlias + column.Name : Name(column);
}
