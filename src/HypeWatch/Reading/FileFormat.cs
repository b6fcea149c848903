using System.Text;

namespace HypeWatch.Reading;

/// <summary>What some bytes are.</summary>
internal enum FileFormat
{
    Html,
    Markdown,
    PlainText,
    Pdf,
    Mail,
    Latex,
    Json,
    Table,
    Bibliography,
    Xml,
    Licence,
    Binary,
}

/// <summary>Tells the format from the first bytes, then the name, then the stated type: servers and names both err (sources section 1).</summary>
internal static class FileFormats
{
    private const int Head = 4096;

    public static FileFormat Of(ReadOnlySpan<byte> bytes, string contentType, string url)
    {
        if (bytes.StartsWith("%PDF-"u8)) return FileFormat.Pdf;
        var head = bytes[..Math.Min(bytes.Length, Head)];
        var utf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        var name = FileName(url);
        if (!utf16 && IsBinary(head)) return PdfText.IsMarked(bytes) && name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? FileFormat.Pdf : FileFormat.Binary;

        var start = (utf16 ? TextDecoding.Decode(head, "") : Encoding.Latin1.GetString(head)).TrimStart('\u00ef', '\u00bb', '\u00bf', '\ufeff', ' ', '\t', '\r', '\n');
        var type = contentType.Split(';')[0].Trim().ToLowerInvariant();
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<rss", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<feed", StringComparison.OrdinalIgnoreCase))
            return start.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileFormat.Html : FileFormat.Xml;
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return FileFormat.Html;

        if (!type.StartsWith("text/", StringComparison.Ordinal) && (type == "application/pdf" || name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))) return FileFormat.Pdf;
        return ByName(name) ?? ByType(type) ?? ByContent(start);
    }

    private static FileFormat? ByName(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name).ToUpperInvariant();
        if (stem is "LICENSE" or "LICENCE" or "COPYING") return FileFormat.Licence;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".html" or ".htm" or ".xhtml" => FileFormat.Html,
            ".md" or ".mdx" or ".markdown" or ".rmd" or ".qmd" => FileFormat.Markdown,
            ".txt" or ".text" => FileFormat.PlainText,
            ".eml" => FileFormat.Mail,
            ".tex" or ".ltx" or ".latex" => FileFormat.Latex,
            ".json" or ".jsonl" or ".ndjson" or ".ipynb" => FileFormat.Json,
            ".csv" or ".tsv" => FileFormat.Table,
            ".bib" => FileFormat.Bibliography,
            ".xml" or ".rss" or ".atom" => FileFormat.Xml,
            _ => null,
        };
    }

    private static FileFormat? ByType(string type) => type switch
    {
        "text/html" or "application/xhtml+xml" => FileFormat.Html,
        "text/markdown" or "text/x-markdown" => FileFormat.Markdown,
        "application/json" or "application/ld+json" or "application/feed+json" or "application/x-ndjson" => FileFormat.Json,
        "message/rfc822" => FileFormat.Mail,
        "application/x-tex" or "text/x-tex" or "application/x-latex" => FileFormat.Latex,
        "text/csv" or "text/tab-separated-values" => FileFormat.Table,
        "application/x-bibtex" or "text/x-bibtex" => FileFormat.Bibliography,
        "application/xml" or "text/xml" or "application/rss+xml" or "application/atom+xml" => FileFormat.Xml,
        _ when type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) => FileFormat.Binary,
        _ => null,
    };

    private static FileFormat ByContent(string start)
    {
        if (start.StartsWith("---\n", StringComparison.Ordinal) || start.StartsWith("---\r\n", StringComparison.Ordinal)) return FileFormat.Markdown;
        if (start.StartsWith('{') && start.AsSpan(1).TrimStart() is ['"' or '}', ..]) return FileFormat.Json;
        return start.StartsWith("[{", StringComparison.Ordinal) ? FileFormat.Json : FileFormat.PlainText;
    }

    private static string FileName(string url)
    {
        // An address such as mid: names a message, and its last letters are no extension.
        var path = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.AbsolutePath.StartsWith('/') ? Uri.UnescapeDataString(uri.AbsolutePath) : "" : url;
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] || head.StartsWith("GIF8"u8) || head.StartsWith("PK\x03\x04"u8) || head is [0xFF, 0xD8, 0xFF, ..] or [0x1F, 0x8B, ..] || head.StartsWith("RIFF"u8)) return true;
        var controls = 0;
        foreach (var b in head)
        {
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B)) controls++;
        }

        // A stray NUL in a page is a trick or an accident, many of them are another kind of file.
        return controls * 20 > head.Length;
    }
}
