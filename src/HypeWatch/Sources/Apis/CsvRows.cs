using System.Text;

namespace HypeWatch.Sources.Apis;

/// <summary>Rows of comma-separated values with quoted fields (RFC 4180). A quotation mark that is never closed ends its row at the end of the text.</summary>
internal static class CsvRows
{
    private const int MostFields = 200;

    /// <summary>The rows, the heading included; empty lines are left out.</summary>
    public static IEnumerable<IReadOnlyList<string>> Read(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
                else quoted = false;
            }
            else if (c == '"') quoted = true;
            else if (c == ',' && row.Count < MostFields) EndField();
            else if (c == '\n')
            {
                EndField();
                if (row.Count > 1 || row[0].Length > 0) yield return [.. row];
                row.Clear();
            }
            else if (c != '\r') field.Append(c);
        }

        if (field.Length == 0 && row.Count == 0) yield break;
        EndField();
        yield return row;

        void EndField()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
