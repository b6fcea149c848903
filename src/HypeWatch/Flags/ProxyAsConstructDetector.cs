using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC08: a score is read as the thing that it stands for, and no untrained or shuffled model was scored for comparison.</summary>
public sealed partial class ProxyAsConstructDetector(Taxonomy taxonomy) : IFlagDetector
{
    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC08";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        if (dossier.Own.Sentences().Any(sentence => NullPattern().IsMatch(sentence.Text))) yield break;
        foreach (var claim in dossier.Claims)
        {
            if (!dossier.IsPutForward(claim) || claim.Is(ClaimType.SelfLimitation, ClaimType.Aspiration) || claim.Polarity == Polarity.Negative || claim.Certainty < Certainty.Plain) continue;
            var match = Join(dossier, claim);
            if (!match.Success || NegatedPattern().IsMatch(match.Value)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} takes {DossierReading.Cite(match.Groups["metric"].Value)} as showing {DossierReading.Cite(match.Groups["construct"].Value)}.",
                $"The same score on an untrained, shuffled or random model was not found in {dossier.Looked()}, so the score may say less than it is taken for.")
            {
                Gap = gaps.Of(claim, dossier.SupportOf(claim), withScope: false),
            };
        }
    }

    /// <summary>The score and what it is taken for, in one sentence, or the score in the sentence before "this means that".</summary>
    private static Match Join(Dossier dossier, Claim claim)
    {
        var sentence = dossier.SentenceText(claim);
        var home = dossier.DocumentOf(claim);
        if (JoinPattern().Match(sentence) is { Success: true } match) return match;
        if (ReasonPattern().Match(sentence) is { Success: true } reason) return reason;
        if (!AnaphorPattern().IsMatch(sentence) || home.Version.PassageAt(claim.Span) is not { Index: > 0 } passage) return Match.Empty;
        var before = home.Version.Passages[passage.Index - 1];
        return before.Paragraph == passage.Paragraph ? JoinPattern().Match($"{home.Version.TextOf(before)} {sentence}") : Match.Empty;
    }

    /// <summary>A score given as the reason: "With 95% of the variance explained, the layer is understood"; "the explanations are faithful, because raters agree".</summary>
    [GeneratedRegex(
        @"^\W*(?:with|since|as|because|given(?: that)?|now that|seeing that|having|at)\b(?<metric>[^;]{0,100}?(?:auto-?interp\w*|\bscor(?:e|es|ed|ing)\b|\brat(?:ing|ings|ed)\b|agreement|\b(?:users?|raters?|annotators?|readers?|participants|clinicians|crowd ?workers|reviewers|judges)\b|plausib\w+|\bloss\b|variance|reconstruct\w+|fidelity|faithfulness|sparsity|\bL0\b|\bR2\b|R\u00b2|cosine|similarity|prob(?:e|es|ing) (?:accuracy|score)|\bAUROC\b|accuracy|perplexity|\bKL\b|completeness|monosemanticity|coherence|eye[- ]test|overlap|clusters?)[^;]{0,80}?),\s[^;]{0,80}?\b(?<construct>underst(?:and|ood|ands|anding)\b|faithful\b|(?:true|real|actual|genuine|natural) (?:features?|concepts?|variables?|mechanisms?|units?|structure|causes?)|(?:is|are|were) (?:now |thus |therefore )?(?:real|true|correct|genuine|causal|explained|solved|known|transparent|deciphered|decoded|mapped|trustworthy|safe|meaningful|monosemantic|honest)\b|what the (?:model|network) (?:thinks|knows|computes|believes|represents|means|does)|how the (?:model|network|\w+) (?:really |actually )?(?:works|thinks|reasons|decides|computes)|(?:found|recovered|discovered|identified|captured?|captures) (?:the|its|all|every) (?:\w+ )?(?:algorithm|mechanism|circuit|concepts?|computation|reasoning|knowledge|structure)|ground truth)|\b(?<construct>underst(?:and|ood|ands|anding)\b|faithful\b|(?:true|real|actual|genuine|natural) (?:features?|concepts?|variables?|mechanisms?|units?|structure|causes?)|(?:is|are|were) (?:now |thus |therefore )?(?:real|true|correct|genuine|causal|explained|solved|known|transparent|deciphered|decoded|mapped|trustworthy|safe|meaningful|monosemantic|honest)\b|what the (?:model|network) (?:thinks|knows|computes|believes|represents|means|does)|how the (?:model|network|\w+) (?:really |actually )?(?:works|thinks|reasons|decides|computes)|(?:found|recovered|discovered|identified|captured?|captures) (?:the|its|all|every) (?:\w+ )?(?:algorithm|mechanism|circuit|concepts?|computation|reasoning|knowledge|structure)|ground truth)[^;]{0,60}?,?\s(?:since|because|as|given that|for)\s(?<metric>[^;]{0,60}?\d[^;]{0,60}?(?:auto-?interp\w*|\bscor(?:e|es|ed|ing)\b|\brat(?:ing|ings|ed)\b|agreement|\b(?:users?|raters?|annotators?|readers?|participants|clinicians|crowd ?workers|reviewers|judges)\b|plausib\w+|\bloss\b|variance|reconstruct\w+|fidelity|faithfulness|sparsity|\bL0\b|\bR2\b|R\u00b2|cosine|similarity|prob(?:e|es|ing) (?:accuracy|score)|\bAUROC\b|accuracy|perplexity|\bKL\b|completeness|monosemanticity|coherence|eye[- ]test|overlap|clusters?))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"^\W*(?:this|that|which|these|so|thus|hence|therefore|it|in other words|put differently|that is|high scores?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnaphorPattern();

    [GeneratedRegex(
        @"(?<metric>auto-?interp\w*(?:\s(?:score|rating))?s?|(?:explanation|simulation|interpretability|faithfulness|detection)\s(?:score|metric|rating)s?|reconstruction (?:loss|error|score|quality)|loss recovered|variance explained|explained variance|\d+(?:\.\d+)?\s?% of the (?:variance|loss)|sparsity|faithfulness|eye[- ]test|(?:cosine )?similarity|(?:probe|probing) accuracy|L0 of \d+|sparsest|detection scores?|high scores?|scores? (?:of|is|are))\b.{0,110}?\b(?:shows?|means?|therefore|thus|so|hence|proves?|demonstrates?|implies|confirms?|indicates?|tells us|establish\w*|we can (?:state|say|conclude)|in other words|put differently|we (?:have|know)|we conclude|since)\b.{0,80}?\b(?<construct>underst(?:and|ood|ands|anding)|(?:true|real|actual|genuine)\s(?:features|concepts|variables|mechanisms?)|(?:the\s)?model'?s?\u2019?s?\s(?:own\s)?(?:concepts|thoughts|reasoning|ontology)|ground truth|what the (?:model|network) (?:thinks|knows|computes|believes|represents)|safe\b|trustworthy|monosemantic|meaningful|(?:algorithm|mechanism|circuit)s? (?:has|have) been (?:found|recovered|identified|discovered)|(?:found|recovered|discovered|identified) (?:the|its) (?:\w+\s)?(?:algorithm|mechanism)|(?:atoms|building blocks|units|alphabet|vocabulary) of (?:the model'?s?\u2019?s? )?(?:thought|meaning|cognition|reasoning|concepts)|know what (?:the|these|its) (?:\w+\s)?(?:latents?|features?|units?) (?:represent|mean|do)\w*|how the (?:model|network) (?:really |actually )?(?:works|thinks|reasons))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex JoinPattern();

    [GeneratedRegex(@"\b(?:not|never|no|cannot|neither|whether)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NegatedPattern();

    [GeneratedRegex(@"\b(?:untrained|random(?:ly)?[- ]initiali[sz]\w*|random (?:model|network|weights|baseline|dictionary|features|transformer)|shuffled|null (?:model|baseline|control)|human[- ]label\w* ground truth|validated against)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NullPattern();
}
