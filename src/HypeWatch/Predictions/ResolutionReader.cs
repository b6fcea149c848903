using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// Reads how predictions came out from a later document of the same author. Accepted, per prediction number:
/// <list type="bullet">
/// <item>a line <c>1: happened</c>, <c>2. … - did not happen</c>, <c>3) partially (0.5)</c>, <c>4: void</c>; also yes and no, true and false, came true, failed;</item>
/// <item>in a sentence, lists of numbers (<c>1 and 2</c>, <c>4, 5, and 7-10</c>, <c>1 through 3</c>) after "did", "achieved", "delivered", "count for" or their
/// denials ("did not do", "do not count for", "but not"), and before "happened", "came true", "did not happen", "did not come true".</item>
/// </list>
/// Everything else leaves a prediction open: a sentence with a question, a condition or a doubt, a partial outcome without a fraction, numbers that the set
/// does not have, a number that is resolved both ways, and anything said by a quoted speaker or in a comment. Deterministic.
/// </summary>
public static partial class ResolutionReader
{
    private const int MaxSentence = 2000;

    /// <summary>
    /// The set with the outcomes and the reported score that a version states. The set unchanged when the version is or may be older than it, is by somebody
    /// else, is the registering document itself, or does not speak of predictions. Outcomes and scores that were known before stay.
    /// </summary>
    public static PredictionSet Read(DocumentVersion version, PredictionSet set)
    {
        if (version.Document.Published.NotBefore is not { } day || day < set.MadeOn || version.Document.Id == set.Document) return set;
        if (!version.Document.Authors.Any(author => SamePerson(author, set.Forecaster)) || !SubjectPattern().IsMatch(version.Text)) return set;

        var numbers = set.Items.Select(item => item.Number).ToHashSet();
        var stated = new List<(StatedOutcome Outcome, string Words)>();
        foreach (var words in Lines(version)) Collect(OutcomeGrammar.InLine(words), words);
        foreach (var words in Sentences(version)) Collect(OutcomeGrammar.InSentence(words.Replace('\n', ' ')), words);
        return set with { Items = [.. set.Items.Select(item => Resolve(item, stated, version.Document.Published.NotAfter))], ReportedScore = set.ReportedScore ?? ScoreIn(version) };

        void Collect(IEnumerable<StatedOutcome> outcomes, string words)
        {
            var all = outcomes.ToList();
            // A number that is no prediction shows that the sentence speaks of something else.
            if (all.TrueForAll(outcome => numbers.Contains(outcome.Number))) stated.AddRange(all.Select(outcome => (outcome, words.Trim())));
        }
    }

    private static Prediction Resolve(Prediction item, List<(StatedOutcome Outcome, string Words)> stated, DateOnly? knownAt)
    {
        var own = stated.Where(pair => pair.Outcome.Number == item.Number).ToList();
        if (item.Resolution is not Resolution.Open || own.Select(pair => pair.Outcome).Distinct().Count() != 1) return item;
        return item with { Resolution = own[0].Outcome.Resolution, Fraction = own[0].Outcome.Fraction, Rationale = own[0].Words, KnownAt = item.KnownAt ?? knownAt };
    }

    private static double? ScoreIn(DocumentVersion version)
    {
        var scores = Sentences(version).SelectMany(sentence => ScorePattern().Matches(sentence))
            .Select(match => double.Parse(match.Groups["score"].Value.Replace('\u2212', '-').Replace('\u2013', '-'), NumberStyles.Float, CultureInfo.InvariantCulture))
            .Distinct().ToList();
        return scores.Count == 1 ? scores[0] : null;
    }

    private static IEnumerable<string> Sentences(DocumentVersion version) =>
        version.Passages.Where(passage => IsOwnVoice(passage) && passage.Span.Length <= MaxSentence).Select(version.TextOf);

    // Lines besides sentences: where a sentence ends after its number, "1. Happened." is no sentence but still a line.
    private static IEnumerable<string> Lines(DocumentVersion version)
    {
        for (int start = 0, end; start < version.Text.Length; start = end + 1)
        {
            end = version.Text.IndexOf('\n', start);
            if (end < 0) end = version.Text.Length;
            if (end == start || end - start > MaxSentence) continue;
            if (version.PassageAt(new(start, end)) is not { } passage || IsOwnVoice(passage)) yield return version.Text[start..end];
        }
    }

    private static bool IsOwnVoice(Passage passage) => passage.Speaker is null && passage.Place is not Place.Comment;

    private static bool SamePerson(string a, string b) => PlainName(a).Equals(PlainName(b), StringComparison.OrdinalIgnoreCase);

    // "Ada Example (aexample)" signs as "Ada Example" elsewhere.
    private static string PlainName(string name)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        return (bracket > 0 ? name[..bracket] : name).Trim();
    }

    [GeneratedRegex(@"\b(?:predict|forecast)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SubjectPattern();

    // With decimals only: "scored 3 of 10" is no score of this kind.
    [GeneratedRegex(@"\bscor(?:e|es|ed)(?:[ ](?:is|was|of|at))?:?[ ](?<score>[-+\u2212\u2013]?\d{1,3}\.\d{1,4})(?![\d%])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ScorePattern();
}
