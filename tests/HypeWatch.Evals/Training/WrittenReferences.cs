namespace HypeWatch.Evals.Training;

/// <summary>
/// References in the styles in which machine-learning papers print them, put together from words of our own: the published set has few preprints, few
/// conference papers of this century and few entries with the title first.
/// </summary>
internal static class WrittenReferences
{
    private static readonly string[] Given =
    [
        "Ada", "Bo", "Cy", "Dana", "Emil", "Femi", "Greta", "Hui", "Ines", "Jun", "Kim", "Lo", "Mira", "Noor", "Olu", "Per", "Quinn", "Rosa", "Sami", "Tove", "Uma", "Vito", "Wen", "Xin", "Yuki", "Zoe",
        "Jean-Luc", "Maria", "Aleksander", "Xiaoyu", "Shreya", "Mohammed", "Anna", "Chris", "Neel", "Yonatan",
    ];

    private static readonly string[] Family =
    [
        "Ruiz", "Chen", "Okafor", "Marsh", "Oduya", "Lindqvist", "Holt", "Novak", "Tanaka", "Iyer", "Berg", "van der Meer", "de Souza", "O'Neil", "Kowalski", "Haddad", "Park", "Nguyen", "Silva", "Fischer",
        "Moreau", "Rossi", "Petrov", "Adeyemi", "Yamada", "Zhou", "Wu", "Li", "Smith-Jones", "El Amrani", "Kaya", "Larsen", "Dubois", "Garcia", "Ahmed", "Kim",
    ];

    private static readonly string[] Nouns =
    [
        "circuits", "features", "probes", "sparse codes", "ponds", "transformers", "attention heads", "language models", "neurons", "dictionaries", "otters", "gradients", "world models", "induction heads",
        "activations", "steering vectors", "saliency maps", "concepts", "truthfulness", "refusal", "superposition", "loops", "polysemanticity", "in-context learning", "knowledge editing", "GPT-2", "BERT",
    ];

    private static readonly string[] Openings =
    [
        "Towards understanding", "On", "A survey of", "Scaling", "Discovering", "Rethinking", "The geometry of", "Finding", "Do we need", "Measuring", "Interpreting", "What is inside", "Causal tests of", "Toy models of", "Editing",
        "Localizing", "Are", "Learning", "Attention and", "Why do we trust", "Which", "How do we read", "Can we trust", "When do we need",
    ];

    private static readonly string[] Asking = ["Do ", "What ", "Why ", "Which ", "How ", "Can ", "Are ", "When "];

    private static readonly string[] Tails =
    [
        "", "", "", " in small models", ", revisited", ": a case study", ": Evidence from toy tasks", " with linear probes", ", and where to find them", " at scale", ": methods, limits, and open problems", " (and why it matters)", " via causal tracing",
    ];

    private static readonly string[] Venues =
    [
        "Advances in Neural Information Processing Systems", "International Conference on Learning Representations", "Proceedings of the 2023 Conference on Empirical Methods in Natural Language Processing", "NeurIPS", "ICML", "ICLR",
        "Transactions on Machine Learning Research", "Journal of Machine Learning Research", "Proceedings of the National Academy of Sciences", "Transformer Circuits Thread", "Toy Models Workshop", "Distill", "Alignment Forum",
        "Proceedings of the 37th International Conference on Machine Learning", "BlackboxNLP Workshop", "Nature", "The Eleventh International Conference on Learning Representations",
    ];

    /// <summary>So many references, the same for each seed.</summary>
    public static IEnumerable<LabelledReference> Make(int count, int seed = 7) => Parts(count, seed).Select(parts => LabelledReference.Of(string.Join(' ', parts.Select(part => part.Text)), parts));

    /// <summary>The same as fields with their words.</summary>
    public static IEnumerable<List<(string Field, string Text)>> Parts(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return Style(random, i % 10);
        }
    }

    private static List<(string Field, string Text)> Style(Random random, int style)
    {
        string Pick(string[] from) => from[random.Next(from.Length)];
        var people = Enumerable.Range(0, random.Next(1, 6)).Select(_ => (Given: Pick(Given), Family: Pick(Family))).ToList();
        var title = $"{Pick(Openings)} {Pick(Nouns)}{Pick(Tails)}";
        if (random.Next(4) == 0) title = char.ToUpperInvariant(Pick(Nouns)[0]) + title[1..];
        if (random.Next(3) == 0) title = string.Join(' ', title.Split(' ').Select(word => word.Length > 3 ? char.ToUpperInvariant(word[0]) + word[1..] : word));
        var ends = Array.Exists(Asking, word => title.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? "?" : ".";
        var year = random.Next(1998, 2026) + (random.Next(6) == 0 ? "a" : "");
        var id = $"{random.Next(15, 26)}{random.Next(1, 13):00}.{random.Next(10000, 99999)}";
        var venue = Pick(Venues);
        var pages = random.Next(2) == 0 ? $"pages {random.Next(1, 900)}\u2013{random.Next(900, 1800)}," : $"{random.Next(1, 40)}({random.Next(1, 12)}):{random.Next(1, 90)}-{random.Next(90, 300)},";
        var full = Joined(people.ConvertAll(person => $"{person.Given} {person.Family}"), "and");
        var turned = Joined(people.ConvertAll(person => $"{person.Family}, {person.Given[0]}."), random.Next(2) == 0 ? "and" : "&");
        var short_ = Joined(people.ConvertAll(person => $"{person.Given[0]}. {person.Family}"), "and");
        if (random.Next(6) == 0) (full, turned, short_) = (full.Split(" and ")[0] + ", et al", turned.Split(" and ")[0] + ", et al.", short_.Split(" and ")[0] + ", et al");
        return style switch
        {
            0 => [("author", full + "."), ("title", title + ends), ("container-title", "arXiv preprint"), ("note", $"arXiv:{id},"), ("date", year + ".")],
            1 => [("author", full + "."), ("title", title + ends), ("container-title", "In " + venue + ","), ("volume", pages), ("date", year + ".")],
            2 => [("author", turned), ("title", title + ends), ("container-title", venue + ","), ("volume", pages), ("date", year + ".")],
            3 => [("author", turned), ("date", $"({year})."), ("title", title + ends), ("journal", venue + "."), ("url", $"https://example.org/{id}")],
            4 => [("author", full + "."), ("date", year + "."), ("title", title + ends), ("container-title", "In " + venue + ","), ("volume", pages.TrimEnd(',') + ".")],
            5 => [("title", title + ends), ("author", full + "."), ("container-title", venue + ","), ("date", year + ".")],
            6 => [("author", short_ + ","), ("title", $"\u201c{title},\u201d"), ("container-title", venue + ","), ("volume", pages), ("date", year + ".")],
            7 => [("author", full + "."), ("title", title + ends), ("journal", venue + ","), ("date", year + "."), ("note", "URL"), ("url", $"https://example.org/{id}.")],
            8 => [("author", short_ + "."), ("title", title + ends), ("journal", venue + ","), ("date", year + ".")],
            _ => [("title", title + ends), ("author", full + ","), ("date", year + "."), ("journal", venue + "."), ("doi", $"DOI: 10.1234/{id}")],
        };
    }

    private static string Joined(List<string> names, string and) => names.Count switch
    {
        1 => names[0],
        2 => $"{names[0]} {and} {names[1]}",
        _ => string.Join(", ", names.SkipLast(1)) + $", {and} {names[^1]}",
    };
}
