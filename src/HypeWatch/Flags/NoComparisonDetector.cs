using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC13: the release claims that something is useful, better or safe, and compares it with no simple alternative on that task, in any section. Existence and
/// description need no baseline, and neither does a negative finding. Where all that compares is one that the authors call less than rigorous, it says so instead.
/// </summary>
public sealed partial class NoComparisonDetector(Taxonomy taxonomy, LexiconSet lexicons) : IFlagDetector
{
    /// <summary>Base severity of superiority claimed in a headline, so that it reaches 4 (specification 3, OC13).</summary>
    private const int SuperiorityBase = 3;

    /// <inheritdoc/>
    public string Code => "OC13";

    /// <inheritdoc/>
    public int Version => 8;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var own = dossier.Works().ToList();
        var comparisons = own.Sentences().Where(IsComparison).Select(sentence => (sentence, ContentWords.Of(sentence.Text))).ToList();
        var concessions = own.Sentences().Where(sentence => WeakComparison.IsConceded(sentence.Text)).ToList();
        // For a weak comparison the naming of another way is enough: its outcome is often told in words.
        var rivals = concessions.Count == 0 ? [] : own.Sentences().Where(sentence => RivalMethod.IsIn(sentence.Text) || IsComparison(sentence)).Select(sentence => (sentence, ContentWords.Of(sentence.Text))).ToList();
        var subject = dossier.TitleWords();
        var (isShort, isLong) = (own.IsShort(), own.IsLong());
        foreach (var claim in dossier.WorkClaims())
        {
            var isReversed = IsWorseThanOwn(claim.Quote, subject);
            if (WorsePattern().IsMatch(claim.Quote) && !isReversed) continue;
            if (!(isReversed ? dossier.IsContention(claim) : dossier.IsPutForward(claim)) || claim.Polarity == Polarity.Negative || !(taxonomy[Code].IsAbout(claim) || PraisePattern().IsMatch(claim.Quote) || BettersPattern().IsMatch(claim.Quote))) continue;
            if (!claim.Is(ClaimType.Comparative) && !UsefulPattern().IsMatch(claim.Quote) && !PraisePattern().IsMatch(claim.Quote) && !BettersPattern().IsMatch(claim.Quote)) continue;
            // That another way does as well is the comparison itself.
            var sentence = dossier.SentenceText(claim);
            var weak = ComparesItself(sentence) || (RivalMethod.IsIn(sentence) && EqualPattern().IsMatch(sentence)) ? null : WeakComparison.Of(sentence, rivals, concessions);
            // In a long work only praise of a method where attention is asks for the comparison; "helpful to study" is a way of speaking.
            if (isLong && weak is null && !(claim.IsHeadline && (PraisePattern().IsMatch(claim.Quote) || (claim.Is(ClaimType.Comparative) && OwnVoice.IsFramed(claim.Quote))))) continue;
            if (weak is not null)
            {
                yield return Conceded(claim, weak);
                continue;
            }

            if (isReversed || Compared(dossier, claim, comparisons, isShort, isLong) || ComparedBeside(dossier, claim, own)) continue;
            var isSuperior = claim.Is(ClaimType.Comparative);
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} claims {(isSuperior ? "an advantage" : claim.Is(ClaimType.SafetyImplication) ? "a benefit for safety" : "usefulness")}.",
                $"A comparison with a simple alternative on this task was not found in {dossier.Looked()}.")
            {
                Subtype = "baseline",
                BaseSeverity = isSuperior && claim.IsHeadline ? SuperiorityBase : null,
                AssertsUntestedProperty = isSuperior && claim.Certainty >= Certainty.Emphatic,
            };
        }
    }

    /// <summary>Whether others are called worse than what the release's title names, or than "ours": an advantage claimed the other way round, which itself says with what it compares.</summary>
    private static bool IsWorseThanOwn(string quote, HashSet<string> subject) =>
        WorseThanPattern().Match(quote) is { Success: true } match && !OursPattern().IsMatch(quote.AsSpan(0, match.Index)) && !ContentWords.Of(quote[..match.Index]).Overlaps(subject)
        && (OursPattern().IsMatch(match.Groups["better"].ValueSpan) || ContentWords.Of(match.Groups["better"].Value).Overlaps(subject));

    private static Finding Conceded(Claim claim, WeakComparison weak) => new(
        claim,
        $"{DossierReading.Cite(claim.Quote)} is put forward; what compares it is weak, as the authors concede: {DossierReading.Cite(weak.Conceded.Text)}.",
        $"The comparison that was found: {DossierReading.Cite(weak.Told.Text)}.")
    {
        Subtype = "weak", Quotes = [weak.Told.Quote("evidence"), weak.Conceded.Quote("concession")],
    };

    /// <summary>Whether a sentence compares on a claim's task; its own only when it gives a figure or points to one.</summary>
    private static bool Compared(Dossier dossier, Claim claim, List<(Sentence Sentence, IReadOnlySet<string> Words)> comparisons, bool isShort, bool isLong)
    {
        var home = dossier.SentenceOf(claim);
        var sentence = dossier.SentenceText(claim);
        var passage = dossier.DocumentOf(claim).Version.PassageAt(claim.Span);
        var words = ContentWords.Of(sentence);
        return comparisons.Exists(comparison =>
        {
            var isHere = comparison.Sentence.Document.Version.Id == claim.Version;
            if (isHere && comparison.Sentence.Passage.Span.Overlaps(home)) return ComparesItself(sentence);
            return isShort || isLong || (isHere && comparison.Sentence.Passage.Paragraph == passage?.Paragraph) || DossierReading.SharedTopic(words, comparison.Words) > 0;
        });
    }

    private static bool ComparesItself(string sentence) => FigurePattern().IsMatch(sentence) && ThanPattern().IsMatch(sentence);

    /// <summary>
    /// Outside of long works: a sentence that scores another method, or the same people without this one. It need not be called a baseline. The claim's own
    /// sentence compares where it says over whom, with a figure.
    /// </summary>
    private static bool ComparedBeside(Dossier dossier, Claim claim, List<DossierDocument> own)
    {
        if (own.IsLong()) return false;
        var home = dossier.SentenceOf(claim);
        var sentence = dossier.SentenceText(claim);
        if (ComparesItself(sentence)) return true;
        return own.Sentences().Any(other => !(other.Document.Version.Id == claim.Version && other.Passage.Span.Overlaps(home)) && !NotComparedPattern().IsMatch(other.Text) && !DrawPattern().IsMatch(other.Text) && RivalMethod.IsScoredIn(other.Text, sentence));
    }

    /// <summary>A sentence that reports a comparison: an experiment with a control, or a cue of comparison with an outcome; not one that says there is none.</summary>
    private bool IsComparison(Sentence sentence)
    {
        var text = sentence.Text;
        if (NotComparedPattern().IsMatch(text)) return false;
        if (SidePattern().IsMatch(text)) return true;
        if (sentence.Document.Evidence.Experiments.Any(experiment => experiment.Span == sentence.Passage.Span && experiment.Control != Control.None && !(experiment.Control == Control.RandomBaseline && DrawPattern().IsMatch(text)))) return true;
        var cues = lexicons.Baselines.Find(text).Select(hit => hit.Term.Subcategory).ToHashSet(StringComparer.Ordinal);
        // A simple method with its figure is the comparison, wherever it stands; with two rates side by side any control is.
        if (cues.Contains("simple_baseline") && FigurePattern().IsMatch(text)) return true;
        if (AlternativePattern().IsMatch(text) && Figure.In(text).Count(figure => figure.IsRate || figure.Value < 1) >= 2) return true;
        return cues.Contains("benchmark_name") || (cues.Contains("baseline") && (cues.Contains("simple_baseline") || FigurePattern().IsMatch(text) || OutcomePattern().IsMatch(text)));
    }

    /// <summary>A measured outcome of a monitor is no claim that it is of use; words like these are.</summary>
    [GeneratedRegex(@"\b(?:useful\w*|usab\w+|effective\w*|practical\w*|helps?|helpful|enabl\w+|allows?|lets?|makes? it (?:possible|easy|easier)|can (?:now )?(?:be|help|we|detect|debug|audit|monitor|remove|edit|unlearn|find|fix|control|steer)|tools?|way (?:to|of)|means of|method (?:to|for)|competitive|reliabl\w+|robust\w*|improv\w+|powerful|promising|capable|successful\w*|valuable|safe|safer|safely|aligned|prevents?|rules? out|trustworthy|detects|protects?|applied to|works? (?:well|for))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsefulPattern();

    /// <summary>Praise of a method for a task.</summary>
    [GeneratedRegex(@"\b(?:improved|better|strong|effective|practical|excellent|powerful|reliable|useful|promising|superior|competitive|ideal|well[- ]suited|robust)\s(?:\w+\s)?(?:approach|method|tool|way|technique|detector|monitor|classifier|alternative|baseline|solution|means|filter|defen[cs]e|recipe|strategy|procedure|remedy|cure|route|handle|lever|knob|grip|instrument|weapon|shield|guard|safeguard|aid|recipe|framework|signal|predictor|interface|mechanism|choice|answer|lens)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PraisePattern();

    /// <summary>A verb of making better, said of a method: what it is better than must stand somewhere.</summary>
    [GeneratedRegex(@"\b(?:search|method|approach|latents?|features?|dictionary|steering|clamping|editing|probing|probes?|monitor|tool|training|technique|pruning|patching|ablation|vectors?|intervention|autoencoders?|SAEs?|graphs?|pipeline|framework|filter|lens|decoding|it|which|that)\s(?:\w+ly\s|greatly\s|also\s|then\s)?(?:improves?|boosts?|enhances?|strengthens?|sharpens?|speeds? up|accelerates?|raises?|advances?|upgrades?|excels?|succeeds?|works? (?:well|wonders|best))\b|^\W*better\s(?:[\w-]+\s){1,4}(?:through|with|by|via|from|using)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BettersPattern();

    /// <summary>Cases drawn at random are a sample, no alternative method.</summary>
    [GeneratedRegex(@"\b(?:random(?:ly)?\s(?:draw|sample|subset|selection|drawn|sampled|chosen|selected|picked)|(?:drawn|sampled|chosen|selected|picked)\s(?:uniformly\s)?(?:at random|randomly))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DrawPattern();

    [GeneratedRegex(@"\b(?:than|against|versus|vs\.?|compared|relative to|over (?:the|a|all|previous|prior|existing)|outperform\w*|beats?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThanPattern();

    /// <summary>One outcome, and behind it that of something else.</summary>
    [GeneratedRegex(@"(?:\d\s?%|\d+ (?:of|out of) (?:the )?\d+|\b0?\.\d+)[^.;]{0,60}?(?:,|\(|\bwhile\b|\bagainst\b|\bversus\b|\bthan\b|\band\b)\s?(?:[\p{L}'-]+\s){0,5}(?:search|baseline|regression|prompt\w*|random|fine-tun\w*|model|vector|probe|encoder|heuristic|filter|method|chance|words|keyword\w*|humans?|means?|overlap|norm)\b[^.;]{0,40}\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SidePattern();

    /// <summary>What the same was tried with, or without, instead.</summary>
    [GeneratedRegex(@"\b(?:(?:with|for|by|of|using|from) (?:a |an |the )?(?:random|shuffled|untrained|plain|simple|ordinary|standard|other|control|baseline|original)\b|without (?:the |it|any |them)|no (?:filter|steering|edit|intervention|method|probe)\b|before\b[^.;]{0,60}\bafter\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AlternativePattern();

    /// <summary>An unfavourable outcome claims no advantage.</summary>
    [GeneratedRegex(@"\b(?:underperform\w*|worse|fails?|failed|lags?|behind|no better|disappoint\w*|falls? short|expect(?:ed|ations?)|harder|limited|less (?:useful|well|good|effective|reliable|accurate|practical|helpful|robust|suited)|(?:needs?|requires?) (?:an? )?(?:\w+ )?(?:engineers?|experts?|humans?|person|people|specialists?))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WorsePattern();

    [GeneratedRegex(@"(?<!\b(?:not?|never|hardly|any)\s)\b(?:worse|(?:less|fewer|weaker|lower|harder)\s(?!than\b)[^.;]{1,80}?)\s?\bthan\s(?<better>[^.;,]{1,60})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WorseThanPattern();

    [GeneratedRegex(@"\b(?:similarly|equally|as|no (?:more|less)|comparably)\s(?:\w+ly\s)?(?:effective\w*|good|well|strong\w*|useful\w*|reliabl[ey]|accurate\w*|often)\b|\bno (?:better|worse)\b|\bon par\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EqualPattern();

    [GeneratedRegex(@"\b(?:ours|our)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OursPattern();

    [GeneratedRegex(@"\d\s?%|\b0?\.\d+|\b\d+\s(?:of|out of)\s\d+|\b\d+(?:\.\d+)?\s?(?:(?:percentage )?points?\b|pp\b|x\b|times\b|-?fold\b)|\b(?:figure|fig\.|table|section|appendix)\s[\dA-Z]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FigurePattern();

    [GeneratedRegex(@"\b(?:higher|lower|fewer|more|less|worse|better|equal|similar|matche[sd]|comparable|on par|gain|improve\w*|we compare|compared)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutcomePattern();

    [GeneratedRegex(
        @"\b(?:no|not|never|without|lack(?:s|ing)?|did not|do not|does not|have not|has not|didn't|don't|leave|left|future)\b(?:\s[\w-]+){0,5}?\s(?:compar\w*|baselines?|benchmark\w*|alternatives?)\b|\bcomparisons?\b[^.]{0,60}\b(?:future work|left|not|would be)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotComparedPattern();
}
