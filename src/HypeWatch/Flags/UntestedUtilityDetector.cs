using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC15: usefulness for a practical task stated as a fact, and no test of that task in the release.</summary>
public sealed partial class UntestedUtilityDetector(Taxonomy taxonomy) : IFlagDetector
{
    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC15";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        if (!dossier.Works().Any()) yield break;
        var words = dossier.Documents.ToDictionary(document => document.Version.Id, TestedWords);
        foreach (var claim in dossier.Claims)
        {
            if (!dossier.IsPutForward(claim) || !(taxonomy[Code].IsAbout(claim) || claim.Is(ClaimType.Descriptive, ClaimType.CausalEffect, ClaimType.Mechanism)) || claim.Certainty < Certainty.Plain || claim.Polarity == Polarity.Negative) continue;
            var match = UtilityPattern().Match(claim.Quote);
            if (!match.Success || PossiblePattern().IsMatch(claim.Quote)) continue;
            var task = match.Groups["task"].Value;
            if (IsTested(dossier, claim, claim.Quote[match.Groups["task"].Index..], words)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} says that the work serves a task ({task}).",
                $"A test of that task with an outcome was not found in {dossier.Looked()}.")
            {
                Gap = gaps.Of(claim, dossier.SupportOf(claim), withScope: false),
            };
        }
    }

    /// <summary>Whether a test names the task or its object: "steering tone" was tested where tone was.</summary>
    private static bool IsTested(Dossier dossier, Claim claim, string taskAndObject, Dictionary<VersionId, ILookup<string, Span>> words)
    {
        if (ResultPattern().IsMatch(dossier.SentenceText(claim)) || IsTestedNext(dossier, claim)) return true;
        var told = DossierReading.TopicOf(taskAndObject);
        var home = dossier.SentenceOf(claim);
        return dossier.SupportersOf(claim).Any(document => told.Any(word => words[document.Version.Id][word].Any(span => document.Version.Id != claim.Version || !span.Overlaps(home))))
            || dossier.EvidenceOf(claim).Any(link => link.Kind is EvidenceKind.Citation or EvidenceKind.Table or EvidenceKind.Figure or EvidenceKind.Section && link.Distance == Proximity.SameSentence);
    }

    /// <summary>The next sentence tells how the same thing, put to that use, came out on a number of cases.</summary>
    private static bool IsTestedNext(Dossier dossier, Claim claim)
    {
        var home = dossier.DocumentOf(claim);
        if (home.Version.PassageAt(claim.Span) is not { } passage || passage.Index + 1 >= home.Version.Passages.Count) return false;
        var next = home.Version.Passages[passage.Index + 1];
        var text = home.Version.TextOf(next);
        return next.Paragraph == passage.Paragraph && ChangePattern().IsMatch(text) && home.Evidence.Experiments.Any(experiment => experiment.SampleSize is not null && experiment.Span.Overlaps(next.Span))
            && DossierReading.SharesTopic(dossier.SentenceText(claim), text);
    }

    /// <summary>Where the experiments, methods and results of a document use a word.</summary>
    private static ILookup<string, Span> TestedWords(DossierDocument document)
    {
        var tests = from experiment in document.Evidence.Experiments select (experiment.Span, experiment.Quote);
        var parts = from sentence in new[] { document }.Sentences()
                    where sentence.Passage.Place is Place.Method or Place.Results or Place.Table or Place.FigureCaption or Place.Appendix
                    select (sentence.Passage.Span, sentence.Text);
        return tests.Concat(parts).SelectMany(pair => ContentWords.Of(pair.Item2).Select(word => (word, pair.Item1))).ToLookup(pair => pair.word, pair => pair.Item2);
    }

    // Two lazy loops after each other make the generated matcher of the second alternative push without end; the same choices are written out, the shortest first.
    [GeneratedRegex(
        @"^\W*(?:with|using|thanks to|armed with|given)\s(?:our|this|these|the|its|that)\s[^,;]{3,70},\s(?:[\w-]+\s){1,4}?(?:can\s|now\s|will\s)?(?<task>debug\w*|detect\w*|audit\w*|monitor\w*|remov\w+|edit\w*|unlearn\w*|diagnos\w+|prevent\w*|filter\w*|correct(?:s|ing)?\b|fix\w*|repair\w*|steer\w*|control\w*|certif\w+|moderat\w+|red-team\w*|triag\w+|catch\w*|spot(?:s|ting)?\b|screen(?:s|ing)?\b|debias\w*|protect\w*|block(?:s|ing)?\b|trac(?:e|es|ing)\b|root out|weed out|clean(?:s|ing)?\b|troubleshoot\w*|patch\w*|forecast\w*|eliminat\w+|mitigat\w+|suppress\w*|verif(?:y|ies|ying)\b|vet(?:s|ting)?\b)|\buse\s(?:it|this|them|these|our|the)\s(?:|[\w-]+\s|[\w-]+\s[\w-]+\s|[\w-]+\s[\w-]+\s[\w-]+\s)(?:to|for)\s(?:|\w+\s|\w+\s\w+\s)(?<task>debug\w*|detect\w*|audit\w*|monitor\w*|remov\w+|edit\w*|unlearn\w*|diagnos\w+|prevent\w*|filter\w*|correct(?:s|ing)?\b|fix\w*|repair\w*|steer\w*|control\w*|certif\w+|moderat\w+|red-team\w*|triag\w+|catch\w*|spot(?:s|ting)?\b|screen(?:s|ing)?\b|debias\w*|protect\w*|block(?:s|ing)?\b|trac(?:e|es|ing)\b|root out|weed out|clean(?:s|ing)?\b|troubleshoot\w*|patch\w*|forecast\w*|eliminat\w+|mitigat\w+|suppress\w*|verif(?:y|ies|ying)\b|vet(?:s|ting)?\b)|\b(?:can (?:now )?(?:be used (?:to|for)|help|detect|debug|audit|monitor|remove|edit|unlearn|find|fix|correct|prevent|diagnose|control)|enables?|allows?|lets?|helps?|makes it (?:possible|easy|easier) to|(?:is|are) (?:a |an )?(?:\w+\s)?(?:useful|effective|practical|ready) (?:\w+\s)?(?:for|to|in)|(?:equips?|arms?|empowers?|provides?|hands?|offers?)\b|puts? \w+ in a position to|ready to|serves? (?:to|as)|simplif(?:y|ies)|makes? (?:\w+\s){0,3}(?:easy|easier|possible|simple|routine)|gives? \w+ (?:a|the) (?:tool|way|means) (?:for|to))\b.{0,60}?\b(?<task>debug\w*|detect\w*|audit\w*|monitor\w*|remov\w+|edit\w*|unlearn\w*|diagnos\w+|prevent\w*|filter\w*|correct(?:s|ing)?\b|fix\w*|repair\w*|steer\w*|control\w*|certif\w+|moderat\w+|red-team\w*|triag\w+|catch\w*|spot(?:s|ting)?\b|screen(?:s|ing)?\b|debias\w*|protect\w*|block(?:s|ing)?\b|trac(?:e|es|ing)\b|root out|weed out|clean(?:s|ing)?\b|troubleshoot\w*|patch\w*|forecast\w*|eliminat\w+|mitigat\w+|suppress\w*|verif(?:y|ies|ying)\b|vet(?:s|ting)?\b)|\bcan (?:now )?(?<task>debug|detect|audit|monitor|remove|edit|unlearn|diagnose|prevent|fix|repair|correct|spot|catch|screen|trace|control)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex UtilityPattern();

    [GeneratedRegex(@"\b(?:might|may|could|would|perhaps|possibly|potentially|untested|in principle|one day|hope)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PossiblePattern();

    [GeneratedRegex(@"\b(?:f[ae]ll|fell|dropp?e?d?|rose|rises?|went|halved|doubled|reduced|cut|improved|increased|decreased|removed|found|caught|fixed|succeeded|failed)\b[^.;]{0,60}\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChangePattern();

    [GeneratedRegex(@"\d\s?%|\b\d+ (?:of|out of) \d+|\bn\s?=\s?\d|\bAUROC\b|\b0\.\d+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ResultPattern();
}
