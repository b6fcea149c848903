using System.Globalization;
using System.Text;

namespace HypeWatch.Reading;

/// <summary>Finds the text of a mail among its parts (RFC 2045, RFC 2046): the HTML version where there is one, else the plain one. Attachments are not read.</summary>
internal static class MailBody
{
    private const int MaxDepth = 8;
    private const int MaxParts = 200;

    /// <summary>The text of a mail.</summary>
    /// <param name="mail">The mail, one character a byte.</param>
    /// <returns>The text, and whether it is HTML; null when the mail has none.</returns>
    public static (string Text, bool IsHtml)? Of(string mail)
    {
        var parts = 0;
        return Find(mail, 0, mail.Length, 0, ref parts);
    }

    /// <summary>Bytes of a text in base 64; what is no such text is passed over.</summary>
    public static byte[] Base64(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/') clean.Append(c);
        }

        clean.Length -= clean.Length % 4 == 1 ? 1 : 0;
        while (clean.Length % 4 != 0) clean.Append('=');
        return Convert.FromBase64String(clean.ToString());
    }

    /// <summary>Bytes of a text in quoted-printable; a broken escape stands for itself.</summary>
    public static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            var end = i + 1;
            while (end < text.Length && text[end] is ' ' or '\t' or '\r') end++;
            if (end < text.Length && text[end] == '\n') i = end;
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else bytes.Add((byte)'=');
        }

        return [.. bytes];
    }

    private static (string Text, bool IsHtml)? Find(string mail, int from, int to, int depth, ref int parts)
    {
        if (depth > MaxDepth || ++parts > MaxParts) return null;
        var (headers, body) = MailHeaders.Read(mail, from, to);
        if (headers["Content-Disposition"]?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true) return null;
        var type = headers.MediaType;
        if (type == "message/rfc822") return Find(mail, body, to, depth + 1, ref parts);
        if (!type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            if (type is not ("text/plain" or "text/html")) return null;
            var raw = mail[body..to];
            var bytes = (headers["Content-Transfer-Encoding"] ?? "").Trim().ToLowerInvariant() switch
            {
                "base64" => Base64(raw),
                "quoted-printable" => QuotedPrintable(raw),
                _ => Encoding.Latin1.GetBytes(raw),
            };
            return (MailHeaders.Charset(headers.Parameter("Content-Type", "charset")).GetString(bytes), type == "text/html");
        }

        if (headers.Parameter("Content-Type", "boundary") is not { Length: > 0 } boundary) return null;
        (string Text, bool IsHtml)? best = null;
        var mark = "--" + boundary;
        for (var at = mail.IndexOf(mark, body, to - body, StringComparison.Ordinal); at >= 0 && parts <= MaxParts;)
        {
            var start = at + mark.Length;
            if (start + 1 < to && mail[start] == '-' && mail[start + 1] == '-') break;
            var next = mail.IndexOf("\n" + mark, start, to - start, StringComparison.Ordinal);
            var line = mail.IndexOf('\n', start, to - start);
            if (line < 0) break;
            var found = Find(mail, line + 1, Math.Max(line + 1, next < 0 ? to : next), depth + 1, ref parts);
            if (found is { } text && (best is null || (text.IsHtml && !best.Value.IsHtml))) best = text;
            at = next < 0 ? -1 : next + 1;
        }

        return best;
    }
}
