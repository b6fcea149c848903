using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC06: causal wording from correlations (subtype <c>correlation</c>), or wording of a mechanism from an intervention without control or rival
/// explanation (subtype <c>mechanism</c>). Compares the classes that readers tell apart, not words.
/// </summary>
public sealed partial class CausalLeapDetector(Taxonomy taxonomy, LexiconSet lexicons) : IFlagDetector
{
    /// <summary>In a text of at most this many sentences one word of the subject tells that two sentences are about one thing, in a longer one two.</summary>
    private const int ShortText = 12, SameThing = 2;

    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC06";

    /// <inheritdoc/>
    public int Version => 8;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var telling = dossier.Documents.ToDictionary(document => document.Version.Id, document => (IReadOnlyList<Told>)[.. new[] { document }.Sentences().Select(Tell).OfType<Told>()]);
        foreach (var claim in dossier.Claims)
        {
            if (ToldOfOthers(dossier, claim) is { } told)
            {
                yield return told;
                continue;
            }

            if (!dossier.IsPutForward(claim) || !(taxonomy[Code].IsAbout(claim) || CausePattern().IsMatch(claim.Quote)) || claim.Certainty < Certainty.Plain || claim.Polarity == Polarity.Negative) continue;
            // What one method scores against another is measured on both, and no cause is read out of an association.
            if (AgainstPattern().IsMatch(claim.Quote)) continue;
            if (Examine(dossier, claim, [.. dossier.SupportersOf(claim).SelectMany(document => telling[document.Version.Id])]) is { } finding) yield return finding;
        }
    }

    // That words of one led to words of others is a cause too, which a text must point to something for.
    private static Finding? ToldOfOthers(Dossier dossier, Claim claim)
    {
        var home = dossier.DocumentOf(claim);
        var sentence = dossier.SentenceOf(claim);
        if (home.IsOwn || home.IsRoundup || claim is not { Mode: AssertMode.Asserts, Certainty: >= Certainty.Plain } || claim.Place == Place.Comment || ToldInfluence.In(claim.Quote) is not { } led || home.Version.Links.Any(link => link.Span.Overlaps(sentence))) return null;
        return dossier.EvidenceOf(claim).Any(link => link is { Distance: Proximity.SameSentence, Kind: not (EvidenceKind.None or EvidenceKind.Anecdote) })
            ? null
            : new(claim, $"{DossierReading.Cite(claim.Quote)} tells as a fact what came of the words of others ({DossierReading.Cite(led.Value)}).", "It points to nothing that shows it.") { Subtype = "correlation" };
    }

    private Finding? Examine(Dossier dossier, Claim claim, IReadOnlyList<Told> told)
    {
        var causal = Classes(claim.Quote);
        if (CausePattern().IsMatch(claim.Quote)) causal.Add("direct_cause");
        if (!UnitPattern().IsMatch(claim.Quote) || Classes(dossier.SentenceText(claim)).Contains("intervention")) return null;
        var home = dossier.SentenceOf(claim);
        var others = told.Where(item => item.Sentence.Document.Version.Id != claim.Version || !item.Sentence.Passage.Span.Overlaps(home)).ToList();
        var support = dossier.SupportOf(claim);
        if (others.Find(item => item.IsIntervention) is not { Sentence: var intervention })
        {
            if ((others.Find(item => item.IsCorrelation && IsAbout(claim, item)) ?? Own(claim, told, home)) is not { Sentence: var correlation } || !(causal.Contains("direct_cause") || causal.Contains("mechanism"))) return null;
            return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} reads as a cause; what was found behind it is an association: {DossierReading.Cite(correlation.Text)}.",
                $"No intervention was found in {dossier.Looked()}.")
            {
                Subtype = "correlation", Gap = gaps.Of(claim, support, withScope: false), Quotes = [correlation.Quote("evidence")],
            };
        }

        // In a long work a control speaks for the claims that it is about.
        if (!causal.Contains("mechanism")) return null;
        var isLong = dossier.Own.IsLong();
        if (others.Exists(item => item.IsControlled && (!isLong || IsAbout(claim, item)))) return null;
        return new(
            claim,
            $"{DossierReading.Cite(claim.Quote)} names a mechanism; the intervention found, {DossierReading.Cite(intervention.Text)}, shows an effect of the intervention.",
            $"A control or a ruled-out rival explanation was not found in {dossier.Looked()}.")
        {
            Subtype = "mechanism", Gap = gaps.Of(claim, support, withScope: false), Quotes = [intervention.Quote("evidence")], Caps = ["mechanism"],
        };
    }

    /// <summary>Whether an association is about what the claim connects; a sentence that leans on the one before it ("the two correlate") is read with it.</summary>
    private static bool IsAbout(Claim claim, Told item)
    {
        var passages = item.Sentence.Document.Version.Passages;
        var index = item.Sentence.Passage.Index;
        var before = AnaphorPattern().IsMatch(item.Sentence.Text) && index > 0 && index < passages.Count && !passages[index - 1].Span.Overlaps(claim.Span) && passages[index - 1].Paragraph == item.Sentence.Passage.Paragraph ? item.Sentence.Document.Version.TextOf(passages[index - 1]) : "";
        var told = DossierReading.TopicOf(claim.Quote).Select(Singular).ToHashSet(StringComparer.Ordinal);
        var isShort = SubjectSentences.AreAtMost([item.Sentence.Document.Version], ShortText);
        return DossierReading.TopicOf($"{before} {item.Sentence.Text}").Select(Singular).Distinct().Count(told.Contains) >= (isShort ? 1 : SameThing) || (isShort && NamesUnit(item.Sentence.Text, claim.Quote));
    }

    /// <summary>Whether a sentence speaks of "the feature" where the claim is about one.</summary>
    private static bool NamesUnit(string text, string quote)
    {
        var units = UnitPattern().Matches(quote).Select(match => Singular(match.Value.ToLowerInvariant())).ToHashSet(StringComparer.Ordinal);
        return DefiniteUnitPattern().Matches(text).Any(match => units.Contains(match.Groups["unit"].Value.ToLowerInvariant()));
    }

    /// <summary>Short words keep their plural in their stem.</summary>
    private static string Singular(string stem) => stem.TrimEnd('s');

    /// <summary>The claim's own sentence, where it names the association that it concludes from.</summary>
    private static Told? Own(Claim claim, IEnumerable<Told> told, Span home) =>
        told.FirstOrDefault(item => item.Sentence.Document.Version.Id == claim.Version && item.Sentence.Passage.Span.Overlaps(home) && TogetherPattern().IsMatch(item.Sentence.Text));

    private HashSet<string> Classes(string text) => lexicons.CausalVerbs.Find(text).Select(hit => hit.Term.Subcategory).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a sentence says about causes; null when it says nothing.</summary>
    private Told? Tell(Sentence sentence)
    {
        var text = sentence.Text;
        var classes = Classes(text);
        var controlled = classes.Contains("control") || RivalPattern().IsMatch(text)
            || sentence.Document.Evidence.Experiments.Any(experiment => experiment.Control != Control.None && experiment.Span == sentence.Passage.Span);
        var told = new Told(sentence, classes.Contains("intervention"), CorrelationPattern().IsMatch(text), controlled);
        return told is { IsIntervention: false, IsCorrelation: false, IsControlled: false } ? null : told;
    }

    private sealed record Told(Sentence Sentence, bool IsIntervention, bool IsCorrelation, bool IsControlled);

    [GeneratedRegex(@"\b(?:features?|neurons?|heads?|circuits?|latents?|directions?|representations?|activations?|units?|layers?|probes?|vectors?|components?|subspaces?|MLPs?|modules?|weights|attention|knowledge|learning|circuitry|embeddings?|entropy|norms?|subnetworks?|residual stream|pathways?|parameters?|patterns?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitPattern();

    [GeneratedRegex(@"\b(?:the|this|its) (?<unit>feature|neuron|head|circuit|latent|direction|probe|vector)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DefiniteUnitPattern();

    [GeneratedRegex(@"\b(?:compared (?:to|with)|in comparison (?:to|with)|versus|vs\.?|relative to|outperform\w*|superior|(?:better|higher|lower|worse) (?:[\w-]+ ){0,3}than|baselines?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AgainstPattern();

    [GeneratedRegex(@"^\W*(?:the (?:two|relation\w*|correlation|association|pattern|effect)|both|this|that|these|they|it|by)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnaphorPattern();

    /// <summary>One thing is said to bring about another, whichever verb says it.</summary>
    [GeneratedRegex(@"\b(?:makes?|made|lets?|forces?|pushes|sends|leads?|drives?|steers?|compels?)\s(?:the\s|a\s|an\s|its\s|these\s|language\s|chat\s)?(?:[\w.-]+\s){0,3}(?:to\s)?(?:lose|lie|refuse|forget|fail|err|hallucinat\w+|repeat|write|answer|say|believe|think|know|produce|generate|choose|prefer|switch|translat\w+|agree|stop|behave|cheat|invent|ignore|obey|comply|better|worse|more|less)\b|\bleads? to\b|\b(?:is|are|was|were) (?:what makes?|the reason|the cause|the source|the origin|the culprit|to blame|behind|at the root|responsible|why|due to|down to|because of|caused by|the driver)\b|\b(?:owes?|owing|due|traces? back|thanks) to\b|\blies? (?:behind|at the root)\b|\b(?:accounts?|responsible) for\b|\b(?:underl(?:ies|ie)|explains? why|brings? (?:on|about)|gives? rise to (?!an? (?:natural |obvious |further )?question)|dictates?|degrades?|harms?|hurts?|boosts?|undermines?|creates?|sparks?|spurs?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CausePattern();

    [GeneratedRegex(@"\b(?:correlat\w+|associat\w+|co-?occur\w*|predictive of|decod\w+|linear probe\w*|probe accuracy|activat(?:es|ed|ion) (?:on|is|was|were|when)|fires? (?:on|when|for)|AUROC|tracks|r\s?=\s?[-\u2212]?0?\.\d+|rho|R2|regress(?:ed|ion)|coincid\w+|goes? with|went with|predicts?|higher (?:\w+\s){1,4}in|(?:rise|fall|rises|falls|grow|move)s? (?:and fall )?(?:together|in step)|go hand in hand|track(?:s|ed)? each other)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CorrelationPattern();

    [GeneratedRegex(@"\b(?:correlat\w+|associat\w+|co-?occur\w*|(?:rise|fall|grow|move)s? (?:and fall )?(?:together|in step)|go(?:es)? hand in hand|track(?:s|ed)? each other)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TogetherPattern();

    [GeneratedRegex(@"\b(?:alternative explanations?|rival|rule[sd]? out|necessary and sufficient|random (?:direction|feature|unit|patch)\w*|control(?:led)? (?:for|condition|intervention)|identification assumption\w*|does not (?:show|identify))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RivalPattern();
}
