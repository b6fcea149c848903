using System.Text;
using HypeWatch.Model;
using HypeWatch.Queries.Tables;

namespace HypeWatch.App.Web.Lists;

/// <summary>All rows of a question as a file, CSV or one JSON object a line; when there are more than may be given, the last line says so and where to go on.</summary>
internal static class TableFile
{
    /// <summary>The type of CSV.</summary>
    public const string CsvType = "text/csv; charset=utf-8";

    /// <summary>The type of one JSON object a line.</summary>
    public const string LinesType = "application/x-ndjson; charset=utf-8";

    private sealed record Remark(bool Truncated, string NextUrl);

    /// <summary>A writer of the bytes of a file.</summary>
    public static StreamWriter WriterOf(Stream output) => new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };

    /// <summary>Writes a file.</summary>
    /// <param name="query">The question.</param>
    /// <param name="pages">Its pages.</param>
    /// <param name="mostRows">The number of rows after which a further page is not read.</param>
    /// <param name="isCsv">Whether it is CSV.</param>
    /// <param name="list">Address of the file, to go on from.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The number of rows.</returns>
    public static async Task<int> WriteAsync(
        TableQuery query, IAsyncEnumerable<(IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, string? Next)> pages, int mostRows, bool isCsv, string list, TextWriter writer, CancellationToken ct)
    {
        if (isCsv) await writer.WriteAsync(TableCsv.Heading(query.Table));
        var given = 0;
        await foreach (var (rows, next) in pages.WithCancellation(ct))
        {
            foreach (var row in rows) await writer.WriteAsync(isCsv ? TableCsv.Line(query.Table, row) : ModelJson.Write(row) + "\n");
            given += rows.Count;
            if (given < mostRows || next is null) continue;
            var address = list + query.LinkTo(next);
            await writer.WriteAsync(isCsv ? TableCsv.Remark($"truncated: there are more rows (Queries:MaxFileRows); go on at {address}") : ModelJson.Write(new Remark(true, address)) + "\n");
        }

        return given;
    }
}
