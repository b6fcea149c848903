using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Model;

/// <summary>What became of a commitment.</summary>
public enum PromiseState
{
    /// <summary>Nobody has looked, or it could not be told.</summary>
    Unknown,
    /// <summary>It was done.</summary>
    Kept,
    /// <summary>It was not done by its day, or not at all.</summary>
    NotKept,
}

/// <summary>What somebody said became of a commitment. Of several the latest counts.</summary>
/// <param name="State">What became of it.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Evidence">An address or the id of a claim that shows it; null when there is none.</param>
/// <param name="Note">Free text.</param>
public sealed record PromiseOutcome(PromiseState State, string By, DateTimeOffset At, string? Evidence, string? Note);

/// <summary>
/// A commitment: work, or a test, that the publisher of a text promises for later (a claim of type T14 in the text's own voice). It is known by document and words, so that it keeps its outcome while
/// the page changes.
/// </summary>
/// <param name="Id">Follows from document and words.</param>
/// <param name="DueOn">The last day that the words allow, reckoned from the day of publication; null when they name none.</param>
/// <param name="IsTest">Whether it states a test, a release or a measurement, so that somebody can see whether it was done.</param>
public sealed partial record Promise(string Id, DateOnly? DueOn, bool IsTest)
{
    /// <summary>Reads a commitment out of a claim; null when the claim promises nothing that can be revisited.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="published">When its text became public.</param>
    public static Promise? Of(Claim claim, PublicationDate published)
    {
        if (!claim.Is(ClaimType.Aspiration) || claim.Mode is not (AssertMode.Asserts or AssertMode.Aspires) || claim.Polarity is Polarity.Negative) return null;
        var due = OwnIntentPattern().IsMatch(claim.Quote) && published.NotBefore is { } day ? DueOf(claim.Quote, day) : null;
        var isTest = ReleasePattern().IsMatch(claim.Quote) || FutureTestPattern().IsMatch(claim.Quote);
        return due is null && !isTest ? null : new(ContentId.Of("prm", claim.Document.Value, claim.Quote), due, isTest);
    }

    /// <summary>The last day that words such as "by the end of 2031", "in March 2031", "within six months" or "next year" allow; null when they name none.</summary>
    /// <param name="words">The words.</param>
    /// <param name="said">The day on which they were said.</param>
    public static DateOnly? DueOf(string words, DateOnly said)
    {
        if (SpanPattern().Match(words) is { Success: true } span)
        {
            var number = NumberOf(span.Groups["n"].Value);
            return span.Groups["unit"].Value.ToLowerInvariant() switch
            {
                "day" => said.AddDays(number),
                "week" => said.AddDays(7 * number),
                "month" => said.AddMonths(number),
                _ => said.AddYears(number),
            };
        }

        if (DatePattern().Match(words) is { Success: true } date)
        {
            var year = int.Parse(date.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            if (date.Groups["month"].Success && DateTime.TryParseExact(date.Groups["month"].Value[..3], "MMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return LastOf(year, month.Month);
            if (date.Groups["quarter"].Success) return LastOf(year, 3 * (date.Groups["quarter"].Value[0] - '0'));
            return date.Groups["part"].Value.ToLowerInvariant() is "early" ? LastOf(year, 4) : date.Groups["part"].Value.ToLowerInvariant() is "mid" ? LastOf(year, 8) : LastOf(year, 12);
        }

        return RelativePattern().Match(words) is not { Success: true } relative ? null : relative.Value.ToLowerInvariant() switch
        {
            "this year" or "later this year" => LastOf(said.Year, 12),
            "next year" => LastOf(said.Year + 1, 12),
            "next month" => LastOf(said.AddMonths(1).Year, said.AddMonths(1).Month),
            "next week" or "coming week" => said.AddDays(14),
            "coming weeks" or "next few weeks" => said.AddDays(56),
            "coming days" or "next few days" => said.AddDays(14),
            "coming months" or "next few months" => said.AddYears(1),
            _ => null,
        };
    }

    private static DateOnly LastOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int NumberOf(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 1000)
        : Array.IndexOf(["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], word.ToLowerInvariant() is "one" or "an" ? "a" : word.ToLowerInvariant()) + 1;

    private const string Own = @"\b(?:we|our (?:team|lab|group|organi[sz]ation|company)|the (?:team|lab|company|institute)|I)(?:\s(?:also|then|therefore|soon))?(?:\s(?:will|shall|plan(?:s)? to|intend(?:s)? to|commit(?:s)? (?:ourselves |itself )?to|promise(?:s)? to|are going to|is going to|aim to|expect to)|['\u2019]ll)\b";

    // What the writers themselves say they will do.
    [GeneratedRegex(Own, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex OwnIntentPattern();

    // "We will release ...", "... will be made available": whether it was done can be seen. What a paper "will show" or "will evaluate" is usually a later section of it.
    [GeneratedRegex(Own + @"(?:\s\w+){0,2}\s(?:releas|publish|open-?sourc|shar(?:e|ing)\b|make\b[^.]{0,60}\bavailable)|\bwill be (?:made )?(?:\w+ )?(?:released|published|open-?sourced|shared|available)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex ReleasePattern();

    [GeneratedRegex(@"\b(?:in (?:the )?(?:near )?future|future work|next steps?|as a next step|going forward)\b.{0,80}" + Own + @".{0,60}\b(?:test|evaluat|measur|benchmark|replicat|audit|validat|compar)|" + Own + @"(?:\s\w+){0,2}\s(?:test|evaluat|measur|benchmark|replicat|audit|validat|compar)\w*\b.{0,120}\b(?:in (?:the )?(?:near )?future|future work)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex FutureTestPattern();

    [GeneratedRegex(@"\b(?:within|in|over) (?:the )?(?:next |coming )?(?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<unit>day|week|month|year)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex SpanPattern();

    [GeneratedRegex(@"\b(?:by|before|until|in|during|for)\s(?:the\s)?(?:(?<part>early|mid|late|end of|beginning of)[\s-])?(?:the\s)?(?:(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?,?\s|Q(?<quarter>[1-4])\s)?(?<year>20\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\b(?:(?:later )?this year|next (?:year|month|week|few (?:days|weeks|months))|coming (?:weeks?|months|days))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex RelativePattern();
}
