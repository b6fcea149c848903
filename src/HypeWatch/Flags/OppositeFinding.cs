using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// A short source that found the opposite without a word of denial: the comparison came out the other way round, what was early is late, what rose falls,
/// or a search ends with none.
/// </summary>
internal static partial class OppositeFinding
{
    private const int ShortSource = 20, SameTopic = 2;

    /// <summary>Words that exclude each other when they are said of the same thing.</summary>
    private static readonly (Regex A, Regex B)[] Opposites =
    [
        (Early(), Late()), (Rises(), Falls()), (Robust(), Fragile()), (Universal(), Few()), (Alike(), Unlike()),
    ];

    public static Contradiction? Find(string sentence, DossierDocument source)
    {
        if (!SubjectSentences.AreAtMost([source.Version], ShortSource)) return null;
        var sentences = new[] { source }.Sentences().ToList();
        return Turned(sentence, sentences) ?? Opposed(sentence, sentences) ?? Nothing(sentence, sentences);
    }

    /// <summary>A is said to beat B, and the source has B ahead of A.</summary>
    private static Contradiction? Turned(string sentence, List<Sentence> sentences)
    {
        if (Sides(sentence) is not var (ahead, behind) || sentences.Exists(other => Sides(other.Text) is var (a, b) && Meets(a, ahead, behind) && Meets(b, behind, ahead))) return null;
        foreach (var other in sentences)
            if (Sides(other.Text) is var (a, b) && Meets(b, ahead, behind) && (Meets(a, behind, ahead) || Simple().IsMatch(sentence)))
                return new("it has them the other way round.", other.Quote("evidence"));
        return null;
    }

    private static Contradiction? Opposed(string sentence, List<Sentence> sentences)
    {
        var words = ContentWords.Of(sentence);
        foreach (var (a, b) in Opposites)
        {
            foreach (var (said, opposite) in new[] { (a, b), (b, a) })
            {
                if (!said.IsMatch(sentence) || opposite.IsMatch(sentence)) continue;
                var about = sentences.Where(other => DossierReading.SharedTopic(words, ContentWords.Of(other.Text)) >= SameTopic).ToList();
                if (about.Exists(other => said.IsMatch(other.Text))) continue;
                if (about.Find(other => opposite.IsMatch(other.Text)) is { Passage: not null } found) return new("it reports the opposite.", found.Quote("evidence"));
            }
        }

        return null;
    }

    /// <summary>What was found is said to be what was searched, and nothing was left of it.</summary>
    private static Contradiction? Nothing(string sentence, List<Sentence> sentences)
    {
        if (!Found().IsMatch(sentence) || Negated().IsMatch(sentence)) return null;
        var words = ContentWords.Of(sentence);
        for (var i = 1; i < sentences.Count; i++)
            if (None().IsMatch(sentences[i].Text) && !None().IsMatch(sentence) && DossierReading.SharedTopic(words, ContentWords.Of(sentences[i - 1].Text)) >= SameTopic)
                return new("it ends with none.", sentences[i].Quote("evidence"));
        return null;
    }

    private static (IReadOnlySet<string> Ahead, IReadOnlySet<string> Behind)? Sides(string text)
    {
        var match = Ahead().Match(text);
        if (!match.Success || Negated().IsMatch(text)) return null;
        return (ContentWords.Of(text[..match.Index]), ContentWords.Of(text[(match.Index + match.Length)..]));
    }

    /// <summary>Whether a side shares a word with one party that the other party lacks.</summary>
    private static bool Meets(IReadOnlySet<string> side, IReadOnlySet<string> party, IReadOnlySet<string> other) =>
        side.Any(word => party.Contains(word) && !other.Contains(word));

    [GeneratedRegex(@"\b(?:beats?|outperform\w*|surpass\w*|exceeds?|better than|superior to|ahead of|wins? against|more \w+ than|higher \w* ?than|stronger than)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(?:not|no|never|neither|nor|none|nothing|fails? to|cannot|rather than)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Negated();

    /// <summary>A class of baselines: whichever the source names is one of them.</summary>
    [GeneratedRegex(@"\b(?:simple|simpler|standard|all|every|any|the|other) (?:\w+ )?(?:baselines?|methods?|alternatives?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Simple();

    [GeneratedRegex(@"\b(?:found|finds?|discover\w*|identif\w*|locat\w*|uncover\w*|isolat\w*|detect\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Found();

    [GeneratedRegex(@"\b(?:none|nothing) (?:\w+ )?(?:remain\w*|surviv\w*|left|pass\w*|holds?|held|replicat\w*|was|were|is|are)\b|\bno (?:\w+ ){1,3}(?:remain\w*|surviv\w*|was found|were found)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex None();

    [GeneratedRegex(@"\b(?:early|first (?:few|layers|steps|fifth|tenth|quarter)|at the (?:start|beginning|outset)|from the (?:start|beginning|outset))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Early();

    [GeneratedRegex(@"\b(?:late|later|last|final|at the end|towards? the end)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Late();

    [GeneratedRegex(@"\b(?:increas\w+|rises?|rose|rais\w+|improv\w+|grows?|grew|boost\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rises();

    [GeneratedRegex(@"\b(?:decreas\w+|falls?|fell|declin\w+|drop\w*|reduc\w+|worsen\w*|lower(?:s|ed|ing))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Falls();

    [GeneratedRegex(@"\b(?:robust\w*|stable|reliabl\w+|consistent(?:ly)?|faithful\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Robust();

    [GeneratedRegex(@"\b(?:fragile|brittle|unstable|unreliabl\w+|inconsistent\w*|unfaithful\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fragile();

    [GeneratedRegex(@"\b(?:universal\w*|always|in every|in all|across all)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Universal();

    [GeneratedRegex(@"\b(?:in the same way|alike|uniform\w*|identical\w*|the same (?:effect|way|result|direction|strength))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alike();

    [GeneratedRegex(@"\b(?:differs? (?:widely|strongly|greatly|a good deal|a lot|between|from)|var(?:y|ies|ied) (?:widely|strongly|greatly|a good deal|a lot|between|from)|depends? on)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unlike();

    [GeneratedRegex(@"\b(?:few|rare|rarely|seldom|a minority|only (?:one|two|some))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Few();
}
