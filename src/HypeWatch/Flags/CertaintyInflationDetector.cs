using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC02: a headline states a proposition at least two levels surer than the body does, or surer than its evidence licenses. Bodies that are surer about
/// something narrower are another proposition and no pair.
/// </summary>
public sealed partial class CertaintyInflationDetector(Taxonomy taxonomy, LexiconSet lexicons) : IFlagDetector
{
    /// <summary>Token-set similarity from which on two sentences say the same (specification 3, OC02).</summary>
    private const double SameProposition = 0.6;

    /// <summary>Share of the shorter sentence's words that the longer one has, where the tentative one speaks of "that suggests", "this suggests", "which suggests", "we think of this", "this may", "it may", "this might", "the pattern", "the result".</summary>
    private const double Covered = 0.5;

    private const int FewestLevels = 2;

    /// <summary>Words of the subject that a doubt shares with a headline at least.</summary>
    private const int FewestShared = 2;

    /// <summary>Boosters that say how much, not how sure.</summary>
    private static readonly string[] Amounts = ["substantially", "significantly", "dramatically", "vastly", "remarkably", "strikingly", "indeed", "of course", "in fact", "consistently", "strongly", "completely", "fully", "entirely", "wholly", "totally"];

    private static readonly string[] Anaphors = ["the pattern", "the result", "results are", "the effect", "the evidence", "this is", "these are", "the data", "the finding", "the behaviour", "the behavior", "it is"];

    /// <summary>Words of the subject that two sentences of a long work must share: everything in it is about related things.</summary>
    private const int FewestInLong = 3;

