using System.Security.Cryptography;
using System.Text;

namespace HypeWatch.Digests;

/// <summary>Where the web pages stand that a digest links to. Without <see cref="DigestSettings.BaseUrl"/> there are none, and a command stands instead.</summary>
internal sealed class DigestAddresses(DigestSettings settings)
{
    /// <summary>A page.</summary>
    public DigestLink? Page(string text, string path) => settings.BaseUrl is { } root ? DigestLink.TryCreate(text, $"{root.TrimEnd('/')}/{path}") : null;

    /// <summary>
    /// The unsubscribe page of a recipient: a GET shows one button, only a POST unsubscribes (RFC 8058). The token is an HMAC over list and address, so
    /// that nobody can make one for somebody else. Null without a web address or key.
    /// </summary>
    public DigestLink? Unsubscribe(string recipient)
    {
        if (settings.UnsubscribeKey is not { } key) return null;
        var token = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes("digest\n" + recipient.Trim().ToLowerInvariant()));
        return Page("Unsubscribe", "u/" + Convert.ToHexStringLower(token.AsSpan(0, 20)));
    }
}
