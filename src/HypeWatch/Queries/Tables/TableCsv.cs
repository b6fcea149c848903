using HypeWatch.Model;

namespace HypeWatch.Queries.Tables;

/// <summary>Rows of a table as lines of CSV (RFC 4180), one column each; no cell can become a formula in a spreadsheet.</summary>
public static class TableCsv
{
    /// <summary>The heading.</summary>
    public static string Heading(QueryTable table) => CsvRows.Line(table.Columns.Select(column => column.Name));

    /// <summary>A row.</summary>
    public static string Line(QueryTable table, IReadOnlyDictionary<string, object?> row) =>
        CsvRows.Line(table.Columns.Select(column => row[column.Name] is { } value ? QueryValues.Write(value) : null));

    /// <summary>Cells of no table as a line.</summary>
    public static string Cells(IEnumerable<string?> cells) => CsvRows.Line(cells);

    /// <summary>A last line that says something about the file instead of holding a row.</summary>
    public static string Remark(string words) => CsvRows.Line([words]);
}
