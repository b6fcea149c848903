using System.Runtime.InteropServices;
using HypeWatch.Model;

namespace HypeWatch.Queries.Tables;

/// <summary>The values of a column in memory: a small number for each row, and what it stands for.</summary>
/// <param name="column">The column.</param>
internal sealed class HeldColumn(QueryColumn column)
{
    private static readonly HashSet<string> Comparisons = new(StringComparer.Ordinal) { "gt", "gte", "lt", "lte" };
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "exact", "not", "in", "isnull", "notnull" };

    private static readonly object None = new();
    private readonly Dictionary<object, ushort> numbers = [];
    private readonly List<object?> values = [];
    private readonly List<ushort> rows = [];

    /// <summary>The column.</summary>
    public QueryColumn Column => column;

    /// <summary>The number of each row.</summary>
    public ReadOnlySpan<ushort> Rows => CollectionsMarshal.AsSpan(rows);

    /// <summary>The values by their numbers.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <summary>Whether a condition can be looked up here and means the same as in the database, whose order of words may be another than that of codes.</summary>
    public static bool Understands(QueryCondition condition) => Others.Contains(condition.Template) || (Comparisons.Contains(condition.Template) && condition.Column.Codes is not null);

    /// <summary>Adds a row.</summary>
    /// <exception cref="HypeWatchException">There are more values than numbers for them.</exception>
    public void Add(object? value)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, value ?? None, out var isKnown);
        if (!isKnown)
        {
            if (values.Count > ushort.MaxValue) throw new HypeWatchException($"{column.Name} has too many values to be held in memory");
            number = (ushort)values.Count;
            values.Add(value);
        }

        rows.Add(number);
    }

    /// <summary>For each value whether a condition holds of it.</summary>
    public bool[] Where(QueryCondition condition) => [.. values.Select(value => Holds(condition, value))];

    private static bool Holds(QueryCondition condition, object? value) => condition.Template switch
    {
        "isnull" => value is null,
        "notnull" => value is not null,
        "not" => !condition.Values[0].Equals(value),
        _ when value is null => false,
        "exact" or "in" => condition.Values.Contains(value),
        "gt" => Compare(value, condition) > 0,
        "gte" => Compare(value, condition) >= 0,
        "lt" => Compare(value, condition) < 0,
        _ => Compare(value, condition) <= 0,
    };

    private static int Compare(object value, QueryCondition condition) => value is string text ? string.CompareOrdinal(text, (string)condition.Values[0]) : ((long)value).CompareTo((long)condition.Values[0]);
}
