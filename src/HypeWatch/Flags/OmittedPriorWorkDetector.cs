using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC17: a verified work that bears on the validity of the method was public 90 days before the release, and neither it nor a work with the same point is
/// cited. One finding per release, on its most prominent claim of a type that the works bear on.
/// </summary>
public sealed partial class OmittedPriorWorkDetector(Taxonomy taxonomy) : IFlagDetector
{
    private const int MostWorks = 3;

    /// <summary>Words that most works of the field share, as stems.</summary>
    private static readonly HashSet<string> WideWords =
        new(["model", "languag", "network", "neural", "ai", "llm", "llms", "learn", "analys", "method", "human", "concept", "featur", "interpr", "sparse", "transfo", "token", "task", "layer", "output", "input", "behavio", "behavi", "look", "name", "activat", "direct", "represe", "knowled", "identif", "mechan", "structu", "compone", "evaluat", "test", "check", "top", "find", "score", "large", "single", "show"], StringComparer.Ordinal);

    /// <summary>A text of this many characters with fewer references than <see cref="FewestReferences"/> was not read to the end of its list.</summary>
    private const int LongText = 20_000;

    private const int FewestReferences = 10;

    /// <inheritdoc/>
    public string Code => "OC17";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var found = dossier.Works().Where(document => document.Relation == DocumentRelation.Primary).SelectMany(document => document.Claims)
            .Where(claim => IsProminent(dossier, claim) && dossier.IsContention(claim) && !OwnVoice.IsPlan(claim.Quote) && claim.Polarity == Polarity.Positive && ReadingPattern().IsMatch(dossier.SentenceText(claim)))
            .OrderByDescending(claim => claim.IsHeadline).ThenByDescending(claim => claim.Place is not Place.Title).ThenByDescending(claim => claim.Strength).ThenBy(claim => claim.Span.Start)
            .Select(claim => (Claim: claim, Works: dossier.PriorWork.Where(match => IsOmitted(dossier, match, claim)).Take(MostWorks).ToList())).FirstOrDefault(pair => pair.Works.Count > 0);
        if (found.Claim is not { } claim || found.Works is not { } omitted) yield break;
        var caps = new List<string>();
        var references = dossier.Own.Sum(document => document.Version.References.Count);
        if (!HasReferenceList(dossier, references)) caps.Add("reference_list_incomplete");
        if (omitted.TrueForAll(match => match.Work.ContestedBy.Count > 0)) caps.Add("prior_contested");
        var names = string.Join("; ", omitted.Select(match => $"{match.Work.Title} ({string.Join(", ", match.Work.Authors.Take(1))} {match.Work.Year})"));
        yield return new(
            claim,
            $"Works that bear on the validity of what {DossierReading.Cite(claim.Quote)} rests on were not found in the {(references > 0 ? "reference lists and texts of the release" : "texts of the release, of which no reference list is at hand")}: {names}.",
            "They were public at least 90 days before it, and no cited work with the same point was found.")
        {
            Works = [.. omitted.Select(match => match.Work.Id)], IsReleaseLevel = true, Caps = caps,
        };
    }

    /// <summary>A headline claim; where only parts of a text are at hand and no abstract is among them, one of its introduction.</summary>
    private static bool IsProminent(Dossier dossier, Claim claim) =>
        claim.IsHeadline
        || (claim.Place == Place.Introduction && !dossier.DocumentOf(claim).Version.Passages.Any(passage => passage.Place is Place.Abstract or Place.KeyResults));

    private static bool HasReferenceList(Dossier dossier, int references)
    {
        var isLong = dossier.Own.Sum(document => document.Version.Text.Length) >= LongText;
        return dossier.Release.Coverage != Coverage.AbstractOnly && references >= (isLong ? FewestReferences : 1);
    }

    /// <summary>
    /// Only a verified work can raise a flag (specification 12), and only one that speaks about the validity of this very method: it stands
    /// in the register of hazards for a method that the claim's sentence names, or it has a topic of the release, and its title or summary shares a word of the method with that sentence. Merely related works ask for no citation.
    /// </summary>
    private bool IsOmitted(Dossier dossier, PriorWorkMatch match, Claim claim)
    {
        if (match is not { IsCited: false, EquivalentCited: null, Work.Verified: true } || !WorkRelief.IsCritique(match.Work) || match.Work.Tags.Contains("rebuttal")) return false;
        // The register of hazards names the method; else a topic and words of the method must be shared.
        var sentence = dossier.SentenceText(claim);
        if (!match.HazardWords.Any(word => Names(sentence, word)))
        {
            if (!match.SharedTags.Any(tag => tag is not ("critique" or "evaluation" or "benchmark" or "baseline" or "survey" or "faithfulness"))) return false;
            var words = ContentWords.Of(sentence).Where(word => !WideWords.Contains(word));
            if (ContentWords.Of($"{match.Work.Title} {match.Work.Summary}").Intersect(words).Count() < (dossier.Own.IsLong() ? 2 : 1)) return false;
        }

        return match.Work.BearsOn.Any(point => point == Code || claim.Types.Any(type => type.ToCode() == point && taxonomy[Code].ClaimTypes.Contains(point)));
    }

    /// <summary>Whether a sentence holds words whole: "das" does not stand in "dashboard".</summary>
    private static bool Names(string sentence, string words)
    {
        for (var at = sentence.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(sentence[at - 1])) && (at + words.Length == sentence.Length || !char.IsLetterOrDigit(sentence[at + words.Length]))) return true;
        return false;
    }

    /// <summary>The claim reads something out of the measurement: what a unit means, stores, is used for; a bare measurement has nothing to be mistaken about.</summary>
    [GeneratedRegex(@"\b(?:represent\w*|encod\w+|stor(?:e|es|ed|ing)|uses|used by|means that|meaning\w*|understand\w*|knows?|explain\w*|interpretab\w+|interpretable|readable|legible|monosemantic\w*|reveal\w*|detects?|responsible|mechanism\w*|implement\w*|comput(?:e|es|ed)|concepts?|faithful\w*|causal\w*|locali[sz]\w+|correspond\w*|reason\w*|believes?|true features|descriptions?|correct|labels?|meaningful|circuits?|attend\w*|rel(?:y|ies) on|importan\w+|probes?|decod\w+|tracks?|steers?|controls?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadingPattern();
}
