using System.Buffers;
using System.Runtime.InteropServices;

namespace HypeWatch.Queries.Tables;

/// <summary>How many rows there are under some conditions, and how many by each value of the columns asked for.</summary>
/// <param name="All">All of them.</param>
/// <param name="ByValue">The values of each column that occur, in the order of the columns.</param>
internal sealed record HeldNumbers(long All, IReadOnlyList<IReadOnlyList<(object? Value, long Number)>> ByValue);

/// <summary>The counted values of all claims, column by column.</summary>
/// <param name="columns">The columns.</param>
/// <param name="revision">The change of the database up to which they are true.</param>
internal sealed class HeldRows(IEnumerable<QueryColumn> columns, long revision)
{
    private readonly HeldColumn[] held = [.. columns.Select(column => new HeldColumn(column))];
    private readonly Dictionary<string, List<int>> documents = new(StringComparer.Ordinal);
    private readonly List<bool> isGone = [];
    private int gone;

    /// <summary>The change of the database up to which they are true.</summary>
    public long Revision { get; private set; } = revision;

    /// <summary>Whether more than half of what is held is no longer so.</summary>
    public bool IsWorn => gone > isGone.Count / 2;

    /// <summary>Adds a row of a document.</summary>
    public void Add(string document, IReadOnlyList<object?> values)
    {
        if (!documents.TryGetValue(document, out var rows)) documents[document] = rows = [];
        rows.Add(isGone.Count);
        for (var i = 0; i < held.Length; i++) held[i].Add(values[i]);
        isGone.Add(false);
    }

    /// <summary>Puts other rows in the place of those of some documents.</summary>
    /// <param name="changed">The documents.</param>
    /// <param name="fresh">Their rows now.</param>
    /// <param name="by">The change of the database up to which they are true.</param>
    public void Replace(IEnumerable<string> changed, IReadOnlyList<(string Document, object?[] Values)> fresh, long by)
    {
        // What changed between the two readings is among the fresh rows alone.
        foreach (var document in changed.Concat(fresh.Select(row => row.Document)))
        {
            if (!documents.Remove(document, out var rows)) continue;
            foreach (var row in rows) isGone[row] = true;
            gone += rows.Count;
        }

        foreach (var (document, values) in fresh) Add(document, values);
        Revision = by;
    }

    /// <summary>Counts.</summary>
    public HeldNumbers Count(TableQuery query)
    {
        var rented = ArrayPool<int>.Shared.Rent(isGone.Count);
        try
        {
            var rows = Present(rented);
            foreach (var condition in query.Conditions) rows = Where(rows, Of(condition.Column), condition);
            var byValue = new List<IReadOnlyList<(object?, long)>>();
            foreach (var facet in query.Facets) byValue.Add(ByValue(Of(facet), rows));
            return new(rows.Length, byValue);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    private Span<int> Present(int[] into)
    {
        var number = 0;
        var away = CollectionsMarshal.AsSpan(isGone);
        for (var row = 0; row < away.Length; row++)
            if (!away[row]) into[number++] = row;
        return into.AsSpan(0, number);
    }

    private static Span<int> Where(Span<int> rows, HeldColumn column, QueryCondition condition)
    {
        var (number, holds) = (0, column.Where(condition));
        var all = column.Rows;
        foreach (var row in rows)
            if (holds[all[row]]) rows[number++] = row;
        return rows[..number];
    }

    private static IReadOnlyList<(object? Value, long Number)> ByValue(HeldColumn column, ReadOnlySpan<int> rows)
    {
        var numbers = new long[column.Values.Count];
        var all = column.Rows;
        foreach (var row in rows) numbers[all[row]]++;
        return [.. column.Values.Zip(numbers).Where(pair => pair.Second > 0)];
    }

    private HeldColumn Of(QueryColumn column) => Array.Find(held, one => one.Column.Name == column.Name)!;
}
