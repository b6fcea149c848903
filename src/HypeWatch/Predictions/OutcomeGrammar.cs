using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>That a text says how a prediction came out.</summary>
/// <param name="Number">The prediction's number.</param>
/// <param name="Resolution">True, false, partial or void.</param>
/// <param name="Fraction">For a partial outcome: how much, 0 to 1.</param>
internal readonly record struct StatedOutcome(int Number, Resolution Resolution, double? Fraction);

/// <summary>The wordings by which <see cref="ResolutionReader"/> takes an outcome as stated; anything else states none.</summary>
internal static partial class OutcomeGrammar
{
    // The numbers of predictions: "1 and 2", "4, 5, and 7-10". Atomic, so that "1 and 20 experiments" does not shrink to "1".
    private const string List = @"(?<list>(?>(?:#|no\.[ ])?\d{1,2}(?:(?:[ ]?[-\u2013][ ]?|,?[ ](?:and|&|or|to|through)[ ]|,[ ]?)(?:#|no\.[ ])?\d{1,2})*))(?![\w%]|\.\d)";
    private const string Named = @"(?:(?:predictions?|numbers?|items?|nos?\.)[ ])";

    // After the numbers the thought must end: "did 3 experiments" speaks of experiments.
    private const string End = @"(?=\s*(?:[.,;:()\[\]!\u2013\u2014]|$|(?:but|and|while|whereas|though|although|however)\b))";

    /// <summary>The outcome of a line such as <c>3: did not happen</c> or <c>3. … - happened</c>.</summary>
    public static IEnumerable<StatedOutcome> InLine(string line)
    {
        var match = LinePattern().Match(line);
        if (!match.Success || DoubtPattern().IsMatch(line)) yield break;
        var number = int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        var body = match.Groups["body"].Value;
        var outcome = LeadingOutcomePattern().Match(body);
        if (outcome.Success && ReservationPattern().IsMatch(body)) yield break;
        if (!outcome.Success) outcome = TrailingOutcomePattern().Match(body);
        if (outcome.Success && Read(number, outcome) is { } stated) yield return stated;
    }

    /// <summary>The outcomes that a sentence states for lists of numbers.</summary>
    public static IEnumerable<StatedOutcome> InSentence(string sentence)
    {
        if (DoubtPattern().IsMatch(sentence)) yield break;
        var rest = sentence;
        foreach (Match match in DeniedPattern().Matches(sentence))
        {
            // What was read as denied is blanked, so that "do not count for 6" is not read again as "count for 6".
            rest = string.Concat(rest.AsSpan(0, match.Index), new string('\u2028', match.Length), rest.AsSpan(match.Index + match.Length));
            foreach (var number in Numbers(match)) yield return new(number, Resolution.False, null);
        }

        foreach (Match match in AffirmedPattern().Matches(rest))
            if (!DenialPattern().IsMatch(ClauseBefore(rest, match.Index)))
                foreach (var number in Numbers(match)) yield return new(number, Resolution.True, null);
        foreach (Match match in SubjectPattern().Matches(rest))
        {
            var numbers = Numbers(match).ToList();
            // "3 happened" may count them; "predictions 3 happened" and "1-3 happened" name them.
            if (numbers.Count < 2 && !match.Groups["named"].Success) continue;
            foreach (var number in numbers) yield return new(number, match.Groups["true"].Success ? Resolution.True : Resolution.False, null);
        }
    }

