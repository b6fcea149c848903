using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>
/// Ranks candidate works for a text by more than the database's word score: neighbouring words of the text that stand near each other in the work, the sentence
/// that says most of it, and parts of words, so that "autoencoder" meets "auto-encoding". Pure: how rare something is follows from the candidates.
/// </summary>
/// <remarks>
/// The parts are added, as CombSUM does (Fox and Shaw 1994), to the word score over that of the best candidate. Nearness follows Metzler and Croft's unordered
/// windows (2005). The shares were set on the development part of SciFact.
/// </remarks>
internal static class WorkRanker
{
    private const double PairShare = 0.7, SentenceShare = 0.5, GramShare = 0.5, TitleGramShare = 0.4;

    /// <summary>A text of more telling words than this is a passage, not a question: every part of a word occurs somewhere in it, so such parts count less.</summary>
    private const int QuestionWords = 12;

    /// <summary>Ranks candidates, best first; equals stay in the database's order.</summary>
    /// <param name="asked">What works are looked for.</param>
    /// <param name="candidates">Works with the database's score, above 0, best first.</param>
    public static IReadOnlyList<(PriorWork Work, double Score)> Rank(AskedWords asked, IReadOnlyList<(PriorWork Work, double Score)> candidates)
    {
        if (candidates.Count == 0) return candidates;
        var matches = candidates.Select(candidate => asked.In(candidate.Work)).ToList();
        var terms = Rarity(matches, match => match.Terms, asked.Terms);
        var grams = Rarity(matches, match => match.Grams, asked.Grams);
        var pairs = asked.Pairs.Select(pair => terms[pair.First] + terms[pair.Second]).ToArray();
        var partShare = Math.Min(1, (double)QuestionWords / Math.Max(1, asked.Terms));
        var best = candidates[0].Score;
        return
        [
            .. matches.Select((match, i) => (candidates[i].Work, Score: (candidates[i].Score / best)
                    + (PairShare * Share(pairs, match.NearPairs))
                    + (SentenceShare * match.Sentences.Max(sentence => Share(terms, sentence)))
                    + (partShare * ((GramShare * Share(grams, match.Grams)) + (TitleGramShare * Share(grams, match.TitleGrams))))))
                .OrderByDescending(pair => pair.Score),
        ];
    }

    /// <summary>How rare each item is among the candidates: the weight of BM25 (Robertson and Zaragoza 2009), above 0.</summary>
    private static double[] Rarity(List<WorkMatch> matches, Func<WorkMatch, bool[]> found, int items)
    {
        var holders = new int[items];
        foreach (var match in matches)
        {
            var here = found(match);
            for (var i = 0; i < items; i++)
                if (here[i]) holders[i]++;
        }

        return [.. holders.Select(count => Math.Log(1 + ((matches.Count - count + 0.5) / (count + 0.5))))];
    }

    /// <summary>The weight of what was found, over the weight of all, 0 to 1.</summary>
    private static double Share(double[] weights, bool[] found)
    {
        double all = 0, there = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            all += weights[i];
            if (found[i]) there += weights[i];
        }

        return all > 0 ? there / all : 0;
    }
}
