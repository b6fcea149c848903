using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>From the bytes of a feed to characters, and from its marked-up strings to plain ones.</summary>
internal static partial class FeedText
{
    private const int LongestDeclaration = 256;

    /// <summary>
    /// Decodes a feed by its byte-order mark, else by the character set of the answer's header, else by the XML declaration, else as UTF-8 (RFC 7303
    /// section 3), and as Windows-1252 where the bytes are not what was stated. Characters that XML forbids are left out.
    /// </summary>
    public static string Decode(ReadOnlyMemory<byte> bytes, string contentType)
    {
        var span = bytes.Span;
        var head = Encoding.Latin1.GetString(span[..Math.Min(span.Length, LongestDeclaration)]);
        var text =
            span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8.GetString(span[3..])
            : Wide(span) is { } wide ? wide
            : span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(span[2..])
            : span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(span[2..])
            : Decode(span, Charset().Match(contentType)) ?? Decode(span, Declaration().Match(head)) ?? Strict(span, new UTF8Encoding(false, true))
                ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(span);
        return Forbidden().Replace(text, "").TrimStart();
    }

    // UTF-32 with its mark, and UTF-16 and UTF-32 known by the zeros beside the first "<" (XML 1.0, appendix F).
    private static string? Wide(ReadOnlySpan<byte> span)
    {
        if (span.Length < 4) return null;
        return (span[0], span[1], span[2], span[3]) switch
        {
            (0xFF, 0xFE, 0, 0) => Encoding.UTF32.GetString(span[4..]),
            (0, 0, 0xFE, 0xFF) => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(span[4..]),
            ((byte)'<', 0, 0, 0) => Encoding.UTF32.GetString(span),
            (0, 0, 0, (byte)'<') => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(span),
            ((byte)'<', 0, not 0, 0) => Encoding.Unicode.GetString(span),
            (0, (byte)'<', 0, not 0) => Encoding.BigEndianUnicode.GetString(span),
            _ => null,
        };
    }

    /// <summary>Plain characters in the one spelling of the program, without double spaces.</summary>
    public static string Spaced(string text) => Spaces().Replace(NormalizedText.From(text), " ").Trim();

    /// <summary>The words of a title or name: without tags, entities and double spaces.</summary>
    public static string Plain(string text) => Spaces().Replace(NormalizedText.From(WebUtility.HtmlDecode(Tag().Replace(text, " "))), " ").Trim();

    private static string? Decode(ReadOnlySpan<byte> bytes, Match stated)
    {
        if (!stated.Success) return null;
        var name = stated.Groups["name"].Value;
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            // What could be read as single bytes so far is no UTF-16 or UTF-32, whatever it says.
            return encoding is UnicodeEncoding or UTF32Encoding ? null : Strict(bytes, encoding);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Strict(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s{0,4}=\s{0,4}["']?(?<name>[A-Za-z0-9._:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Charset();

    [GeneratedRegex("""^\s{0,32}<\?xml[^>]{0,100}?encoding\s{0,4}=\s{0,4}["'](?<name>[A-Za-z0-9._:-]{1,40})""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Forbidden();

    [GeneratedRegex("</?[A-Za-z][^<>]{0,1000}>", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Spaces();
}
