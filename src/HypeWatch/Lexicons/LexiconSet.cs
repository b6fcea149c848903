namespace HypeWatch.Lexicons;

/// <summary>The ten word lists of the project, read from the files in <c>Lexicons/Terms</c>. Candidates and scores only, never decisive alone.</summary>
public sealed class LexiconSet
{
    private readonly Dictionary<string, Lexicon> byName = [];
    private readonly TermAutomaton automaton;

    /// <summary>Reads all lists.</summary>
    /// <exception cref="FormatException">A list is malformed.</exception>
    /// <param name="actors">A user's list of actors; null for the built-in one alone.</param>
    public LexiconSet(string? actors = null)
    {
        Actors = ActorList.Load(actors);
        string[] names = ["baseline_cues", "boosters", "causal_verbs", "evidence_pointers", "hedges", "hype_words", "limitation_cues", "novelty_phrases", "safety_and_mental_verbs", "scope_quantifiers"];
        var lists = Array.ConvertAll(names, name =>
        {
            using var stream = typeof(LexiconSet).Assembly.GetManifestResourceStream($"lexicons/{name}.tsv")!;
            using var reader = new StreamReader(stream);
            return Lexicon.ParseTerms(name, reader);
        });
        automaton = new(lists);
        All = [.. lists.Select((terms, i) => new Lexicon(terms, automaton, (byte)i))];
        for (var i = 0; i < names.Length; i++) byName[names[i]] = All[i];
    }

    /// <summary>All lists, in the order of their names.</summary>
    public IReadOnlyList<Lexicon> All { get; }

    /// <summary>A screen of texts by all lists at once.</summary>
    public ScreenedText Screen() => new(automaton, All.Count);

    /// <summary>Organisations, and the persons who speak in public.</summary>
    public ActorList Actors { get; }

    /// <summary>Comparisons, baselines, benchmarks, nulls.</summary>
    public Lexicon Baselines => byName["baseline_cues"];
    /// <summary>Words that raise certainty.</summary>
    public Lexicon Boosters => byName["boosters"];
    /// <summary>Causal wording in reader classes.</summary>
    public Lexicon CausalVerbs => byName["causal_verbs"];
    /// <summary>Words that point to evidence.</summary>
    public Lexicon EvidencePointers => byName["evidence_pointers"];
    /// <summary>Words that lower certainty.</summary>
    public Lexicon Hedges => byName["hedges"];
    /// <summary>Words of hype; meaningful as density against the genre only.</summary>
    public Lexicon HypeWords => byName["hype_words"];
    /// <summary>Headings and phrases of limitations.</summary>
    public Lexicon LimitationCues => byName["limitation_cues"];
    /// <summary>Claims of priority.</summary>
    public Lexicon NoveltyPhrases => byName["novelty_phrases"];
    /// <summary>Safety words and verbs of mental states.</summary>
    public Lexicon SafetyAndMentalVerbs => byName["safety_and_mental_verbs"];
    /// <summary>Words that broaden or narrow scope, and model names.</summary>
    public Lexicon ScopeQuantifiers => byName["scope_quantifiers"];
}
