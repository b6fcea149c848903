using System.Text.RegularExpressions;

namespace HypeWatch.Flags;

/// <summary>
/// Sorts of caveats that change what a reader concludes, each with the words by which another text passes it on. Boilerplate ("more work is needed") is none.
/// </summary>
internal static partial class CaveatClass
{
    private static readonly (Regex Caveat, Regex Kept)[] Classes =
    [
        (Relative(), RelativeKept()), (Uncalibrated(), Calibration()), (Incomparable(), Comparison()), (Local(), LocalKept()), (Failing(), FailingKept()), (Meaning(), FailingKept()), (Meaning(), MeaningKept()),
    ];

    /// <summary>Whether a sentence takes something definite away from what a reader would conclude.</summary>
    public static bool ChangesOutcome(string sentence) => !Boilerplate().IsMatch(sentence) && Classes.Any(entry => entry.Caveat.IsMatch(sentence));

    /// <summary>Whether it says that the thing fails or means something else, and not only where or how it was measured.</summary>
    public static bool Reverses(string sentence) => Failing().IsMatch(sentence) || Meaning().IsMatch(sentence);

    /// <summary>Whether another text has the words by which a caveat of the same sort is passed on.</summary>
    public static bool IsKept(string caveat, string text) => Classes.Any(entry => entry.Caveat.IsMatch(caveat) && entry.Kept.IsMatch(text));

    /// <summary>Whether it only says at how many places was looked; that bears on every finding of the work.</summary>
    public static bool IsLocal(string sentence) => Local().IsMatch(sentence);

    [GeneratedRegex(@"\brelative (?:\w+ )?(?:measures?|scores?|scales?|rankings?|terms) only\b|\bonly (?:a |in )?relative\b|\b(?:is|are) (?:purely |only |strictly )?relative\b|\bnot (?:an |in )?absolute\b|\bno absolute (?:meaning|scale|level|value|zero)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\brelative\b|\babsolute\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RelativeKept();

    [GeneratedRegex(@"\b(?:uncalibrated|miscalibrated|not (?:well[- ])?calibrated|(?:badly|poorly) calibrated|overconfident)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Uncalibrated();

    [GeneratedRegex(@"calibrat|\boverconfiden", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Calibration();

    [GeneratedRegex(@"\b(?:not|never|hardly) (?:\w+ )?comparable\b|\b(?:cannot|can ?not|must not|should not) be compared\b|\bincomparable\b|\bno threshold carries over\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Incomparable();

    [GeneratedRegex(@"\bcompar(?:able|ed?|ing)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\b(?:one|a single|the same) (?:\w+ )?(?:layer|block|head|checkpoint|seed|run|prompt (?:template|format)|template|language|dataset|domain)\b(?! (?:at a time|after))|\b(?:only|solely|exclusively) (?:at|in|on|for|from|within) (?:layers?|blocks?|one|a single|two)\b|\bat no other\b|\b(?:other|remaining) (?:layers?|blocks?|heads?|checkpoints?|seeds?|templates?|languages?|datasets?|domains?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Local();

    [GeneratedRegex(@"\b(?:layers?|blocks?|elsewhere|nowhere|one place|(?:at|in|for|on) one|(?:single|one|only) (?:\w+ )?(?:heads?|template|seed|run|checkpoint|language|dataset|domain|prompt|model))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalKept();

    /// <summary>It fails under a condition, or was not found there.</summary>
    [GeneratedRegex(@"\b(?:does|do|did|will|would) not (?:\w+ )?(?:hold|transfer|generali[sz]e|carry over|extend|replicate|appear|work|survive|help|improve|separate|predict|detect|beat|exceed|reach)\b|\b(?:fails?|failed|breaks? (?:down)?|broke|collaps\w+|vanish\w*|disappear\w*|deteriorat\w+) (?:at|on|in|for|when|under|with|outside|beyond|once|if|to)\b|\b(?:other|long\w*|large\w*|small\w*|new|unseen|different|out-of-distribution|natural|harder|adversarial|paraphras\w*|second|more than|outside|beyond)\b[^.]{0,60}\b(?:falls?|fell|drops?|dropped|sinks?|sank|declin\w+) (?:\w+ )?to\b|\b(?:falls?|fell|drops?|dropped|sinks?|sank|declin\w+) (?:\w+ )?to\b[^.]{0,60}\b(?:on|for|in|with|when|under|at) (?:other|long\w*|large\w*|small\w*|new|unseen|different|out-of-distribution|natural|harder|adversarial|paraphras\w*|a second)\b|\b(?:at|near|below|close to) chance\b|\bno better than\b|\bworse than\b|\bindistinguishable from\b|\bno (?:effect|signal|gain|improvement|difference|benefit)\b|\bchanges nothing\b|\b(?:we|it) (?:did|could) not (?:find|observe|see|replicate|detect|reproduce)\b|\bnot (?:statistically )?significant\b|\b(?:misses|missed) (?:most|half|many|\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Failing();

    [GeneratedRegex(@"\b(?:nothing|no effect|none|chance|guess\w*|fails?|failed|fell|falls?|drops?|dropped|worse|breaks?|broke|struggl\w+|vanish\w*|disappear\w*|not portable|no better|nowhere|un(?:able|reliable))\b|\b(?:did|does|do|was|were|is|could|can)(?: ?n[o\u2019']t|not) (?:\w+ )?(?:work|hold|transfer|generali[sz]e|carry|find|see|help|improve|ahead|better)\b|\bnot (?:on|in|for|at|with|when)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FailingKept();

    /// <summary>What was measured is not what the words suggest, or has another explanation.</summary>
    [GeneratedRegex(@"\b(?:does|do) not (?:measure|show|imply|mean|establish|tell|distinguish|identify|indicate|prove|demonstrate)\b|\bsays? nothing about\b|\bcannot (?:distinguish|tell|separate|establish|rule out|be (?:read|taken|interpreted|used))\b|\b(?:overestimat\w+|inflated|confounded|upper bound on)\b|\bnot (?:causal|validated|a measure of|evidence (?:of|for|that))\b|\b(?:would|could|can) (?:also|equally|as well) be (?:explained|due|caused)\b|\badvise\w* against\b|\bshould not be (?:used|relied|taken|read)\b|\bassumes? that\b|\bis meaningless\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Meaning();

    [GeneratedRegex(@"\b(?:measures?|means?|imply|implies|not (?:show|prove|mean)|confound\w*|overestimat\w+|upper bound|causal\w*|validat\w+|against using|assum\w+|provided|as long as|explain\w* (?:also|otherwise)|alternative)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeaningKept();

    [GeneratedRegex(@"\b(?:(?:more|further|future) (?:work|research|study|studies)|as with (?:all|any|most)|beyond (?:the|our) scope|for future|left (?:to|for)|(?:may|might) not (?:\w+ )?(?:hold|generali[sz]e|transfer|extend|apply))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boilerplate();
}
