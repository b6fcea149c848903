namespace HypeWatch.Model;

/// <summary>
/// A table of a version, cell by cell: a claim is often refuted by its own table. Every reader (HTML, Markdown, LaTeX, page layout) gives the same record, so
/// that later stages need not know where a table came from.
/// </summary>
/// <param name="Index">Position in the version, from 0.</param>
/// <param name="Span">From the first cell to the last.</param>
/// <param name="Caption">Where the caption stands; null when there is none.</param>
/// <param name="Label">The name by which the text points to it, for example <c>Table 3</c>; null when the caption tells none.</param>
/// <param name="Cells">Row by row, from left to right; cells without text are left out.</param>
public sealed record Table(int Index, Span Span, Span? Caption, string? Label, IReadOnlyList<TableCell> Cells);

/// <summary>One cell of a <see cref="Table"/> with what its row and column say about it.</summary>
/// <param name="Row">Row, from 0, header rows included.</param>
/// <param name="Column">Column, from 0, header columns included.</param>
/// <param name="Span">The cell's words in the version's text.</param>
/// <param name="IsHeader">Names a row or a column and holds no value.</param>
/// <param name="IsBold">Printed bold, by which tables mark the best value.</param>
/// <param name="RowHeaders">Words of the headers at the left of the cell, outermost first.</param>
/// <param name="ColumnHeaders">Words of the headers above the cell, outermost first.</param>
/// <param name="Unit">The unit that the cell or one of its headers states, for example <c>%</c>; null when none does.</param>
/// <param name="RowSpan">Number of rows that it covers.</param>
/// <param name="ColumnSpan">Number of columns that it covers.</param>
public sealed record TableCell(
    int Row, int Column, Span Span, bool IsHeader, bool IsBold, IReadOnlyList<string> RowHeaders, IReadOnlyList<string> ColumnHeaders, string? Unit,
    int RowSpan = 1, int ColumnSpan = 1);
