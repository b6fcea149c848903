using System.Text;

namespace HypeWatch.Http;

/// <summary>
/// Tells an answer that turns a program away from one that asks it to be slower. Waiting clears the second, never the first; and a challenge is not solved, since that
/// would be to pretend to be somebody else.
/// </summary>
internal static class Challenge
{
    /// <summary>Bytes of a body that are looked at.</summary>
    public const int LookedAtBytes = 16 * 1024;

    // Headers by which the large protection services mark their challenge pages.
    private static readonly (string Name, string Value)[] Marks = [("cf-mitigated", "challenge"), ("x-vercel-mitigated", ""), ("x-datadome", ""), ("x-amzn-waf-action", ""), ("x-sucuri-block", "")];

    private static readonly string[] Phrases =
    [
        "just a moment...", "checking your browser", "security checkpoint", "whoa there, pardner", "cf-chl-", "_cf_chl_opt", "captcha", "verify you are human", "are you a robot",
        "enable javascript and cookies", "unusual traffic", "request blocked", "access denied", "attention required",
    ];

    /// <summary>Why an answer is a refusal of this program; null when it is none.</summary>
    /// <param name="status">Status code.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="purpose">What was asked for.</param>
    /// <param name="head">The first bytes of the body.</param>
    public static string? Find(int status, IReadOnlyDictionary<string, string> headers, HttpPurpose purpose, ReadOnlySpan<byte> head)
    {
        if (status < 400) return null;
        foreach (var (name, value) in Marks)
        {
            if (headers.TryGetValue(name, out var stated) && stated.Contains(value, StringComparison.OrdinalIgnoreCase)) return $"the header {name} marks a challenge";
        }

        if (status is not (401 or 403 or 429 or 503)) return null;
        var isHtml = headers.GetValueOrDefault("Content-Type")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;
        var words = Encoding.Latin1.GetString(head[..Math.Min(head.Length, LookedAtBytes)]);
        var phrase = Phrases.FirstOrDefault(phrase => words.Contains(phrase, StringComparison.OrdinalIgnoreCase));
        if (isHtml && phrase is not null) return $"the page says '{phrase}'";
        // Where a feed was asked for, a web page beside a refusal is a wall for browsers, not a limit.
        return isHtml && purpose is HttpPurpose.Feed && status is 403 or 429 && head.Length > 0 ? "a web page came where a feed was asked for" : null;
    }
}
