using System.Text.RegularExpressions;

namespace HypeWatch.Classifiers;

/// <summary>
/// How much a sentence states a fact that can be checked: figures, what was done, names and comparisons speak for it; wishes, opinions, greetings and
/// questions against it (the guideline of Hassan, Li and Tremayne, "Detecting check-worthy factual claims in presidential debates", CIKM 2015).
/// Weights are set by hand; no labelled set went into them.
/// </summary>
public static partial class CheckWorthiness
{
    /// <summary>From this score on a sentence counts as worth checking.</summary>
    public const double Threshold = -1.25;

    private const double Base = -2.2;

    /// <summary>The score of a sentence; the higher, the more there is to check.</summary>
    public static double Score(string sentence)
    {
        var words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var names = words.Skip(1).Count(word => char.IsUpper(word[0]) && word is not "I" && !word.StartsWith("I'", StringComparison.Ordinal));
        var score = Base
            + (0.5 * Most(NumberPattern(), sentence, 3)) + (0.7 * Most(AmountPattern(), sentence, 2)) + (0.3 * Most(PastPattern(), sentence, 3))
            + (0.4 * Most(PerfectPattern(), sentence, 2)) + (0.3 * Most(SubjectPattern(), sentence, 4)) + (0.05 * Most(PresentPattern(), sentence, 2))
            + (0.15 * Most(OthersPattern(), sentence, 3)) + (0.2 * Math.Min(names, 3))
            - (0.45 * Most(OpinionPattern(), sentence, 4)) - (0.12 * Most(SelfPattern(), sentence, 4));
        if (sentence.AsSpan().TrimEnd().EndsWith("?")) score -= 1;
        return score + (words.Length < 6 ? -1.2 : words.Length < 9 ? -0.4 : words.Length > 14 ? 0.2 : 0);
    }

    private static int Most(Regex pattern, string text, int most) => Math.Min(pattern.Count(text), most);

    [GeneratedRegex(@"\b\d[\d,.]*\b|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|quarter|percent|doubled?|tripled?|twice)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"%|percent|\$|million|billion|trillion|thousand|hundred|\d{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"\b(was|were|had|did|said|cut|lost|went|made|took|gave|came|got|left|spent|built|put|ran|won|began|became|brought|sent|told|found|showed|\w{3,}ed)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex PastPattern();

    [GeneratedRegex(@"\b(has|have|'ve|had|he's|she's)\s+(\w+\s)?(been|\w+ed|had|gone|made|taken|given|got|gotten|become|lost|seen|cut|put|done|spent|built|begun|brought|risen|fallen|grown|found|shown)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex PerfectPattern();

    [GeneratedRegex(@"\b(more|less|fewer|most|least|highest|lowest|largest|biggest|worst|best|greatest|first|only|never|every|higher|lower|bigger|smaller|record|majority|average|rate|deficit|debt|budget|unemployment|taxes|tax|jobs?|wages?|income|inflation|crime|votes?|bill|act|law|trade|spending|program|poverty|insurance|cost|oil|military|troops|nuclear|education|schools?|economy|families|workers?|immigrants?|border|states?|years?|month|since|ago|last|per)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex SubjectPattern();

    [GeneratedRegex(@"\b(is|are|has|have|does)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex PresentPattern();

    [GeneratedRegex(@"\b(he|she|they|his|her|their|him|them|it)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex OthersPattern();

    [GeneratedRegex(@"\b(i think|i believe|i want|i'd like|i hope|i would|i will|i'll|i'm going|we should|we must|we need|we ought|we can|we will|we'll|we're going|we've got to|have to|has to|should|must|ought|let me|let's|let us|thanks?|please|i don't know|i know|i mean|you know|i guess|i feel|would|could|might|may|will|going to|if|maybe|perhaps|want to|good evening|god bless|governor|question|answer|i am|i'm|excuse me|well|look|yes|no|sorry|wonderful|proud|glad|happy|important|hope|believe|values?|great)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex OpinionPattern();

    [GeneratedRegex(@"\b(i|me|my|you|your|we|us|our)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex SelfPattern();
}
