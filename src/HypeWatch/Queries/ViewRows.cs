using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>Reads the parts that several queries select under the same names.</summary>
internal static class ViewRows
{
    /// <summary>The document, from the columns <c>doc_…</c> and <c>published_…</c>.</summary>
    public static DocumentView Document(Row row) => new(
        row.Id<DocumentId>("doc_id"), row.Code<DocumentKind>("doc_kind"), row.Text("doc_title"), row.Text("doc_url"), row.TextOrNull("doc_publisher"),
        RecordRows.Published(row));
}