    /// <inheritdoc/>
    public string Code => "OC02";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        foreach (var headline in dossier.Claims.Where(claim => (claim.IsHeadline || claim.Place is Place.Promo or Place.Social) && dossier.IsContention(claim)))
        {
            var sure = Sureness.Of(headline, dossier.SentenceText(headline));
            if (sure < (headline.IsHeadline ? Certainty.Emphatic : Certainty.Absolute)) continue;
            // A theorem is certain inside its assumptions (W5), and bodies explain it in softer words.
            if (ProofPattern().IsMatch(headline.Quote) && dossier.Own.Sentences().Any(sentence => TheoremPattern().IsMatch(sentence.Text))) continue;
            if (OwnVoice.IsPlan(headline.Quote) || dossier.DocumentOf(headline).Document.Kind == DocumentKind.PriorWork) continue;
            var pair = Pair(dossier, headline, sure);
            if (pair is not null) yield return pair;
            else if (Doubted(dossier, headline, sure) is { } doubted) yield return doubted;
            else if (headline.IsHeadline && BeyondWarrant(dossier, headline) is { } finding) yield return finding;
        }
    }

    private static Finding? Pair(Dossier dossier, Claim headline, Certainty sure)
    {
        var home = dossier.DocumentOf(headline);
        var words = ContentWords.Of(headline.Normalised);
        var isLong = dossier.Own.IsLong();
        var same = from document in home.IsOwn ? dossier.Own : [home]
                   from claim in document.Claims
                   where !claim.IsHeadline && claim.Place is not (Place.RelatedWork or Place.Other) && !ElsewherePattern().IsMatch(DossierReading.SentenceOf(document, claim).Of(document.Version.Text))
                   where claim.Mode == AssertMode.Asserts && claim.Polarity == headline.Polarity && sure - claim.Certainty >= FewestLevels
                   where IsSame(words, claim) && (!isLong || IsSameInLong(words, ContentWords.Of(claim.Normalised)))
                   orderby claim.Certainty
                   select claim;
        if (same.FirstOrDefault() is not { } body) return null;
        var difference = sure - body.Certainty;
        return new(
            headline,
            $"The headline place says {DossierReading.Cite(headline.Quote)} ({sure.ToCode()}); the {body.Place.ToCode().Replace('_', ' ')} says {DossierReading.Cite(body.Quote)} ({body.Certainty.ToCode()}).",
            $"The headline may be {difference} levels surer than the text behind it.")
        {
            Pair = body, Gap = difference - 1, Quotes = [body.Quote("evidence")],
            Caps = headline.Asserter == body.Asserter ? [] : ["different_asserter"],
        };
    }

    /// <summary>
    /// A sentence elsewhere that leaves the headline's own proposition open: it is about most of what the headline says, or leans on a sentence that is. What
    /// is doubted about other models or cases leaves the headline alone.
    /// </summary>
    private static Finding? Doubted(Dossier dossier, Claim headline, Certainty sure)
    {
        if (!dossier.DocumentOf(headline).IsOwn) return null;
        var words = ContentWords.Of(headline.Normalised);
        var isLong = dossier.Own.IsLong();
        var home = dossier.SentenceOf(headline);
        var all = dossier.Works().Sentences().ToList();
        var doubts = new List<(Sentence Sentence, int Shared)>();
        for (var i = 0; i < all.Count; i++)
        {
            var (sentence, text) = (all[i], all[i].Text);
            if (sentence.Document.Version.Id == headline.Version && sentence.Passage.Span.Overlaps(home)) continue;
            var isWeakPlace = sentence.Passage.Place is Place.Discussion or Place.Limitations or Place.Conclusion;
            if (!isWeakPlace && (isLong || sentence.Passage.Place is not (Place.Results or Place.Body or Place.Appendix or Place.KeyResults))) continue;
            // An open question in the limitations is enough; softer words, and words elsewhere, must be about nearly all that the headline says.
            var isPlain = isWeakPlace && DoubtPattern().IsMatch(text);
            if (!isPlain && !DoubtPattern().IsMatch(text) && !SoftPattern().IsMatch(text)) continue;
            if (ElsewherePattern().IsMatch(text) || OthersPattern().IsMatch(text)) continue;
            var other = ContentWords.Of(text);
            var shared = DossierReading.SharedTopic(words, other);
            // "That suggests ...", "We think of this as preliminary": what it is about stands in the sentence before.
            if (AnaphorPattern().IsMatch(text) && i > 0 && all[i - 1].Document == sentence.Document && all[i - 1].Passage.Paragraph == sentence.Passage.Paragraph)
                shared = Math.Max(shared, DossierReading.SharedTopic(words, ContentWords.Of($"{all[i - 1].Text} {text}")));
            var whole = DossierReading.SharedTopic(words, words);
            var isSame = isLong ? IsSameInLong(words, other) : shared >= FewestShared && (isPlain ? shared * 2 >= whole - 1 : shared > FewestShared || shared == whole) && shared * 2 >= whole - 1;
            if (isSame) doubts.Add((sentence, shared));
        }

        if (doubts.Count == 0) return null;
        var doubt = doubts.MaxBy(entry => entry.Shared).Sentence;
        var difference = sure - Certainty.Tentative;
        return new(
            headline,
            $"The headline place says {DossierReading.Cite(headline.Quote)} ({sure.ToCode()}); the {doubt.Passage.Place.ToCode().Replace('_', ' ')} says {DossierReading.Cite(doubt.Text)}.",
            $"The headline may be {difference} levels surer than the text behind it.")
        {
            Gap = difference - 1, Quotes = [doubt.Quote("evidence")],
        };
    }

    /// <summary>A long work says many things in the same few words: half of what the shorter sentence is about must be in the other.</summary>
    private static bool IsSameInLong(IReadOnlySet<string> words, IReadOnlySet<string> other) =>
        DossierReading.SharedTopic(words, other) is var shared && shared >= FewestInLong
        && shared * 2 >= Math.Min(DossierReading.SharedTopic(words, words), DossierReading.SharedTopic(other, other));

    private static bool IsSame(IReadOnlySet<string> words, Claim body)
    {
        var other = ContentWords.Of(body.Normalised);
        if (ContentWords.Jaccard(words, other) >= SameProposition) return true;
        var shared = ContentWords.Shared(words, other);
        var shorter = Math.Min(words.Count, other.Count);
        var isAnaphoric = Anaphors.Any(start => body.Quote.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return shorter > 0 && (shared >= 2 || (shared == 1 && isAnaphoric && DossierReading.SharedTopic(words, other) == 1)) && ((double)shared / shorter >= Covered || isAnaphoric);
    }

    /// <summary>
    /// Surer than the evidence licenses. "We show that" is how the field reports a finding and not enough alone: it takes an absolute word, or an
    /// emphatic one that is no verb of showing.
    /// </summary>
    private Finding? BeyondWarrant(Dossier dossier, Claim headline)
    {
        if (dossier.Own.IsLong() || dossier.SupportOf(headline) is not { Warrant: { } warrant, Experiments: { Count: > 0 } experiments }) return null;
        var licensed = taxonomy.Licensed(warrant).Certainty;
        if (headline.Certainty <= licensed) return null;
        var boosters = lexicons.Boosters.Find(headline.Quote).Select(hit => hit.Term).ToList();
        if (!boosters.Exists(term => term.Weight >= 2 || (term.Subcategory is "adverb" or "adjective" or "phrase" && !Amounts.Contains(term.Term)))) return null;
        return new(
            headline,
            $"{DossierReading.Cite(headline.Quote)} sounds certain ({headline.Certainty.ToCode()}); the best evidence found, {DossierReading.Cite(experiments[0].Quote)}, is {warrant.ToCode()} and licenses {licensed.ToCode()}.")
        {
            Gap = Math.Max(0, headline.Certainty - licensed - 1), Quotes = [experiments[0].Quote()],
        };
    }

    [GeneratedRegex(@"\b(?:it is possible that|perhaps|may (?:mostly|only|merely|simply|well)|might (?:mostly|only|merely|be)|cannot (?:say|tell|rule out|decide)|it is (?:unclear|not clear|uncertain)|remains (?:unclear|open)|consistent with|speculat\w+|preliminary|suggests?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DoubtPattern();

    /// <summary>Softer words, which doubt a proposition only where they speak of most of it.</summary>
    [GeneratedRegex(@"\b(?:might|tentative\w*|hints?(?: at| that)?|seems? (?:possible|likely|to)|(?:it )?appears?(?: that| to)?|looks? as if|would (?:also )?fit|could (?:also |just as well )?(?:be|account|explain)|candidate|could not settle|in no position|lean towards|without being sure|not (?:yet )?(?:clear|settled|established|certain)|we do not know|working (?:picture|hypothesis))\b|\bwhether\b.{5,120}\bor\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SoftPattern();

    /// <summary>A doubt whether it holds for anything else.</summary>
    [GeneratedRegex(@"\b(?:other|larger|smaller|bigger|different|further|additional|new|unseen) (?:\w+ )?(?:models?|languages?|datasets?|tasks?|architectures?|domains?|families|sizes|settings|layers?)\b|\bgenerali[sz]\w*\b|\btransfers? to\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OthersPattern();

    [GeneratedRegex(@"^\W*(?:(?:but|so|yet|still|and|however),?\s)?(?:that|this|these|those|it|which|we think of (?:this|it|that)|our (?:reading|interpretation))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnaphorPattern();

    /// <summary>Softness about something else: what others found, or what should be done next.</summary>
    [GeneratedRegex(@"\bet al\b|\[\d{1,3}[\],]|\((?:19|20)\d\d\)|\b(?:prior|previous|earlier|recent|related|concurrent) (?:\w+ )?(?:work|works|studies|research|papers|findings|evidence)\b|\bsuggest\w*\s(?:\w+\s){0,4}?(?:directions?|avenues?|future|next steps?|opportunit\w+|the need|extensions?|improvements?)\b|\b(?:future|further) (?:work|research|studies)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ElsewherePattern();

    [GeneratedRegex(@"\b(?:prove[sdn]?|proofs?|theorems?|guarantees?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProofPattern();

    [GeneratedRegex(@"\b(?:theorem|lemma|proposition|corollary)s?\s\d|\bproof of (?:the )?(?:theorem|lemma)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TheoremPattern();
}
