namespace HypeWatch.Queries.Tables;

/// <summary>One condition.</summary>
/// <param name="Column">What is compared.</param>
/// <param name="Operator">How.</param>
/// <param name="Values">With what: texts, whole numbers or real numbers.</param>
/// <param name="Template">Name of the file <c>templates/where-….sql</c>.</param>
public sealed record QueryCondition(QueryColumn Column, FilterOperator Operator, IReadOnlyList<object> Values, string Template);

/// <summary>A question to a table, read from what stands behind the question mark of an address. Made by <see cref="QueryParser"/>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Conditions">All of which must hold.</param>
/// <param name="Words">Words that must all occur; null for none.</param>
/// <param name="Order">The order of rows, ending in the id.</param>
/// <param name="Facets">Columns whose values are counted.</param>
/// <param name="Size">Most rows of a page.</param>
public sealed record TableQuery(
    QueryTable Table, IReadOnlyList<QueryCondition> Conditions, string? Words, IReadOnlyList<SortKey> Order, IReadOnlyList<QueryColumn> Facets, int Size)
{
    /// <summary>Where the page begins: the row's values in <see cref="Order"/> after which it follows; null for the first page.</summary>
    public IReadOnlyList<object?>? After { get; init; }

    /// <summary>Skips this many rows more.</summary>
    public int Skip { get; init; }

    /// <summary>The instant, in its stored form, as of which rows are wanted; null for the present.</summary>
    public string? AsOf { get; init; }

    /// <summary>Whether every row that holds the words is ranked, however long it takes.</summary>
    public bool IsExact { get; init; }

    /// <summary>What was asked, as it was written, without <c>_next</c> and <c>offset</c>: the permalink.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Asked { get; init; } = [];

    /// <summary>The first value asked for under a name; null when there is none.</summary>
    public string? Value(string name) => Asked.Where(pair => pair.Key == name).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>The query part of the address of this question, with the question mark; empty when nothing was asked.</summary>
    public string Link() => Link(Asked);

    /// <summary>The same without one part of what was asked.</summary>
    public string Without(KeyValuePair<string, string> pair) => Link(Asked.Where(other => other.Key != pair.Key || other.Value != pair.Value));

    /// <summary>The same with one thing more asked.</summary>
    public string With(string name, string value) => Link([.. Asked, new(name, value)]);

    /// <summary>The same of the page that follows.</summary>
    public string LinkTo(string next) => Link([.. Asked, new("_next", next)]);

    /// <summary>The same with one value of a column asked for, or no longer where it is already.</summary>
    public (string Link, bool IsSelected) Toggle(QueryColumn column, object? value)
    {
        var (name, text) = value is null ? (column.Name + "__isnull", "1") : (Table.NameOfExact(column.Name), QueryValues.Write(value));
        bool Same(KeyValuePair<string, string> pair) =>
            (pair.Key == name || (value is not null && pair.Key == column.Name + "__exact")) && pair.Value.Equals(text, StringComparison.OrdinalIgnoreCase);
        return Asked.Any(Same) ? (Link(Asked.Where(pair => !Same(pair))), true) : (Link([.. Asked, new(name, text)]), false);
    }

    private static string Link(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var text = string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return text.Length == 0 ? "" : "?" + text;
    }
}
