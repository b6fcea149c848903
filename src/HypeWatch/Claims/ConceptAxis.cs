using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>The concept axis: K0 one concept, K1 picked concepts, K2 a random sample, K3 the class, K4 all that the model thinks or computes.</summary>
internal sealed partial class ConceptAxis(Lexicon quantifiers)
{
    private static readonly FrozenSet<string> Singular = FrozenSet.ToFrozenSet(["feature", "latent", "neuron", "circuit", "concept", "direction", "head", "unit"]);

    private static readonly FrozenSet<string> Plural = FrozenSet.ToFrozenSet(
        ["features", "latents", "neurons", "circuits", "concepts", "directions", "heads", "units", "representations", "mechanisms", "autoencoders", "saes", "probes", "explanations"]);

    /// <summary>Features of texts or people, which no model holds inside.</summary>
    private static readonly FrozenSet<string> OfInputs = FrozenSet.ToFrozenSet(
        ["surface", "input", "acoustic", "hand-crafted", "handcrafted", "hand-made", "demographic", "stylistic", "syntactic", "lexical", "textual", "product", "safety", "common", "key", "new"]);

    /// <summary>Reads the axis; the broadest mention counts.</summary>
    public AxisReading Read(string text, Span within, List<Word> words)
    {
        if (AllComputation().IsMatch(text.AsSpan(within.Start, within.Length))) return new(4, false);
        AxisReading? broadest = null;
        void Take(int level, bool isBare)
        {
            if (broadest is not { } so || level > so.Level || (level == so.Level && !isBare && !so.IsBare)) broadest = new(level, isBare);
        }

        foreach (var hit in quantifiers.Find(text, within))
        {
            // The nouns below decide about "features are" and the like by their determiner.
            if (hit.Term.Subcategory.StartsWith("concept_K", StringComparison.Ordinal) && hit.Term.Subcategory[^1] is not '3') Take(hit.Term.Subcategory[^1] - '0', false);
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Lower is "features" && i > 0 && OfInputs.Contains(words[i - 1].Lower)) continue;
            if (Plural.Contains(words[i].Lower)) OfPlural(Determiners.Of(text, words, i), words[i].Lower, Take);
            else if (Singular.Contains(words[i].Lower) && Determiners.Of(text, words, i) == Determiner.One) Take(0, false);
        }

        return broadest ?? default;
    }

    private static void OfPlural(Determiner determiner, string noun, Action<int, bool> take)
    {
        var isTool = noun is "autoencoders" or "saes" or "probes" or "explanations";
        if (isTool && determiner != Determiner.Bare) return;
        switch (determiner)
        {
            case Determiner.Bare: take(3, true); break;
            case Determiner.Sampled: take(2, false); break;
            case Determiner.Few or Determiner.One: take(1, false); break;
            default: take(3, false); break;
        }
    }

    [GeneratedRegex(
        @"\b(everything|all)( that)? (\w+ )?(\w+ )?(model|models|AI|network|networks|LLM|LLMs)( is| are)? (thinks?|thinking|knows?|computes?|computing|does|do|learned|learns?)\b|\b(all|entire|whole) (of )?(the |its |their )?(computations?|cognition|reasoning)\b|\bwhat (the |a |an )?(model|models|AI|network|networks|LLM|LLMs|neural networks|language models)('s| is| are)? (thinks?|thinking|believes?|knows?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AllComputation();
}
