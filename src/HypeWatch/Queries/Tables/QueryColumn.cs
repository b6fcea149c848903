namespace HypeWatch.Queries.Tables;

/// <summary>What sort of value a column holds.</summary>
public enum ColumnType
{
    /// <summary>Words.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>A real number.</summary>
    Real,
    /// <summary>0 or 1.</summary>
    Truth,
    /// <summary>A day or an instant, ISO 8601 in UTC, of which a part such as <c>2026-11</c> may be compared.</summary>
    Date,
}

/// <summary>A column of a <see cref="QueryTable"/>.</summary>
/// <param name="Name">Its name, the same in SQL, JSON and addresses.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Meaning">What it says, for the description of the interface.</param>
public sealed record QueryColumn(string Name, ColumnType Type, string Meaning)
{
    /// <summary>The values that it can have, ignoring case; null where they are not listed.</summary>
    public IReadOnlyList<string>? Codes { get; init; }

    /// <summary>Whether rows may have no value.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether its values may be counted.</summary>
    public bool IsFacet { get; init; }

    /// <summary>Whether rows may be ordered by it.</summary>
    public bool IsSortable { get; init; } = true;
}
