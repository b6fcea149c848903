using System.ClientModel;
using System.Globalization;
using System.Text.Json;

namespace HypeWatch.Llm;

/// <summary>
/// Turns what a chat client throws into the exceptions that this program tells apart. It stands in the retry decorator and not in a client, so that a
/// client of another library behind the same seam ends in the same states.
/// </summary>
internal static class LlmFailure
{
    private const int LongestDetail = 300;
    private const string Mask = "[key]";

    /// <summary>Whether a failure of a call is one of the endpoint, and not a cancellation or a mistake of ours.</summary>
    public static bool Covers(Exception exception, CancellationToken ct) => exception switch
    {
        LlmException => false,
        OperationCanceledException => !ct.IsCancellationRequested,
        ClientResultException or HttpRequestException or IOException or TimeoutException => true,
        // What the client library throws when an answer with status 200 is no chat completion: no JSON, a missing or mistyped field, an unknown code.
        JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentOutOfRangeException => true,
        _ => false,
    };

    /// <summary>The exception to throw instead. Some endpoints repeat in their errors the key that they refuse; it goes into no message, log or row.</summary>
    public static LlmException From(Exception exception, DateTimeOffset now, string? key)
    {
        if (string.IsNullOrWhiteSpace(key) || !exception.ToString().Contains(key, StringComparison.Ordinal)) return Of(exception, exception, now, null);
        return Of(exception, inner: null, now, key);
    }

    private static LlmException Of(Exception exception, Exception? inner, DateTimeOffset now, string? key) => exception switch
    {
        ClientResultException { Status: 408 or 429 or >= 500 } failed => new LlmUnavailableException(Describe(failed, key), RetryAfter(failed, now), inner),
        ClientResultException { Status: >= 400 } failed => new LlmRejectedException($"{Describe(failed, key)}; see Llm:Model, Llm:Endpoint and Llm:ApiKey", failed.Status, inner),
        ClientResultException { Status: >= 300 } failed =>
            new LlmRejectedException($"{Describe(failed, key)}: redirects are not followed, set Llm:Endpoint to the final address", failed.Status, inner),
        OperationCanceledException or TimeoutException => new LlmUnavailableException("the language model did not answer within Llm:TimeoutSeconds", null, inner),
        ClientResultException or HttpRequestException or IOException => new LlmUnavailableException($"the language model cannot be reached: {Cut(exception.Message, key)}", null, inner),
        _ => new LlmMalformedException("the endpoint's answer is no chat completion", inner),
    };

    private static string Describe(ClientResultException failed, string? key) =>
        FormattableString.Invariant($"the language model's endpoint answered {failed.Status}: {Cut(failed.Message, key)}");

    private static string Cut(string detail, string? key)
    {
        var line = (key is null ? detail : detail.Replace(key, Mask, StringComparison.Ordinal)).ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestDetail ? line : line[..LongestDetail] + "…";
    }

    /// <summary>Retry-After in seconds or as a date (RFC 9110, 10.2.3).</summary>
    private static TimeSpan? RetryAfter(ClientResultException failed, DateTimeOffset now)
    {
        if (failed.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) is not true) return null;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e7) return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > now ? at - now : null;
    }
}
