using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HypeWatch.Queries.Tables;

/// <summary>How many rows there are under some conditions, and how many by each value of the columns asked for.</summary>
/// <param name="All">All of them.</param>
/// <param name="ByValue">The values of each column that occur, in the order of the columns.</param>
/// <param name="Documents">The documents that they are of; null when these are more than a few.</param>
internal sealed record HeldNumbers(long All, IReadOnlyList<IReadOnlyList<(object? Value, long Number)>> ByValue, IReadOnlyList<string>? Documents);

/// <summary>A row as it is read.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Place">Its row number in the full-text index; null where that is not known.</param>
/// <param name="Values">Its values.</param>
internal sealed record HeldRow(string Document, long? Place, object?[] Values);

/// <summary>The counted values of all claims, column by column.</summary>
/// <param name="columns">The columns.</param>
/// <param name="revision">The change of the database up to which they are true.</param>
internal sealed class HeldRows(IEnumerable<QueryColumn> columns, long revision)
{
    // Fewer are found by their ids sooner than by walking through all.
    private const int Few = 500;

    private readonly HeldColumn[] held = [.. columns.Select(column => new HeldColumn(column))];
    private readonly Dictionary<string, HeldDocument> documents = new(StringComparer.Ordinal);
    // Numbers, since the collector would follow a million references at each of its rounds.
    private readonly List<string> names = [];
    private readonly List<int> nameOf = [];
    private readonly List<bool> isGone = [];
    private readonly Dictionary<long, int> byPlace = [];
    private int gone, unplaced;

    /// <summary>The change of the database up to which they are true.</summary>
    public long Revision { get; private set; } = revision;

    /// <summary>Whether more than half of what is held is no longer so.</summary>
    public bool IsWorn => gone > isGone.Count / 2;

    /// <summary>Whether it is known of each row where the full-text index holds it.</summary>
    public bool IsPlaced => unplaced == 0;

    /// <summary>Adds a row of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">Its row number in the full-text index; null where that is not known.</param>
    /// <param name="values">Its values.</param>
    public void Add(string document, long? place, IReadOnlyList<object?> values)
    {
        // A row that is gone may have left its number to another.
        if (place is { } number) byPlace[number] = isGone.Count;
        else unplaced++;
        if (!documents.TryGetValue(document, out var known))
        {
            documents[document] = known = new(names.Count, []);
            names.Add(document);
        }

        known.Rows.Add(isGone.Count);
        nameOf.Add(known.Name);
        for (var i = 0; i < held.Length; i++) held[i].Add(values[i]);
        isGone.Add(false);
    }

    /// <summary>Puts other rows in the place of those of some documents.</summary>
    /// <param name="changed">The documents.</param>
    /// <param name="fresh">Their rows now.</param>
    /// <param name="by">The change of the database up to which they are true.</param>
    public void Replace(IEnumerable<string> changed, IReadOnlyList<HeldRow> fresh, long by)
    {
        // What changed between the two readings is among the fresh rows alone.
        foreach (var document in changed.Concat(fresh.Select(row => row.Document)))
        {
            if (!documents.Remove(document, out var known)) continue;
            foreach (var row in known.Rows) isGone[row] = true;
            gone += known.Rows.Count;
        }

        foreach (var (document, place, values) in fresh) Add(document, place, values);
        Revision = by;
    }

    /// <summary>Counts.</summary>
    /// <param name="query">The question.</param>
    /// <param name="places">Row numbers of those that hold its words, parted by commas; null when it asks for none.</param>
    public HeldNumbers Count(TableQuery query, string? places = null)
    {
        var rented = ArrayPool<int>.Shared.Rent(isGone.Count);
        try
        {
            var rows = places is null ? Present(rented) : Placed(places, rented);
            foreach (var condition in query.Conditions) rows = Where(rows, Of(condition.Column), condition);
            var byValue = new List<IReadOnlyList<(object?, long)>>();
            foreach (var facet in query.Facets) byValue.Add(ByValue(Of(facet), rows));
            return new(rows.Length, byValue, Documents(rows));
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

    private Span<int> Placed(string places, int[] into)
    {
        var number = 0;
        foreach (var part in places.AsSpan().Split(','))
            if (long.TryParse(places.AsSpan(part), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && byPlace.TryGetValue(place, out var row) && !isGone[row]) into[number++] = row;
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

    private IReadOnlyList<string>? Documents(ReadOnlySpan<int> rows)
    {
        var found = new HashSet<int>();
        foreach (var row in rows)
            if (found.Add(nameOf[row]) && found.Count > Few) return null;
        return [.. found.Select(name => names[name])];
    }

    private HeldColumn Of(QueryColumn column) => Array.Find(held, one => one.Column.Name == column.Name)!;

    private sealed record HeldDocument(int Name, List<int> Rows);
}
