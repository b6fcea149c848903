using HypeWatch.Lexicons;

namespace HypeWatch.Literature;

/// <summary>Which topics of the prior-work base a text is about, by the words that name them.</summary>
public static class TopicTags
{
    /// <summary>A longer text must name a topic this often: one passing mention makes no topic.</summary>
    private const int MentionsInLongText = 3;

    private const int LongText = 4000;

    private static readonly (string Tag, string Words)[] Vocabulary =
    [
        ("sae", "sparse autoencoder*|sparse auto-encoder*|sae|saes|transcoder*|crosscoder*"),
        ("dictionary-learning", "dictionary learning|sparse coding|sparse dictionar*|learned dictionar*"),
        ("neurons", "neuron|neurons|monosemantic*|polysemantic*"),
        ("superposition", "superposition"),
        ("circuits", "circuit|circuits|circuit discovery|circuit tracing|subgraph*"),
        ("attribution-graphs", "attribution graph*"),
        ("probing", "probe|probes|probing|linear classifier on activations"),
        ("steering", "steer|steers|steering|activation addition|steering vector*|clamp|clamping|activation engineering"),
        ("patching", "patching|causal tracing|interchange intervention*"),
        ("causal", "causal abstraction|causal intervention*|causal mediation|causal effect*|causally"),
        ("editing", "model editing|knowledge editing|edit facts|editing facts"),
        ("unlearning", "unlearning|unlearn"),
        ("erasure", "concept erasure|erasure"),
        ("saliency", "saliency|integrated gradients|grad-cam|heat map*|heatmap*"),
        ("attribution", "feature attribution|attribution method*"),
        ("attention", "attention head|attention heads|attention map*|attention weights|attention patterns"),
        ("autointerp", "automated interpretability|auto-interp*|autointerp*|automatically generated explanation*"),
        ("faithfulness", "faithful|faithfulness|unfaithful"),
        ("cot", "chain of thought|chain-of-thought|reasoning trace*"),
        ("lens", "logit lens|tuned lens"),
        ("visualisation", "feature visualisation|feature visualization|activation maximisation|activation maximization"),
        ("concepts", "concept activation vector*|concept bottleneck*|tcav"),
        ("truthfulness", "truthful|truthfulness|lie detect*|truth direction"),
        ("world-model", "world model*|board state"),
        ("anthropomorphism", "anthropomorphi*"),
        ("trojan", "trojan*|backdoor*"),
        ("auditing", "auditing game*|alignment audit*"),
        ("safety-application", "deception detection|detect deception|detecting deception|jailbreak detection"),
        ("unlearning", "remove knowledge"),
    ];

    private static readonly Lexicon Words = LexiconOf(Vocabulary);

    /// <summary>The topics of a text, the most often named first; in a long text only those that are named at least three times.</summary>
    public static IReadOnlyList<string> Of(string text) =>
    [
        .. Words.Find(text).CountBy(hit => hit.Term.Subcategory).Where(pair => pair.Value >= MentionsNeeded(text))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key),
    ];

    /// <summary>How often a text must name something to be about it.</summary>
    internal static int MentionsNeeded(string text) => text.Length >= LongText ? MentionsInLongText : 1;

    /// <summary>A lexicon of lists of words separated by <c>|</c>; a star at the end of a word stands for any ending.</summary>
    internal static Lexicon LexiconOf(IEnumerable<(string Tag, string Words)> vocabulary) =>
        new([.. from entry in vocabulary from word in entry.Words.Split('|') select new LexiconTerm(word.TrimEnd('*'), "topic", entry.Tag, 1, word.EndsWith('*'))]);
}