    private static StatedOutcome? Read(int number, Match outcome)
    {
        if (outcome.Groups["true"].Success) return new(number, Resolution.True, null);
        if (outcome.Groups["false"].Success) return new(number, Resolution.False, null);
        if (outcome.Groups["void"].Success) return new(number, Resolution.Void, null);
        var fraction = double.Parse(outcome.Groups["part"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) / (outcome.Groups["percent"].Success ? 100 : 1);
        return fraction is > 0 and < 1 ? new(number, Resolution.Partial, fraction) : null;
    }

    private static IEnumerable<int> Numbers(Match match)
    {
        int? from = null;
        foreach (Match part in NumberPattern().Matches(match.Groups["list"].Value))
        {
            var number = int.Parse(part.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
            var first = part.Groups["range"].Success && from is { } start && start < number ? start + 1 : number;
            for (var i = first; i <= number; i++) yield return i;
            from = number;
        }
    }

    private static string ClauseBefore(string sentence, int index)
    {
        var start = sentence.AsSpan(0, index).LastIndexOfAny(",;:(\u2028");
        return sentence[(start + 1)..index];
    }

    private const string Outcome =
        @"(?:(?<false>did(?:[ ]not|n['\u2019]t)[ ](?:happen|come[ ]true)|has[ ]not[ ]happened|not[ ]fulfilled|resolved[ ](?:no|false)|false|failed|incorrect|no)"
        + @"|(?<true>did[ ]happen|happened|came[ ]true|fulfilled|resolved[ ](?:yes|true)|true|correct|yes)|(?<void>resolved[ ]void|void|cannot[ ]be[ ]resolved|n/a)"
        + @"|(?:partially|partly|partial)(?:[ ](?:happened|true|fulfilled))?[ ]?[(:,]?[ ]?(?<part>0?\.\d{1,4}|\d{1,2}(?=[ ]?%))(?<percent>[ ]?%)?)";

    [GeneratedRegex(@"^[ \t]{0,20}(?:[-*\u2022][ \t]+)?(?:#|prediction[ ]|no\.[ ]?)?[(\[]?(?<n>\d{1,2})(?:[)\].:]{1,2}|[ ][\u2013\u2014-]{1,2})[ \t]+(?<body>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex LinePattern();

    [GeneratedRegex("^" + Outcome + @"\)?(?=\s*(?:$|[.,;:()\u2013\u2014-]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingOutcomePattern();

    [GeneratedRegex(@"(?:\s[\u2013\u2014-]{1,2}\s|:\s|\u2192\s?|->\s?)(?:it[ ])?" + Outcome + @"\)?\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TrailingOutcomePattern();

    [GeneratedRegex(
        @"\b(?:(?:did|do|does|should|would|can|could|will)(?:[ ]not|n['\u2019]t)(?:[ ]\w+ly)?[ ](?:do|achieve|accomplish|deliver|satisfy|fulfill?|count[ ](?:for|as|towards?))|(?:but|and)(?:[ ]\w+ly)?[ ]not)[ ]"
        + Named + "?" + List + End, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DeniedPattern();

    [GeneratedRegex(@"\b(?:did|achieved|accomplished|delivered|satisfied|fulfilled|counts?[ ](?:for|as|towards?))[ ](?:(?:only|both|just)[ ])?" + Named + "?" + List + End,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AffirmedPattern();

    [GeneratedRegex(
        "(?:^|(?<named>\\b" + Named + "))" + List + @"[ ](?:\w+ly[ ])?(?:(?<true>happened|did[ ]happen|came[ ]true|(?:is|are|was|were)[ ](?:true|correct|right|fulfilled))"
        + @"|did(?:[ ]not|n['\u2019]t)[ ](?:happen|come[ ]true)|(?:is|are|was|were)(?:[ ]not|n['\u2019]t)[ ](?:true|correct|right|fulfilled)|(?:is|are|was|were)[ ](?:false|wrong)|failed)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SubjectPattern();

    [GeneratedRegex(@"(?<range>[-\u2013]|\b(?:to|through)\b)?[ ]?(?:#|no\.[ ])?(?<n>\d{1,2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\?|\b(?:if|unless|whether|might|may|perhaps|maybe|unclear|unsure|arguably|possibly|probably|presumably|would have|could have|not sure|too early|remains to be seen)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DoubtPattern();

    [GeneratedRegex(@"\b(?:but|except|although|though|however|only|sort of|kind of|in part|partly|partially)\b(?!\s*[(:]?\s*[\d.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReservationPattern();

    [GeneratedRegex(@"\b(?:no|not|never|nothing|none|nobody|hardly|barely|neither|nor|without|fail\w*|cannot|\w+n['\u2019]t)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DenialPattern();
}
