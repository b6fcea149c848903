using System.Collections.Frozen;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// Reads how sure a statement sounds (specification 2.3 and 11). Plain assertion is the default; the strongest booster of a clause counts unless a hedge
/// scopes over it; a hedge inside a side clause, or in the complement of a booster, does not lower the statement; a negated booster is a hedge.
/// Where the word lists and the anchors of 2.3 differ ("might", "could", "preliminary", "we find"), the anchors decide.
/// </summary>
/// <param name="lexicons">Hedges and boosters.</param>
/// <param name="cues">Those of spoken English.</param>
/// <param name="readers">What readers of findings think, asked where no word of the lists decides; null for the lists alone.</param>
public sealed class CertaintyRater(LexiconSet lexicons, ClaimCues cues, CertaintyReader? readers = null)
{
    /// <summary>Readers who rate a finding lower than this (of 6) and doubt that it holds take it for tentative.</summary>
    private const double Doubtful = 3.4;

    /// <summary>Words before a booster that may negate it, in words.</summary>
    private const int NegationReach = 3;

    private static readonly FrozenSet<string> Negators = FrozenSet.ToFrozenSet(
        ["not", "no", "never", "cannot", "without", "hardly", "don't", "doesn't", "didn't", "can't", "isn't", "aren't", "won't", "far", "fails", "failed"]);

    /// <summary>Hedges of 2.3's lowest level although the list weighs them 1.</summary>
    private static readonly FrozenSet<string> Speculative = FrozenSet.ToFrozenSet(["might", "could", "might be able to", "could potentially", "can perhaps"]);

    /// <summary>Words of early or small results: tentative by 2.3, although the list weighs them 2.</summary>
    private static readonly FrozenSet<string> Tentative = FrozenSet.ToFrozenSet(
        ["preliminary", "very preliminary", "tentative", "tentatively", "early evidence", "initial evidence", "exploratory", "anecdotal", "anecdotally", "proof of concept"]);

    /// <summary>Words that hedge a number, or describe a thing, and not the statement.</summary>
    private static readonly FrozenSet<string> OfThings = FrozenSet.ToFrozenSet(
        ["toy", "rough", "about", "around", "approximately", "roughly", "nearly", "almost", "open question", "an open problem", "point to", "estimate", "relatively"]);

    /// <summary>Verbs that hedge only with a clause as object ("we propose that", not "we propose a method").</summary>
    private static readonly FrozenSet<string> NeedThat = FrozenSet.ToFrozenSet(["propose", "argue", "assume", "we assume", "conjecture", "indicate", "indicates"]);

    /// <summary>Verbs of closure: they assert much (strength 5), and emphatically, but are no oath on the truth.</summary>
    private static readonly FrozenSet<string> Closing = FrozenSet.ToFrozenSet(
        ["resolve", "resolves", "have resolved", "has resolved", "solve", "solves", "solved", "settle", "settles", "settled", "rule out", "rules out", "eliminate",
         "eliminates", "ensure", "ensures", "ensuring", "fully explain", "fully explains", "fully understand", "completely understand"]);

    /// <summary>Rates a statement.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="within">The statement; words before it in the same sentence are not looked at, except an <c>if</c> that a <c>would</c> depends on.</param>
    public Certainty Rate(string text, Span within)
    {
        var rated = Clauses.Carrying(text, within).Select(clause => RateClause(text, clause, within)).DefaultIfEmpty(Certainty.Plain).Max();
        return rated == Certainty.Plain && IsDoubted(within.Of(text)) ? Certainty.Tentative : rated;
    }

    private bool IsDoubted(string words) => readers is not null && readers.Score(words) < Doubtful && readers.Read(words, CertaintyAspect.Probability) is AspectCertainty.Uncertain;

    private Certainty RateClause(string text, Span clause, Span sentence)
    {
        var words = Words.In(text, clause);
        var hedges = Hits(text, clause, lexicons.Hedges, cues["hedge"]).Where(hit => Hedges(text, hit, words, sentence)).ToList();
        var negated = new List<LexiconHit>();
        var boosters = new List<LexiconHit>();
        foreach (var hit in Hits(text, clause, lexicons.Boosters, cues["booster"]))
        {
            if (hit.Term.Term is "find that" || hedges.Exists(hedge => hedge.Span.Overlaps(hit.Span))) continue;
            var before = words.Where(word => word.Span.End <= hit.Span.Start).TakeLast(NegationReach).Select(word => word.Lower).ToList();
            if (before.LastOrDefault() is "nearly" or "almost" or "virtually" or "practically" or "mostly") continue;
            if (before.Contains("yet")) continue;   // "has yet to show", "does not yet show": a plain denial, not doubt
            if (before.Exists(Negators.Contains)) negated.Add(hit);
            else boosters.Add(hit);
        }

        if (boosters.Count > 0 && !hedges.Exists(hedge => boosters.Exists(booster => ScopesOver(text, hedge, booster))))
            return boosters.Max(Level);
        var doubts = hedges.Select(Doubt).Concat(negated.Select(_ => Certainty.Tentative)).ToList();
        return doubts.Count > 0 ? doubts.Min() : Certainty.Plain;
    }

    private static IEnumerable<LexiconHit> Hits(string text, Span clause, Lexicon shared, Lexicon own)
    {
        var hits = shared.Find(text, clause).ToList();
        return hits.Concat(own.Find(text, clause).Where(hit => !hits.Exists(other => other.Span.Overlaps(hit.Span))));
    }

    /// <summary>A hedge scopes over what follows it; an adverb directly before the hedge ("strongly suggests") only colours the hedge.</summary>
    private static bool ScopesOver(string text, LexiconHit hedge, LexiconHit booster) =>
        hedge.Span.Start < booster.Span.Start
        || (booster.Term.Subcategory.StartsWith("adverb", StringComparison.Ordinal) && text.AsSpan(booster.Span.End, hedge.Span.Start - booster.Span.End).Trim().IsEmpty);

    private static Certainty Level(LexiconHit booster) =>
        booster.Term.Weight > 1 && !Closing.Contains(booster.Term.Term) ? Certainty.Absolute : Certainty.Emphatic;

    private static Certainty Doubt(LexiconHit hedge) =>
        Speculative.Contains(hedge.Term.Term) || (hedge.Term.Weight > 1 && !Tentative.Contains(hedge.Term.Term)) ? Certainty.Speculative : Certainty.Tentative;

    private static bool Hedges(string text, LexiconHit hit, List<Word> words, Span sentence)
    {
        var term = hit.Term.Term;
        if (OfThings.Contains(term)) return false;
        var next = words.Find(word => word.Span.Start >= hit.Span.End).Lower;
        if (NeedThat.Contains(term)) return next == "that";
        var before = words.Where(word => word.Span.End <= hit.Span.Start).Select(word => word.Lower).ToList();
        return term switch
        {
            // Past ability ("we showed that it could recover") and the consequence of a condition ("if ..., it would") are no doubt.
            "could" => !before.Exists(word => word is "demonstrated" or "showed" or "found" or "observed" or "proved") && next != "not",
            "would" => !DependsOnIf(text, sentence, hit.Span),
            "may" => next is null || !char.IsDigit(next[0]),   // the month
            _ => true,
        };
    }

    private static bool DependsOnIf(string text, Span sentence, Span hit)
    {
        var from = text.AsSpan(0, sentence.Start).LastIndexOfAny(".!?\n") + 1;
        return Words.In(text, new(from, hit.Start)).Exists(word => word.Lower is "if");
    }
}
