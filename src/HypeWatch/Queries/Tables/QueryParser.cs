using System.Globalization;
using HypeWatch.Model;
using Microsoft.Extensions.Options;

namespace HypeWatch.Queries.Tables;

/// <summary>Reads a question from names and values, as they stand behind the question mark of an address: once, and the first thing that makes no sense is said.</summary>
public sealed class QueryParser(IOptions<QuerySettings> settings)
{
    private const int MostPairs = 60, MostValues = 200, MostSkipped = 1_000_000, LongestWords = 300;

    /// <summary>What a name with a leading underscore asks.</summary>
    public static IReadOnlyDictionary<string, string> Controls { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["_search"] = "Words that must all occur; q is the same", ["_sort"] = "Column to order by", ["_sort_desc"] = "Column to order by, the greatest first", ["_facet"] = "Column whose values are counted; may be repeated",
        ["_size"] = "Most rows of a page, or max", ["_next"] = "Where the page begins: what the page before gave as next",
        ["_exact"] = "1: every row that holds the words of a search is ranked and counted, however long it takes; else a search for common words ranks the most promising, and says approximate",
        ["_as_of"] = "Claims and flags alone: a day or an instant, UTC; what was known and flagged then",
    };

    /// <summary>Reads a question.</summary>
    /// <param name="table">What is asked.</param>
    /// <param name="pairs">Names and values; an empty value asks nothing.</param>
    /// <param name="mostRows">Greatest size of a page; null for that of the settings.</param>
    /// <exception cref="QueryException">Something makes no sense.</exception>
    public TableQuery Parse(QueryTable table, IEnumerable<KeyValuePair<string, string>> pairs, int? mostRows = null)
    {
        var asked = pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Trim())).Where(pair => pair.Value.Length > 0).ToList();
        if (asked.Count > MostPairs) throw new QueryException(FormattableString.Invariant($"at most {MostPairs} filters at a time"));
        var draft = new Draft(table);
        foreach (var (name, value) in asked) Take(draft, name, value, mostRows ?? settings.Value.MaxPageSize);
        if (draft.AsOf is not null && draft.Conditions.Exists(condition => condition.Template == "flagged")) throw new QueryException("flag: cannot be asked together with _as_of; ask /flags with code and _as_of");
        foreach (var standard in table.Defaults.Where(standard => !standard.Unless.Any(draft.Touched.Contains)))
            draft.Conditions.Add(new(table.Column(standard.Column)!, FilterOperator.Not, [standard.Value], "not"));
        var order = Order(draft);
        return new(table, draft.Conditions, draft.Words, order, draft.Facets, draft.Size ?? Math.Min(settings.Value.PageSize, mostRows ?? int.MaxValue))
        {
            After = draft.Next is { } token ? PageToken.Read(token, order) : null, Skip = draft.Skip, AsOf = draft.AsOf, IsExact = draft.IsExact, Asked = [.. asked.Where(pair => pair.Key is not ("_next" or "offset"))],
        };
    }

    private static void Take(Draft draft, string name, string value, int mostRows)
    {
        switch (name)
        {
            case "_search" or "q":
                if (value.Length > LongestWords || value.Any(char.IsControl)) throw new QueryException(FormattableString.Invariant($"{name}: at most {LongestWords} characters, and no control characters"));
                draft.Words = draft.Words is null ? value : draft.Words + " " + value;
                break;
            case "_sort" or "_sort_desc":
                if (draft.Sort is not null) throw new QueryException("_sort: one column at a time");
                draft.Sort = new(Column(draft.Table, name, value, column => column.IsSortable), name == "_sort_desc");
                break;
            case "_facet":
                foreach (var facet in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    if (Column(draft.Table, name, facet, column => column.IsFacet) is var column && !draft.Facets.Contains(column)) draft.Facets.Add(column);
                break;
            case "_size": draft.Size = value == "max" ? mostRows : Number(name, value, 1, mostRows); break;
            case "offset": draft.Skip = Number(name, value, 0, MostSkipped); break;
            case "_next": draft.Next = value; break;
            case "_exact": draft.IsExact = Number(name, value, 0, 1) == 1; break;
            case "_as_of":
                if (draft.Table.AsOfTemplate is null) throw new QueryException($"_as_of: {draft.Table.Name} are not kept over time; ask claims or flags");
                draft.AsOf = AsOf.Read(name, value);
                break;
            default: Filter(draft, name, value); break;
        }
    }

    private static void Filter(Draft draft, string name, string value)
    {
        var table = draft.Table;
        if (table.Switches.Contains(name))
        {
            if (Number(name, value, 0, 1) == 1) draft.Touched.Add(name);
            return;
        }

        if (table.Aliases.FirstOrDefault(alias => alias.Name == name) is { } alias)
        {
            var own = table.Column(alias.Column)!;
            if (alias.IsSwitch && Number(name, value, 0, 1) == 0) return;
            draft.Add(new(own, alias.Operator, [QueryValues.Read(name, value, own, alias.Codes ?? (alias.Template is null ? own.Codes : null))], alias.Template ?? alias.Operator.ToCode()));
            return;
        }

        var cut = name.IndexOf("__", StringComparison.Ordinal);
        var known = table.Column(cut < 0 ? name : name[..cut]) ?? throw new QueryException($"there is no filter '{QueryValues.Short(name)}'; known: {string.Join(", ", Known(table))}");
        if (!Code<FilterOperator>.TryParse(cut < 0 ? "exact" : name[(cut + 2)..], out var op))
            throw new QueryException($"{QueryValues.Short(name)}: there is no such comparison; known: {string.Join(", ", Code<FilterOperator>.All)}");
        draft.Add(Condition(name, value, known, op));
    }

    private static QueryCondition Condition(string name, string value, QueryColumn column, FilterOperator op)
    {
        switch (op)
        {
            case FilterOperator.IsNull: return new(column, op, [], Number(name, value, 0, 1) == 1 ? "isnull" : "notnull");
            case FilterOperator.In:
                var values = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (values.Length is 0 or > MostValues) throw new QueryException(FormattableString.Invariant($"{name}: 1 to {MostValues} values, parted by commas"));
                return new(column, op, [.. values.Select(part => QueryValues.Read(name, part, column, column.Codes))], "in");
            case FilterOperator.Contains or FilterOperator.StartsWith:
                if (column.Type is not (ColumnType.Text or ColumnType.Date)) throw new QueryException($"{name}: {column.Name} is a number; compare it with exact, gt, gte, lt or lte");
                var text = (string)QueryValues.Read(name, value, column with { Type = ColumnType.Text }, null);
                return new(column, op, [text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)], op.ToCode());
            default: return new(column, op, [QueryValues.Read(name, value, column, column.Codes)], op.ToCode());
        }
    }

    private static List<SortKey> Order(Draft draft)
    {
        var keys = new List<SortKey>();
        if (draft.Sort is { } sort) keys.Add(sort);
        else if (draft.Words is not null && draft.AsOf is null && draft.Table.Search.Template is not null) keys.Add(new(QueryTable.Rank, false));
        else keys.AddRange(draft.Table.Order.Select(name => new SortKey(draft.Table.Column(name.TrimStart('-'))!, name.StartsWith('-'))));
        if (!keys.Exists(key => key.Column == draft.Table.Id)) keys.Add(new(draft.Table.Id, false));
        return keys;
    }

    private static QueryColumn Column(QueryTable table, string name, string value, Func<QueryColumn, bool> allows) =>
        table.Column(value) is { } column && allows(column) ? column
            : throw new QueryException($"{name}: '{QueryValues.Short(value)}' is none of {string.Join(", ", table.Columns.Where(allows).Select(other => other.Name))}");

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new QueryException(string.Create(CultureInfo.InvariantCulture, $"{name}: a whole number from {least} to {most}"));

    private static IEnumerable<string> Known(QueryTable table) =>
        [.. table.Aliases.Select(alias => alias.Name).Concat(table.Switches).Concat(table.Columns.Select(column => column.Name)).Distinct(StringComparer.Ordinal), .. Controls.Keys];

    private sealed class Draft(QueryTable table)
    {
        public QueryTable Table { get; } = table;

        public List<QueryCondition> Conditions { get; } = [];

        public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

        public List<QueryColumn> Facets { get; } = [];

        public string? Words { get; set; }

        public SortKey? Sort { get; set; }

        public int? Size { get; set; }

        public int Skip { get; set; }

        public string? Next { get; set; }

        public string? AsOf { get; set; }

        public bool IsExact { get; set; }

        public void Add(QueryCondition condition)
        {
            Conditions.Add(condition);
            Touched.Add(condition.Column.Name);
        }
    }
}
