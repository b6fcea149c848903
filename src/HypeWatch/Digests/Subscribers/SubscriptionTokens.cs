using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HypeWatch.Storage;

namespace HypeWatch.Digests.Subscribers;

/// <summary>What a link may do. A token made for one is worth nothing for another.</summary>
public enum TokenScope
{
    /// <summary>Let a reader leave, pause, or choose.</summary>
    Reader,
    /// <summary>Answer one request to subscribe.</summary>
    Confirm,
}

/// <summary>Makes and checks the words at the end of subscribers' links: an id and an HMAC over scope, id and, for a confirmation, the request that it answers.</summary>
public sealed class SubscriptionTokens(DigestSettings settings)
{
    private const int MacBytes = 20;

    /// <summary>The token; null without a key.</summary>
    public string? Make(TokenScope scope, Subscriber subscriber) => settings.UnsubscribeKey is { } key ? $"{subscriber.Id}.{Convert.ToHexStringLower(Mac(key, scope, subscriber))}" : null;

    /// <summary>The reader that a token names; null when it names none. Says nothing yet of whether it is genuine.</summary>
    public static string? SubscriberOf(string token) => token.LastIndexOf('.') is > 0 and var dot && token.Length <= 200 ? token[..dot] : null;

    /// <summary>Whether a token was made here for this scope and reader. Takes the same time whatever is wrong with it.</summary>
    public bool IsGenuine(TokenScope scope, Subscriber subscriber, string token)
    {
        if (settings.UnsubscribeKey is not { } key) return false;
        var given = new byte[MacBytes];
        var hex = token.AsSpan(token.LastIndexOf('.') + 1);
        var isWhole = hex.Length == 2 * MacBytes && Convert.FromHexString(hex, given, out _, out var written) == System.Buffers.OperationStatus.Done && written == MacBytes;
        return CryptographicOperations.FixedTimeEquals(Mac(key, scope, subscriber), given) && isWhole;
    }

    private static byte[] Mac(string key, TokenScope scope, Subscriber subscriber)
    {
        var request = scope is TokenScope.Confirm ? Instant.Write(subscriber.AskedAt) : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{scope}\n{subscriber.Id}\n{request}");
        return HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text))[..MacBytes];
    }
}
