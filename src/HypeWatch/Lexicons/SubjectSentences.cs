using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Lexicons;

/// <summary>
/// The sentences of a text that bear on its subject: those that use a word of the field, speak in the first person, point to a table or figure, or hang together with such a sentence by shared content words or by a
/// pronoun. What stands in the text beside them (directions, greetings, advertisements) neither claims anything about the subject nor makes the text longer.
/// </summary>
public static partial class SubjectSentences
{
    private static readonly FrozenSet<string> Field =
        """
        model models feature features neuron neurons neural network networks autoencoder autoencoders sparse latent latents sae saes transcoder transcoders crosscoder dictionary dictionaries interpretable
        interpretability transformer transformers language activation activations layer layers head heads attention circuit circuits probe probes probing steering steer patching ablation ablate ablated token tokens
        prompt prompts embedding embeddings representation representations represent mechanism mechanisms mechanistic explanation explanations explain concept concepts benchmark benchmarks training trained train
        accuracy dataset datasets algorithm algorithms classifier classifiers detector detect detection monitor monitoring chatbot chatbots assistant assistants machine machines ai artificial intelligence llm llms gpt
        computer computers safety safe alignment deception deceive deceptive lie lies lying honesty honest hallucination hallucinations jailbreak refusal refuse reasoning thought thoughts think thinks mind minds brain brains
        black box transparent transparency audit auditing regulator regulators weights parameter parameters vector vectors logit logits residual gradient neuron unit units baseline baselines
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(ContentWords.StemOf).OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The passages that bear on the subject, by version and index; all, where no sentence does so.</summary>
    /// <param name="versions">The texts, read as one.</param>
    public static IReadOnlySet<(VersionId Version, int Index)> Of(IEnumerable<DocumentVersion> versions)
    {
        List<(DocumentVersion Version, Passage Passage)> all = [.. versions.SelectMany(version => version.Passages.Select(passage => (version, passage)))];
        var parent = Enumerable.Range(0, all.Count).ToArray();
        var holder = new Dictionary<string, int>(StringComparer.Ordinal);
        var isAnchor = new bool[all.Count];
        var texts = all.ConvertAll(item => item.Version.TextOf(item.Passage));
        foreach (var (i, stems) in ContentWords.OfEach(texts).Index())
        {
            var text = texts[i];
            if (all[i].Passage.Index > 0 && BackPattern().IsMatch(text)) Join(i, i - 1);
            isAnchor[i] = OwnPattern().IsMatch(text);
            foreach (var word in stems)
            {
                isAnchor[i] |= Field.Contains(word);
                if (!holder.TryAdd(word, i)) Join(i, holder[word]);
            }
        }

        var anchored = Enumerable.Range(0, all.Count).Where(i => isAnchor[i]).Select(Root).ToHashSet();
        return Enumerable.Range(0, all.Count).Where(i => anchored.Count == 0 || anchored.Contains(Root(i))).Select(i => (all[i].Version.Id, all[i].Passage.Index)).ToHashSet();

        int Root(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }

        void Join(int a, int b) => parent[Root(a)] = Root(b);
    }

    /// <summary>Whether texts have at most so many sentences that bear on their subject; texts of more than twice as many sentences are taken for longer without a look.</summary>
    /// <param name="versions">The texts, read as one.</param>
    /// <param name="most">The number.</param>
    public static bool AreAtMost(IEnumerable<DocumentVersion> versions, int most)
    {
        var texts = versions.ToList();
        var all = texts.Sum(version => version.Passages.Count);
        // Where all sentences are few nothing need be left out, and where they are far too many that would not help.
        return all <= most || (all <= 2 * most && Of(texts).Count <= most);
    }

    [GeneratedRegex(@"\b(?:[Ww]e|[Oo]urs?|us|I|[Mm]y|(?:[Tt]able|[Ff]igure|[Ff]ig\.|[Ss]ection|[Aa]ppendix)\s[\dA-Z])\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnPattern();

    /// <summary>A sentence that leans on the one before it.</summary>
    [GeneratedRegex(@"^\W*(?:(?:but|so|yet|and|or|still|however|moreover|thus|hence),?\s)?(?:it|its|they|their|them|this|these|those|that|such|both|each|all|none|neither|most|some|one|another|the (?:other|same|rest|first|second|former|latter))\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex BackPattern();
}
