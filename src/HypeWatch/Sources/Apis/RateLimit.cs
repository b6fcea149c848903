using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HypeWatch.Http;

namespace HypeWatch.Sources.Apis;

/// <summary>How long a service asks to be left alone, in each of the ways in which services say so.</summary>
internal static partial class RateLimit
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// <c>Retry-After</c> in seconds or as a date (RFC 9110 section 10.2.3), else <c>X-RateLimit-Reset</c> as an instant (Mastodon) or epoch seconds (X), else
    /// <c>RateLimit-Reset</c> in seconds (OpenAlex) or epoch seconds (Bluesky), else "try again in 30 minutes and 8 seconds" in the body (OpenReview); null when nothing is said.
    /// </summary>
    public static TimeSpan? Wait(ApiAnswer answer, DateTimeOffset now)
    {
        var wait = Header(answer, "Retry-After", now) ?? Header(answer, "X-RateLimit-Reset", now) ?? Header(answer, "RateLimit-Reset", now) ?? InBody(answer);
        return wait is { } stated ? TimeSpan.FromTicks(Math.Clamp(stated.Ticks, 0, Longest.Ticks)) : null;
    }

    private static TimeSpan? Header(ApiAnswer answer, string name, DateTimeOffset now)
    {
        if (!answer.Headers.TryGetValue(name, out var text)) return null;
        // Seconds to wait are small; seconds since 1970 are not.
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 100_000_000) return TimeSpan.FromSeconds(number);
        return ApiText.Time(text) is { } at ? at - now : null;
    }

    private static TimeSpan? InBody(ApiAnswer answer)
    {
        var match = Prose().Match(Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, 4096)]));
        if (!match.Success) return null;
        return TimeSpan.FromHours(Part(match, "hours")) + TimeSpan.FromMinutes(Part(match, "minutes")) + TimeSpan.FromSeconds(Part(match, "seconds"));
    }

    private static int Part(Match match, string name) => match.Groups[name] is { Success: true } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"again in (?=\d)(?:(?<hours>\d{1,3}) hours?)?(?:,? ?(?:and )?(?<minutes>\d{1,4}) minutes?)?(?:,? ?(?:and )?(?<seconds>\d{1,5}) seconds?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prose();
}
