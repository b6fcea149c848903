namespace HypeWatch.Queries.Tables;

/// <summary>A short name of a filter: what it stands for.</summary>
/// <param name="Name">The short name.</param>
/// <param name="Column">The column that it compares.</param>
/// <param name="Operator">How.</param>
/// <param name="Meaning">What it asks, for the description of the interface.</param>
public sealed record QueryAlias(string Name, string Column, FilterOperator Operator, string Meaning)
{
    /// <summary>Name of a file <c>templates/where-….sql</c> that goes before the operator's; null for the operator's own.</summary>
    public string? Template { get; init; }

    /// <summary>The values that it can have, ignoring case; null for those of the column.</summary>
    public IReadOnlyList<string>? Codes { get; init; }

    /// <summary>Whether 0 asks nothing, and only 1 is a condition.</summary>
    public bool IsSwitch { get; init; }
}

/// <summary>A condition that holds unless something is asked that touches it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value that is left out.</param>
/// <param name="Unless">Names of columns and switches that lift it.</param>
public sealed record QueryDefault(string Column, string Value, IReadOnlyList<string> Unless);

/// <summary>A column by which rows are ordered.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsDescending">Whether the greatest comes first; rows without a value always come last.</param>
public sealed record SortKey(QueryColumn Column, bool IsDescending);

/// <summary>How the words of <c>_search</c> are found.</summary>
/// <param name="Template">Name of a file <c>templates/from-….sql</c> that joins a full-text index; null looks for each word in a column.</param>
/// <param name="Column">The column that the index is joined by, or that is looked into.</param>
public sealed record QuerySearch(string? Template, string Column)
{
    /// <summary>Whether there may be so many rows that only the most promising matches of common words are ranked.</summary>
    public bool IsCapped { get; init; }
}

/// <summary>How rows are read in the order of a column on SQLite, whose planner would sort all of them to give the first.</summary>
/// <param name="Template">Name of a file <c>templates/from-….sqlite.sql</c> that gives the rows in that order, and the column as one of <c>w</c>.</param>
/// <param name="Column">The column.</param>
/// <param name="FoundBy">Columns that an index finds the few rows of a value by, which are sorted sooner than met on the way.</param>
public sealed record QueryWalk(string Template, string Column, IReadOnlyList<string> FoundBy);

/// <summary>
/// Something that can be asked for as rows: what every door (pages, API, terminal, feeds) knows about it. Its columns are those of a documented view, so that readers' SQL knows the same names.
/// </summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="View">The view that is read.</param>
/// <param name="Page">Where a row has its page, with <c>{id}</c>.</param>
/// <param name="Meaning">What a row is.</param>
/// <param name="Columns">Its columns; the first is the id.</param>
/// <param name="Search">How words are found.</param>
/// <param name="Order">The order of rows when none is asked for, without the id, which always follows; a leading minus is descending.</param>
public sealed record QueryTable(string Name, string View, string Page, string Meaning, IReadOnlyList<QueryColumn> Columns, QuerySearch Search, IReadOnlyList<string> Order)
{
    /// <summary>The column of the rank of a search: not part of a row, and the least is the best.</summary>
    internal static readonly QueryColumn Rank = new("search_rank", ColumnType.Real, "How well the words fit");

    /// <summary>Name of a file <c>templates/as-of-….sql</c> that gives the same columns as they were known at an instant; null where that is not kept.</summary>
    public string? AsOfTemplate { get; init; }

    /// <summary>Short names of filters.</summary>
    public IReadOnlyList<QueryAlias> Aliases { get; init; } = [];

    /// <summary>Switches that are no condition by themselves but lift one of <see cref="Defaults"/>.</summary>
    public IReadOnlyList<string> Switches { get; init; } = [];

    /// <summary>What is left out unless it is asked for.</summary>
    public IReadOnlyList<QueryDefault> Defaults { get; init; } = [];

    /// <summary>Columns on which there may be conditions and the numbers of rows by value are still kept, and need not be counted; null where none are kept.</summary>
    public IReadOnlyList<string>? KeptBy { get; init; }

    /// <summary>The order in which rows can be read without sorting all of them; null for none.</summary>
    public QueryWalk? Walk { get; init; }

    /// <summary>Whether its counted values may be held in memory.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The column that tells rows apart.</summary>
    public QueryColumn Id => Columns[0];

    /// <summary>The column of a name; null when there is none.</summary>
    public QueryColumn? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>The name under which an exact value of a column is asked for: its own, unless that is a short name of something else.</summary>
    public string NameOfExact(string column) => Aliases.Any(alias => alias.Name == column) ? column + "__exact" : column;
}
