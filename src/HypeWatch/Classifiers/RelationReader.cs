using System.Text.RegularExpressions;
using HypeWatch.Lexicons;

namespace HypeWatch.Classifiers;

/// <summary>What sort of relation between two things a sentence states.</summary>
public enum Relation
{
    /// <summary>None, or only a wish, a method or a plain description.</summary>
    None,
    /// <summary>They occur together, or groups differ.</summary>
    Correlational,
    /// <summary>One may act on the other: an effect under a modal verb or another doubt.</summary>
    Conditional,
    /// <summary>One acts on the other.</summary>
    Causal,
}

/// <summary>
/// Reads whether a sentence states a correlation, a possible effect or an effect. The four classes and the wordings that readers take for each are those of
/// Yu, Li and Wang, "Detecting causal language use in science findings" (EMNLP 2019) and Sumner et al. (BMJ 2014); cues of <c>relation_cues.tsv</c> add up to a
/// score per class, set by hand, and the highest wins.
/// </summary>
public sealed partial class RelationReader
{
    /// <summary>How near to a doubt an effect must stand to be what is doubted, in characters: before it, and after it.</summary>
    private const int ReachBefore = 20;
    private const int ReachAfter = 60;

    private readonly Dictionary<string, Lexicon> cues;

    /// <summary>Reads the cues.</summary>
    /// <exception cref="FormatException">The list is malformed; the message names the line.</exception>
    public RelationReader()
    {
        using var stream = typeof(RelationReader).Assembly.GetManifestResourceStream("relation_cues.tsv")!;
        using var reader = new StreamReader(stream);
        cues = Lexicon.Parse("relation_cues", reader).Terms.GroupBy(term => term.Category).ToDictionary(group => group.Key, group => new Lexicon([.. group]));
    }

    /// <summary>Reads a sentence.</summary>
    public Relation Read(string sentence)
    {
        var association = Hits("association", sentence);
        var effect = Hits("effect", sentence);
        var actions = ActionPattern().Matches(sentence).Select(match => match.Index).ToList();
        var mentions = Hits("mention", sentence).Select(hit => hit.Span.Start).Concat(actions).ToList();
        var comparisons = Hits("comparison", sentence).Select(hit => hit.Span.Start).Concat(ThanPattern().Matches(sentence).Select(match => match.Index)).ToList();
        var open = Hits("open", sentence).Count + OpenPattern().Count(sentence);
        var doubt = Hits("doubt", sentence);
        var trial = Hits("trial", sentence).Count > 0 ? 1 : 0;

        var none = 0.8 + (1.6 * Math.Min(open, 2)) + (0.25 * Math.Min(Hits("described", sentence).Count, 3));
        var correlation = (association.Count > 0 ? 1.6 : 0) + (association.Exists(hit => hit.Term.Weight > 1) ? 0.6 : 0) + (comparisons.Count > 0 ? 1.3 : 0) - (0.3 * trial);
        var isStrong = effect.Count + actions.Count > 0;
        var cause = (isStrong ? 1.0 : 0) + (effect.Exists(hit => hit.Term.Weight > 1) || actions.Count > 0 ? 0.7 : 0) + (mentions.Count > 0 ? 0.5 : 0)
            + (Hits("treatment", sentence).Count > 0 ? 0.4 : 0) + (0.4 * trial);
        if (isStrong)
        {
            // What stands first is what the sentence is about: "X reduces the associated risk", "X is associated with reduced Y".
            var first = effect.Select(hit => hit.Span.Start).Concat(actions).Min();
            if (association.Count > 0) cause += first < association[0].Span.Start ? 0.3 : -0.5;
            if (comparisons.Count > 0 && comparisons.Min() < first) cause -= 0.3;
        }

        if (doubt.Count > 0)
        {
            if (IsDoubted(sentence, doubt[0].Span.Start, mentions, cause + (open == 0 ? 0.7 : 0) >= Math.Max(none - 0.3, correlation - 0.2), open == 0 && association.Count == 0))
                return Relation.Conditional;
            none += 0.2;
        }

        return none >= correlation && none >= cause ? Relation.None : correlation >= cause ? Relation.Correlational : Relation.Causal;
    }

    private bool IsDoubted(string sentence, int doubt, List<int> effects, bool isEnough, bool isFree)
    {
        var isNear = effects.Exists(at => at - doubt is > -ReachBefore and < ReachAfter);
        if (isNear) return isEnough;
        return isFree && DoubtfulUsePattern().Matches(sentence).Any(match => cues["use"].Find(sentence, new(match.Index, match.Index + match.Length)).Any());
    }

    private List<LexiconHit> Hits(string category, string sentence) => [.. cues[category].Find(sentence)];

    [GeneratedRegex(@"\b(did|does|do|could|can|may|might|would|will) (\w+ )?(not )?(\w+ly )?(improve|affect|reduce|increase|decrease|influence|interfere|prevent|alter|change|enhance|lower|cause|induce|contribute|lead|result|promote|inhibit|worsen|impair|protect|confer|impact|elevate|attenuate|accelerate|delay|modify|eliminate|restore|strengthen|suppress)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex ActionPattern();

    [GeneratedRegex(@"\b(higher|lower|greater|more|less|fewer|better|worse|poorer|older|younger|larger|smaller|longer|shorter|stronger|weaker)( \S+){0,12} (than|compared|versus|vs)\b|\b(increased|decreased|elevated|reduced|high) (\w+ ){0,2}(risks?|incidence|rates?|levels?|mortality|frequency|concentrations?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex ThanPattern();

    [GeneratedRegex(@"\bfurther (\w+ ){0,4}(studies|study|research|work|investigations?|trials?|evaluation)\b|\b(is|are|be|as|was|were) (\w+ ){0,2}(needed|warranted|required|necessary|recommended|advised)\b|\bNCT\d+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex OpenPattern();

    [GeneratedRegex(@"\b(may|might|could|appears?|seems?)( \w+){1,5}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex DoubtfulUsePattern();
}
