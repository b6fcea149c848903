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
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        if (dossier.Own.Sentences().Any(sentence => NullPattern().IsMatch(sentence.Text))) yield break;
        foreach (var claim in dossier.Claims)
        {
            if (!dossier.IsPutForward(claim) || !taxonomy[Code].IsAbout(claim) || claim.Polarity == Polarity.Negative || claim.Certainty < Certainty.Plain) continue;
            var match = JoinPattern().Match(dossier.SentenceText(claim));
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

    [GeneratedRegex(
        @"(?<metric>auto-?interp\w*(?:\s(?:score|rating))?s?|(?:explanation|simulation|interpretability|faithfulness|detection)\s(?:score|metric|rating)s?|reconstruction (?:loss|error|score|quality)|loss recovered|variance explained|explained variance|sparsity|faithfulness|eye[- ]test)\b.{0,80}?\b(?:shows?|means?|therefore|thus|so|hence|proves?|demonstrates?|implies|confirms?|indicates?|tells us|establish\w*)\b.{0,60}?\b(?<construct>underst(?:and|ood|ands|anding)|(?:true|real|actual|genuine)\s(?:features|concepts|variables|mechanisms?)|(?:the\s)?model'?s?\u2019?s?\s(?:own\s)?(?:concepts|thoughts|reasoning|ontology)|ground truth|what the (?:model|network) (?:thinks|knows|computes|believes|represents)|safe|trustworthy|monosemantic|meaningful)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex JoinPattern();

    [GeneratedRegex(@"\b(?:not|never|no|cannot|neither|whether)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NegatedPattern();

    [GeneratedRegex(@"\b(?:untrained|random(?:ly)?[- ]initiali[sz]\w*|random (?:model|network|weights|baseline|dictionary|features|transformer)|shuffled|null (?:model|baseline|control)|human[- ]label\w* ground truth|validated against)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NullPattern();
}
