using System.Security.Cryptography;
using System.Text;

namespace HypeWatch.Model;

/// <summary>Ids and hashes that follow from content, so that the same input gives the same rows on every run and machine.</summary>
public static class ContentId
{
    private const int HexDigits = 20;

    /// <summary>An id such as <c>clm-0a1b…</c>: the prefix and the first 80 bits of the SHA-256 of the parts.</summary>
    /// <param name="prefix">Three letters that name the kind of record.</param>
    /// <param name="parts">What the identity consists of; a separator keeps ("a","bc") and ("ab","c") apart.</param>
    public static string Of(string prefix, params ReadOnlySpan<string> parts)
    {
        var joined = string.Join('\u001f', parts!);
        return $"{prefix}-{Sha256(joined)[..HexDigits]}";
    }

    /// <summary>The lower-case hexadecimal SHA-256 of a text's UTF-8 bytes.</summary>
    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    /// <summary>The lower-case hexadecimal SHA-256 of some bytes.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
