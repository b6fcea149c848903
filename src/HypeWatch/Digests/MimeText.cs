using System.Globalization;
using System.Text;

namespace HypeWatch.Digests;

/// <summary>The parts of MIME that a digest needs: quoted-printable bodies (RFC 2045 6.7) and encoded words in headers (RFC 2047).</summary>
internal static class MimeText
{
    private const int MaxLine = 76;

    // Base64 of 45 bytes is 60 characters; with "=?utf-8?B?" and "?=" an encoded word stays below the 75 of RFC 2047.
    private const int MaxWordBytes = 45;

    /// <summary>A text with LF line ends as quoted-printable with CRLF line ends, no line longer than 76 characters.</summary>
    public static string QuotedPrintable(string text)
    {
        var encoded = new StringBuilder(text.Length * 5 / 4);
        foreach (var line in text.Split('\n'))
        {
            var column = 0;
            var bytes = Encoding.UTF8.GetBytes(line);
            for (var i = 0; i < bytes.Length; i++)
            {
                var isPlain = bytes[i] is >= 33 and <= 126 and not (byte)'=' || (bytes[i] is (byte)' ' && i < bytes.Length - 1);
                var width = isPlain ? 1 : 3;
                if (column + width > MaxLine - 1)
                {
                    encoded.Append("=\r\n");
                    column = 0;
                }

                if (isPlain) encoded.Append((char)bytes[i]);
                else encoded.Append('=').Append(bytes[i].ToString("X2", CultureInfo.InvariantCulture));
                column += width;
            }

            encoded.Append("\r\n");
        }

        // The split made one line too many: a text that ends with a line end does not go on after it.
        return encoded.ToString(0, encoded.Length - 2);
    }

    /// <summary>A header's value: as it stands when it is printable ASCII, else as encoded words that split no character.</summary>
    /// <exception cref="ArgumentException">The value has a line end or another control character; the message names the header.</exception>
    public static string HeaderValue(string name, string value)
    {
        Check(name, value);
        if (value.All(c => c < 127)) return value;
        var words = new List<string>();
        var word = new List<byte>();
        var bytes = new byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > MaxWordBytes) Flush();
            word.AddRange(bytes.AsSpan(0, length));
        }

        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
            word.Clear();
        }
    }

    /// <summary>Refuses what could end a header and begin another (digest-and-query 2.12).</summary>
    /// <exception cref="ArgumentException">The value has a control character; the message names the header.</exception>
    public static void Check(string name, string value)
    {
        if (value.Any(char.IsControl)) throw new ArgumentException($"the header {name} has a line end or control character", nameof(value));
    }
}
