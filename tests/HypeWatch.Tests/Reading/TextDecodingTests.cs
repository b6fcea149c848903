using System.Text;
using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

public sealed class TextDecodingTests
{
    private const string Words = "Café – naïve";

    public static TheoryData<byte[], string> Encoded => new()
    {
        { [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Words)], "text/plain; charset=windows-1252" },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words)], "" },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Words)], "" },
        { Encoding.UTF8.GetBytes(Words), "" },
        { Encoding.UTF8.GetBytes(Words), "text/html; charset=nonsense-8" },
        { Encoding.UTF8.GetBytes(Words), "text/html; charset=utf-7" },
        { Windows1252(Words), "" },
        { Windows1252(Words), "text/plain; charset=ISO-8859-1" },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Bytes_are_decoded_by_mark_then_header_then_validity(byte[] bytes, string contentType) => Assert.Equal(Words, TextDecoding.Decode(bytes, contentType));

    [Fact]
    public void A_declared_charset_counts_where_the_header_names_none()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("shift_jis")!.GetBytes("<html><head><meta charset=\"Shift_JIS\"></head>回路</html>");
        Assert.Contains("回路", TextDecoding.Decode(bytes, "text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_claims_to_be_utf_16_in_ascii_is_utf_8()
    {
        var bytes = Encoding.UTF8.GetBytes("<meta charset=utf-16><p>" + Words);
        Assert.EndsWith(Words, TextDecoding.Decode(bytes, "text/html"), StringComparison.Ordinal);
    }

    private static byte[] Windows1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);
}
