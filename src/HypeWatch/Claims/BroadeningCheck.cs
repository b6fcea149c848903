using HypeWatch.Lexicons;

namespace HypeWatch.Claims;

/// <summary>
/// Whether a rewording says more than the quote (specification 6, X3): it lost a quantifier, a name of a model, a condition, a hedge, a negation or a number, or
/// gained a universal, a booster, a causal verb or a number. Compares word lists only; when in doubt the quote itself is kept, which is never wrong.
/// </summary>
/// <param name="lexicons">The word lists.</param>
internal sealed class BroadeningCheck(LexiconSet lexicons)
{
    private static readonly Lexicon Negations = new(
        [.. new[] { "not", "no", "none", "never", "neither", "nor", "cannot", "without", "fail*", "n't", "nothing", "hardly", "unable", "lack*" }
            .Select(term => new LexiconTerm(term.TrimEnd('*'), "negation", "", 1, term.EndsWith('*')))]);

    /// <summary>Compares.</summary>
    public bool IsBroader(string normalised, string quote)
    {
        var scopeSaid = Terms(lexicons.ScopeQuantifiers, quote);
        var scopeNow = Terms(lexicons.ScopeQuantifiers, normalised);
        return scopeSaid.Where(term => term.Category != "scope_broad").Except(scopeNow).Any()
            || scopeNow.Where(term => term.Category == "scope_broad").Except(scopeSaid).Any()
            || Weight(lexicons.Hedges, normalised) < Weight(lexicons.Hedges, quote)
            || Terms(lexicons.Hedges, quote).Where(IsCondition).Except(Terms(lexicons.Hedges, normalised)).Any()
            || Weight(lexicons.Boosters, normalised) > Weight(lexicons.Boosters, quote)
            || Strongest(lexicons.CausalVerbs, normalised) > Strongest(lexicons.CausalVerbs, quote)
            || CountNegations(normalised) != CountNegations(quote)
            || !Numbers(normalised).SetEquals(Numbers(quote));
    }

    private static bool IsCondition(LexiconTerm term) => term.Subcategory == "condition";

    private static HashSet<LexiconTerm> Terms(Lexicon lexicon, string text) => [.. lexicon.Find(text).Select(hit => hit.Term)];

    private static int Weight(Lexicon lexicon, string text) => lexicon.Find(text).Sum(hit => hit.Term.Weight);

    private static int Strongest(Lexicon lexicon, string text) => lexicon.Find(text).Select(hit => hit.Term.Weight).DefaultIfEmpty(0).Max();

    // "doesn't" is one word to the lexicon, and its ending is what negates.
    private static int CountNegations(string text) =>
        Negations.Find(text.Replace("n't", " n't", StringComparison.OrdinalIgnoreCase).Replace("n\u2019t", " n't", StringComparison.OrdinalIgnoreCase)).Count();

    private static HashSet<string> Numbers(string text)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsDigit(text[i])) continue;
            var end = i + 1;
            while (end < text.Length && (char.IsDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1])))) end++;
            numbers.Add(text[i..end]);
            i = end;
        }

        return numbers;
    }
}
