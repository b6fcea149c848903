using System.Text;
using HypeWatch.Http;

namespace HypeWatch.Sources.Apis;

/// <summary>Why a poll ended before its time.</summary>
/// <param name="State">The state of the source.</param>
/// <param name="Reason">One line for people.</param>
/// <param name="After">When to ask again; null when somebody must look first.</param>
internal sealed record ApiEnd(PollState State, string Reason, TimeSpan? After = null)
{
    private const int LongestQuote = 160;
    private static readonly TimeSpan ShortPause = TimeSpan.FromMinutes(15);

    // Waiting does not clear a challenge; asking again and again is what such walls are built against.
    private static readonly TimeSpan BlockedPause = TimeSpan.FromHours(6);

    /// <summary>An error that only says that there is nothing.</summary>
    public static ApiEnd Empty { get; } = new(PollState.Empty, "");

    /// <summary>An error that is itself what was asked for, such as an archived one: the answer is read like any other.</summary>
    public static ApiEnd Good { get; } = new(PollState.Read, "");

    /// <summary>What an answer means: null when it is good.</summary>
    public static ApiEnd? Of(ApiAnswer answer, DateTimeOffset now)
    {
        if (answer.Problem is { } problem)
        {
            // A service that is being left alone says for how long.
            var rest = RateLimit.Wait(answer, now);
            return answer.IsPassing ? new(PollState.TryLater, problem, rest ?? ShortPause) : new(rest is null ? PollState.Broken : PollState.Blocked, problem, rest);
        }

        var said = FormattableString.Invariant($"{answer.Url.IdnHost} answered {answer.Status}{Quote(answer)}");
        var isPage = LooksLikePage(answer.Body, answer.ContentType);
        return answer.Status switch
        {
            200 or 203 or 206 => null,
            401 => new(PollState.Broken, $"{said}: the key is missing, wrong or expired"),
            429 or 403 when isPage => new(PollState.Blocked, $"{said}: a page for people in place of data, so programs are kept out", BlockedPause),
            429 => new(PollState.RateLimited, said, RateLimit.Wait(answer, now) ?? ShortPause),
            403 => new(PollState.Blocked, $"{said}: access is refused", BlockedPause),
            408 or (>= 500 and <= 599) => new(PollState.TryLater, said, RateLimit.Wait(answer, now) ?? ShortPause),
            404 or 410 => new(PollState.Broken, $"{said}: there is nothing at {answer.Url}"),
            301 or 302 or 303 or 307 or 308 => new(PollState.Broken, $"{said}: the service has moved"),
            _ => new(PollState.Broken, $"{said}: the service does not take the question"),
        };
    }

    /// <summary>What an answer to a question means, at its own service: null when it is to be read.</summary>
    public static ApiEnd? Of(ApiAnswer answer, ApiCall call, DateTimeOffset now)
    {
        var judged = answer.Problem is null ? call.Judge?.Invoke(answer) : null;
        return judged == Good ? null : judged ?? Of(answer, now);
    }

    /// <summary>What a good status with another content than promised means.</summary>
    public static ApiEnd OfUnreadable(ApiBody body, string defect, bool isCut)
    {
        var host = body.Url.IdnHost;
        if (LooksLikePage(body.Bytes, body.ContentType)) return new(PollState.Blocked, $"{host} answered with a page for people in place of data", BlockedPause);
        if (body.Bytes.Length == 0) return new(PollState.TryLater, $"{host} answered nothing", ShortPause);
        return isCut ? new(PollState.TryLater, $"{host}: {defect}", ShortPause) : new(PollState.Broken, $"{host} answered in another form than its documentation says: {defect}");
    }

    private static bool LooksLikePage(ReadOnlyMemory<byte> body, string contentType)
    {
        var head = Encoding.Latin1.GetString(body.Span[..Math.Min(body.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) && head.StartsWith('<'));
    }

    // Services say in the body what they dislike. It is a stranger's text: one line, short, and never a whole page.
    private static string Quote(ApiAnswer answer)
    {
        if (answer.Body.Length == 0 || LooksLikePage(answer.Body, answer.ContentType)) return "";
        var text = Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, 4096)]);
        var view = JsonView.Parse(answer.Body, out var defect, out _);
        var words = defect is null ? view["message"].Text ?? view["error"].Text ?? view["error"]["message"].Text ?? view["errors"].Items.FirstOrDefault()["message"].Text ?? text : text;
        return $" ({ApiText.Opening(words, LongestQuote)})";
    }
}
