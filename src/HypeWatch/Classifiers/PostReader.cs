using System.Globalization;
using HypeWatch.Lexicons;

namespace HypeWatch.Classifiers;

/// <summary>What a short post has to do with science.</summary>
public enum PostTrait
{
    /// <summary>It makes a claim that science could check.</summary>
    Claim,
    /// <summary>It points to research.</summary>
    Reference,
    /// <summary>It speaks of how research is done, or of those who do it.</summary>
    Context,
    /// <summary>Any of these.</summary>
    Science,
}

/// <summary>
/// Reads short posts: few words, a link, and no sentence to speak of. Beside the words of <see cref="SentenceFeatures"/> it looks at where the links go, at
/// words of studies, subjects and effects (<c>post_cues.tsv</c>), at their meeting, and at what <see cref="RelationReader"/> and <see cref="CheckWorthiness"/> say.
/// The four classes are those of Hafid et al., "SciTweets" (CIKM 2022).
/// </summary>
public sealed class PostReader
{
    /// <summary>From this probability on a post counts as having a trait: each is rarer than its absence.</summary>
    public const double Threshold = 0.4;
    private const float CueValue = 2;
    private const float PairValue = 0.7f;
    private const int ShortPost = 60;
    private const double FactValue = 0.6;
    private const double DisputeValue = 0.5;
    private const double OfficeValue = 0.3;
    private const double BulletinValue = 0.2;
    private const double ReportValue = 0.15;
    private const double AddressValue = 0.25;
    private const double WordValue = 0.02;
    private const int MostWords = 45;

    private static readonly string[] LinkClasses = ["paper", "news", "slug", "social"];
    private static readonly string[] WordClasses = ["study", "subject", "effect", "self"];

    private readonly ClassifierSet models;
    private readonly SentenceFeatures features;
    private readonly RelationReader relations;
    private readonly Dictionary<string, Lexicon> words;
    private readonly Dictionary<string, string[]> links;

    /// <summary>Makes a reader.</summary>
    /// <exception cref="FormatException">The list of cues is malformed; the message names the line.</exception>
    public PostReader(ClassifierSet models, SentenceFeatures features, RelationReader relations)
    {
        (this.models, this.features, this.relations) = (models, features, relations);
        using var stream = typeof(PostReader).Assembly.GetManifestResourceStream("post_cues.tsv")!;
        using var reader = new StreamReader(stream);
        var groups = Lexicon.Parse("post_cues", reader).Terms.GroupBy(term => term.Category).ToList();
        words = groups.Where(group => !LinkClasses.Contains(group.Key)).ToDictionary(group => group.Key, group => new Lexicon([.. group]));
        links = groups.Where(group => LinkClasses.Contains(group.Key)).ToDictionary(group => group.Key, group => group.Select(term => term.Term).ToArray());
    }

    /// <summary>Name of the model of a trait; its second label says that the post has it.</summary>
    public static string NameOf(PostTrait trait) => $"post-{trait}";

    /// <summary>The probability that a post has a trait.</summary>
    /// <param name="text">The post.</param>
    /// <param name="urls">Where its links lead.</param>
    /// <param name="trait">The trait.</param>
    public double Probability(string text, IReadOnlyList<string> urls, PostTrait trait) => models[NameOf(trait)].Probabilities(Describe(text, urls))[1];

    /// <summary>
    /// How much a post states that should be checked, for an order of posts: its facts, more when they are disputed, concern an office or are reported by
    /// somebody, less when they are a routine bulletin or talk to the readers.
    /// </summary>
    public double CheckWorthiness(string text)
    {
        var said = Plain(text);
        int Count(string kind, int most) => words[kind].Find(said).Take(most).Count();
        return (FactValue * Classifiers.CheckWorthiness.Score(said)) + (DisputeValue * Count("dispute", 4)) + (OfficeValue * Count("office", 3)) + (ReportValue * Count("report", 6))
            - (BulletinValue * Count("bulletin", 4)) - (AddressValue * Count("address", 4)) + (WordValue * Math.Min(said.Count(c => c == ' ') + 1, MostWords));
    }

    /// <summary>What the models see of a post.</summary>
    internal FeatureVector Describe(string text, IReadOnlyList<string> urls)
    {
        var described = features.Unscaled(new(text));
        var cues = Cues(text, urls);
        foreach (var cue in cues) described.Add(["cue", cue], CueValue);
        for (var i = 0; i < cues.Count; i++)
            for (var j = i + 1; j < cues.Count; j++) described.Add(["cues", cues[i], cues[j]], PairValue);
        return described.Normalised();
    }

    private List<string> Cues(string text, IReadOnlyList<string> urls)
    {
        var cues = new List<string>();
        var classes = urls.Select(url => LinkClasses.Where(kind => links[kind].Any(part => url.Contains(part, StringComparison.OrdinalIgnoreCase))).ToList()).ToList();
        cues.AddRange(LinkClasses.Where(kind => classes.Exists(kinds => kinds.Contains(kind))));
        if (urls.Count == 0) cues.Add("no link");
        else if (classes.Exists(kinds => kinds.Count == 0)) cues.Add("other link");
        if (classes.Exists(kinds => kinds.Exists(kind => kind != "social"))) cues.Add("science link");

        var said = Plain(text);
        foreach (var kind in WordClasses)
        {
            var count = words[kind].Find(said).Take(2).Count();
            if (count > 0) cues.Add(kind);
            if (count > 1) cues.Add(kind + " twice");
        }

        cues.Add("relation " + relations.Read(said));
        cues.Add(string.Create(CultureInfo.InvariantCulture, $"facts {Math.Clamp(Math.Round(Classifiers.CheckWorthiness.Score(said)), -3, 2)}"));
        if (said.Contains('?', StringComparison.Ordinal)) cues.Add("question");
        if (said.Length < ShortPost) cues.Add("short");
        return cues;
    }

    /// <summary>The post without addresses and mentions, and its tags as words.</summary>
    internal static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => !word.Contains("://", StringComparison.Ordinal) && word[0] != '@').Select(word => word.TrimStart('#')));
}
