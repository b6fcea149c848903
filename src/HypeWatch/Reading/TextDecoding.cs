using System.Text;
using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>
/// Bytes to text, in the order of sources section 1: byte order mark, HTTP charset, XML declaration or meta element, UTF-8 if valid, else Windows-1252.
/// </summary>
internal static partial class TextDecoding
{
    /// <summary>Browsers look for a declaration in the first 1,024 bytes; some pages put scripts before it.</summary>
    private const int Prescan = 4096;
    private const int FirstEscaping = 50220;
    private const int LastEscaping = 52936;
    private const byte Escape = 0x1B;
    /// <summary>One broken character in so many is an accident.</summary>
    private const int MostBroken = 30;
    private const int Windows1252 = 1252;

    public static string Decode(ReadOnlySpan<byte> bytes, string contentType)
    {
        var (encoding, skip) = ByteOrderMark(bytes);
        if (encoding is not null) return encoding.GetString(bytes[skip..]);
        var declared = Named(ContentTypeCharset().Match(contentType)) ?? Named(DeclaredCharset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescan)])));
        // A page whose declaration could be read byte by byte is not UTF-16, whatever it says (HTML standard, 13.2.3.2).
        if (declared is UnicodeEncoding or UTF32Encoding) declared = Encoding.UTF8;
        // Text that is valid UTF-8 is hardly ever anything else: servers name another encoding for pages that were turned to UTF-8 (sources section 1). Only an
        // encoding that switches by escape characters looks like it.
        if (declared is not null && (declared.CodePage is >= FirstEscaping and <= LastEscaping || bytes.Contains(Escape))) return declared.GetString(bytes);
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        // A page in UTF-8 with a few broken characters (a cut advertisement, a foreign include) is no page in another encoding.
        var lenient = Encoding.UTF8.GetString(bytes);
        return IsMostlyWhole(lenient) ? lenient : (declared ?? CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!).GetString(bytes);
    }

    private static bool IsMostlyWhole(string text)
    {
        int broken = 0, whole = 0;
        foreach (var c in text)
        {
            if (c == '\ufffd') broken++;
            else if (c > '\u007f') whole++;
        }

        return broken * MostBroken < whole;
    }

    private static (Encoding? Encoding, int Length) ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static Encoding? Named(Match match)
    {
        if (!match.Success) return null;
        var name = match.Groups["name"].Value.ToLowerInvariant();
        // The encoding standard reads both names as Windows-1252, which is what such pages contain.
        if (name is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii") name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // The runtime refuses UTF-7 by name, since it hides markup from filters.
            return null;
        }
    }

    [GeneratedRegex("charset\\s{0,3}=\\s{0,3}[\"']?(?<name>[A-Za-z0-9._:-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ContentTypeCharset();

    [GeneratedRegex("(?:<\\?xml[^>]{0,80}encoding|<meta[^>]{0,200}charset)\\s{0,3}=\\s{0,3}[\"']?(?<name>[A-Za-z0-9._:-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DeclaredCharset();
}
