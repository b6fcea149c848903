using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC08: a score is read as the thing that it stands for, and no untrained or shuffled model was scored for comparison.</summary>
public sealed partial class ProxyAsConstructDetector(Taxonomy taxonomy) : IFlagDetector
{
    /// <summary>Most characters between a score, the word that concludes, and the thing.</summary>
    private const int Near = 110;

    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC08";

    /// <inheritdoc/>
    public int Version => 5;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        if (dossier.Own.Sentences().Any(sentence => NullPattern().IsMatch(sentence.Text))) yield break;
        foreach (var claim in dossier.Claims)
        {
            if (!dossier.IsPutForward(claim) || claim.Is(ClaimType.SelfLimitation, ClaimType.Aspiration) || claim.Polarity == Polarity.Negative || claim.Certainty < Certainty.Plain) continue;
            if (Join(dossier, claim) is not { } join || NegatedPattern().IsMatch(join.Words)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} takes {DossierReading.Cite(join.Metric)} as showing {DossierReading.Cite(join.Construct)}.",
                $"The same score on an untrained, shuffled or random model was not found in {dossier.Looked()}, so the score may say less than it is taken for.")
            {
                Gap = gaps.Of(claim, dossier.SupportOf(claim), withScope: false),
            };
        }
    }

    /// <summary>The score and what it is taken for, in one sentence, or the score in the sentence before one that leans on it.</summary>
    private static Joined? Join(Dossier dossier, Claim claim)
    {
        var sentence = dossier.SentenceText(claim);
        var home = dossier.DocumentOf(claim);
        if ((Concluded(sentence) ?? Reasoned(sentence)) is { } joined) return joined;
        if (home.Version.PassageAt(claim.Span) is not { Index: > 0 } passage || home.Version.Passages[passage.Index - 1] is var before && before.Paragraph != passage.Paragraph) return null;
        var told = home.Version.TextOf(before);
        if (AnaphorPattern().IsMatch(sentence) && Concluded($"{told} {sentence}") is { } carried) return carried;
        // A figure, and in the next sentence what is concluded.
        return told.Any(char.IsAsciiDigit) && MetricPattern().Match(told) is { Success: true } metric && (JointPattern().IsMatch(sentence) || AnaphorPattern().IsMatch(sentence))
            && ConstructPattern().Match(sentence) is { Success: true } construct ? new(metric.Value, construct.Value, sentence) : null;
    }

    /// <summary>The score, a word of concluding, the thing.</summary>
    private static Joined? Concluded(string text)
    {
        foreach (Match metric in MetricPattern().Matches(text))
        {
            var end = metric.Index + metric.Length;
            if (JointPattern().Match(text, end) is not { Success: true } joint || joint.Index - end > Near) continue;
            var from = joint.Index + joint.Length;
            if (ConstructPattern().Match(text, from) is { Success: true } construct && construct.Index - from <= Near) return new(metric.Value, construct.Value, text[metric.Index..(construct.Index + construct.Length)]);
        }

        return null;
    }

    /// <summary>The score given as the reason, before or behind the thing.</summary>
    private static Joined? Reasoned(string text)
    {
        if (ReasonFirstPattern().Match(text) is { Success: true } first && MetricPattern().Match(first.Value) is { Success: true } given
            && ConstructPattern().Match(text, first.Length) is { Success: true } then && then.Index - first.Length <= Near) return new(given.Value, then.Value, text[..(then.Index + then.Length)]);
        foreach (Match construct in ConstructPattern().Matches(text))
        {
            var end = construct.Index + construct.Length;
            if (ReasonPattern().Match(text, end) is not { Success: true } reason || reason.Index - end > Near) continue;
            var rest = text[(reason.Index + reason.Length)..];
            if (rest.Any(char.IsAsciiDigit) && MetricPattern().Match(rest) is { Success: true } metric) return new(metric.Value, construct.Value, text[construct.Index..]);
        }

        return null;
    }

    private sealed record Joined(string Metric, string Construct, string Words);

    /// <summary>What is measured: a score, a rating, agreement of readers, how well something is rebuilt or decoded.</summary>
    private const string Metric =
        @"auto-?interp\w*|\bscor(?:e|es|ed|ing)\b|\brat(?:ing|ings|ed)\b|agreement|\b(?:users?|raters?|annotators?|readers?|participants|reviewers|judges)\b|plausib\w+|\bloss\b|variance|reconstruct\w+|fidelity|faithful\w*|sparsity|\b(?:L0|R2|KL|AUROC|F1)\b|R\u00b2|\bcosine\b|similarity|accuracy|correlation|perplexity|completeness|monosemanticity|coherence|overlap";

    /// <summary>What it stands for: understanding, the true units, how the model works, a property of the system.</summary>
    private const string Construct =
        @"underst(?:and|ood|ands|anding)\b|(?:true|real|actual|genuine|natural) (?:features?|concepts?|variables?|mechanisms?|units?|structure|causes?)|(?:is|are|was|were|has been|have been) (?:now |thus |therefore )?(?:real|true|correct|genuine|causal|explained|solved|known|transparent|found|trustworthy|safe|faithful|meaningful|monosemantic|honest)\b|(?:what|how|why) (?:the |this |these |its |a |it |they )?(?:[\w-]+ ){0,3}?(?:thinks?|knows?|computes?|believes?|represents?|means?|works?|reasons?|decides?|does)\b|(?:model|network|system|it) (?:\w+ly |now )?(?:knows|understands|thinks|believes|reasons)\b|(?:model|network)['\u2019]?s? (?:own )?(?:concepts|thoughts|reasoning|ontology|mind)|(?:found|recover(?:ed|s)?|discover(?:ed|s)?|identif(?:ied|ies)|captur(?:ed|es?)) (?:the|its|all|every) (?:\w+ )?(?:algorithm|mechanism|circuit|concepts?|computation|reasoning|knowledge|structure)|ground truth|(?:model|network)['\u2019]?s? own \w+|(?:concepts?|variables?|algorithms?|building blocks?|elements?|primitives?|atoms?|alphabet|vocabulary) (?:of|by which|in which|with which|through which|on which|that) (?:the |its |this |a )?(?:\w+['\u2019]s )?\w+|\btrustworthy\b|\bsafe\b";

    [GeneratedRegex(Metric, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MetricPattern();

    [GeneratedRegex(@"\b(?:" + Construct + ")", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConstructPattern();

    [GeneratedRegex(@"\b(?:shows?|means?|therefore|thus|so|hence|proves?|demonstrates?|implies|confirms?|indicates?|tells us|establish\w*|we (?:can )?(?:state|say|conclude|know)|in other words|put differently|since)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JointPattern();

    /// <summary>A clause that gives a reason at the start, up to its comma.</summary>
    [GeneratedRegex(@"^\W*(?:with|since|as|because|given|now that|seeing that|having|at)\b[^;,]*,\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReasonFirstPattern();

    /// <summary>The word that begins a reason behind what is concluded.</summary>
    [GeneratedRegex(@",?\s(?:since|because|as|given that|for)\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"^\W*(?:this|that|which|these|so|since|thus|hence|therefore|it|in other words|put differently|that is|high scores?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnaphorPattern();

    [GeneratedRegex(@"\b(?:not|never|no|cannot|neither|whether)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NegatedPattern();

    [GeneratedRegex(@"\b(?:untrained|random(?:ly)?[- ]initiali[sz]\w*|random (?:model|network|weights|baseline|dictionary|transformer)|(?<!\b(?:[\d,.]+|of|over|for|from|on|hundred|thousand|several|some|these|sampled) )random features|shuffled|null (?:model|baseline|control)|human[- ]label\w* ground truth|validated against)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NullPattern();
}
