using HypeWatch.Flags.Hearings;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// Runs all detectors over a dossier and weighs what they find in one place: exculpation first, then severity and confidence (specification 4, 5, 9).
/// A flag belongs to whoever asserted the claim. Of several that say the same only the gravest is open (see <see cref="RepeatRule"/>).
/// </summary>
public sealed class FlagAssessor
{
    private readonly IReadOnlyList<IFlagDetector> detectors;
    private readonly Taxonomy taxonomy;
    private readonly ReliefFinder reliefs;
    private readonly ConfidenceRule confidence;
    private readonly ActorList actors;
    private readonly CritiqueReader critiques;
    private readonly CounterargumentReader answers;
    private readonly ChargeReader charges;

    /// <summary>Makes an assessor.</summary>
    public FlagAssessor(IReadOnlyList<IFlagDetector> detectors, Taxonomy taxonomy, LexiconSet lexicons, FlagsOptions options)
    {
        this.detectors = detectors;
        this.taxonomy = taxonomy;
        reliefs = new(lexicons);
        actors = lexicons.Actors;
        critiques = new(actors);
        answers = new(actors);
        confidence = new(taxonomy, options);
        charges = new(taxonomy);
    }

    /// <summary>Makes an assessor with every detector of the assembly.</summary>
    public static FlagAssessor WithAllDetectors(Taxonomy taxonomy, LexiconSet lexicons, FlagsOptions options) =>
        new(DetectorCatalog.All(taxonomy, lexicons), taxonomy, lexicons, options);

    /// <summary>The code and version of every detector, for the record and for reading again when one is raised.</summary>
    public IReadOnlyList<string> DetectorVersions => [.. detectors.Select(NameOf), CriticName];

    /// <summary>Assesses a dossier by rules alone. Pure: the same dossier gives the same report.</summary>
    public FlagReport Assess(Dossier dossier) => Weigh(Examine(dossier));

    /// <summary>Lets all detectors look at a dossier.</summary>
    public ExaminedRelease Examine(Dossier dossier)
    {
        var found = new List<DetectorFinding>();
        var failures = new List<DetectorFailure>();
        var quoted = QuotedClaims.In(dossier, actors);
        var asserted = QuotedClaims.Asserted(dossier, quoted, actors);
        var release = new ExaminedRelease(dossier, found, failures, SubjectSentences.Of(dossier.Documents.Select(document => document.Version).DistinctBy(version => version.Id))) { Quoted = quoted, Asserted = asserted };
        foreach (var detector in detectors)
        {
            Guarded(failures, detector.Code, () =>
            {
                foreach (var finding in detector.Examine(dossier).Where(finding => !dossier.IsCopied(finding.Claim) && release.IsOnSubject(finding.Claim))) found.Add(new(dossier, detector.Code, finding, NameOf(detector)));
                if (quoted.Count == 0) return;
                foreach (var finding in detector.Examine(asserted).Where(finding => quoted.Contains(finding.Claim.Id) && finding.Edge is null && release.IsOnSubject(dossier.Find(finding.Claim.Id)!))) found.Add(new(asserted, detector.Code, AsQuoted(dossier, finding), NameOf(detector)));
            });
        }

        return release;
    }

    /// <summary>Weighs what was found. Pure: the same findings and hearing give the same report.</summary>
    /// <param name="examined">What the detectors found.</param>
    /// <param name="hearing">How a language model heard the release; null where none did.</param>
    public FlagReport Weigh(ExaminedRelease examined, Hearing? hearing = null)
    {
        var dossier = examined.Dossier;
        var flags = new Dictionary<FlagId, Flag>();
        List<DetectorFailure> failures = [.. examined.Failures];
        var rule = new HearingRule(hearing, examined.Asserted);
        foreach (var ofDetector in examined.Found.GroupBy(found => found.By, StringComparer.Ordinal))
        {
            Guarded(failures, ofDetector.First().Code, () =>
            {
                foreach (var (within, code, finding, by) in ofDetector) KeepHeard(within, code, rule.OfRules(code, finding), by);
            });
        }

        if (hearing is not null)
            Guarded(failures, "hearing", () =>
            {
                foreach (var charge in hearing.Charges.Where(charge => examined.IsOnSubject(dossier.Find(charge.Claim.Id)!) && !IsRaised(charge)))
                {
                    var within = examined.Within(charge.Claim);
                    var finding = charges.Read(charge, within);
                    KeepHeard(within, charge.Code, rule.OfModel(charge.Code, ReferenceEquals(within, dossier) ? finding : AsQuoted(dossier, finding)), hearing.By);
                }
            });

        Guarded(failures, "critiques", () =>
        {
            foreach (var flag in Accused(dossier)) Keep(flag);
        });
        Guarded(failures, "answers", () =>
        {
            foreach (var flag in flags.Values.ToList()) flags[flag.Id] = answers.With(flag, dossier);
        });
        return new(
            [.. RepeatRule.Apply(flags.Values, dossier).OrderByDescending(flag => flag.Severity).ThenByDescending(flag => flag.Confidence)
                .ThenBy(flag => flag.Code, StringComparer.Ordinal).ThenBy(flag => flag.Id.Value, StringComparer.Ordinal)],
            failures);

        bool IsRaised(Charge charge) => flags.Values.Any(flag => flag.Code == charge.Code && flag.Claim is { } id && examined.Asserted.Find(id) is { } claim && examined.Asserted.IsSameSentence(claim, charge.Claim));

        void KeepHeard(Dossier within, string code, (Finding Finding, FlagSupport HeldBy) heard, string by) =>
            Keep(Weigh(within, code, heard.Finding, heard.HeldBy == FlagSupport.Model || hearing is null ? by : $"{by}; heard by {hearing.By}", heard.HeldBy));

        void Keep(Flag flag)
        {
            if (!flags.TryGetValue(flag.Id, out var known) || flag.Severity > known.Severity) flags[flag.Id] = flag;
        }
    }

    private static void Guarded(List<DetectorFailure> failures, string code, Action examine)
    {
        try
        {
            examine();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A fault in one detector must not silence the others; it is stored with the release and shown there.
            failures.Add(new(code, $"{problem.GetType().Name}: {problem.Message}"));
        }
    }

    private static string CriticName => FormattableString.Invariant($"{nameof(CritiqueReader)}/{CritiqueReader.Version}");

    private IEnumerable<Flag> Accused(Dossier dossier)
    {
        var accusations = critiques.Read(dossier).ToList();
        var accused = QuotedClaims.Asserted(dossier, accusations.Where(accusation => accusation.Finding is { Owner: null, Claim.Mode: AssertMode.QuotesOther }).Select(accusation => accusation.Finding.Claim.Id).ToHashSet(), actors) with
        {
            QuotedOwn = accusations.Where(accusation => !dossier.DocumentOf(accusation.Finding.Claim).IsOwn).Select(accusation => accusation.Finding.Claim.Id).ToHashSet(),
        };
        return accusations.Select(accusation => Weigh(accused, accusation.Code, accusation.Finding with { Claim = accused.Find(accusation.Finding.Claim.Id)! }, CriticName, FlagSupport.Critic));
    }

    // The text that is quoted may say beside it what would clear it.
    private Finding AsQuoted(Dossier dossier, Finding finding)
    {
        var home = dossier.DocumentOf(finding.Claim);
        var passage = home.Version.PassageAt(finding.Claim.Span);
        var by = actors.Shown(passage?.Speaker ?? home.Document.Asserter, home.Document.Kind, passage?.Place ?? Place.Body, home.Document.Publisher);
        return finding with
        {
            Reasons = [.. finding.Reasons, $"The words are known only as {by} quotes them; they do not stand in what was read of their source."], IsForReader = true, IsAboutQuotation = true,
        };
    }

    private Flag Weigh(Dossier dossier, string code, Finding finding, string by, FlagSupport support = FlagSupport.Rules)
    {
        var type = taxonomy[code];
        var claim = finding.Claim;
        var search = reliefs.Search(dossier, type, finding);
        var prominence = SeverityRule.Prominence(finding, dossier.DocumentOf(claim));
        var severity = SeverityRule.Of(type, finding, prominence, search.Weight, search.Clears);
        // A second reading by a model lowers a flag; it does not take it away.
        if (severity.Severity == SeverityRule.Suppressed && search.Without(finding.Heard) is var own) severity = SeverityRule.Of(type, finding, prominence, own.Weight, own.Clears);
        var isComplete = search.IsComplete && !finding.IsForReader;
        var sure = confidence.Of(support, type, finding, dossier, isComplete, search.IsAdmitted);
        var home = dossier.DocumentOf(claim).Document;
        var critic = finding.RaisedBy == RaisedBy.Critic ? "critic" : "";
        return ByRole(finding.Owner is null ? actors.Shown(claim.Asserter, home.Kind, claim.Place, home.Publisher) : claim.Asserter, claim.Asserter, new(
            new(ContentId.Of("flg", dossier.Release.Id.Value, type.Code, support == FlagSupport.Model ? "" : finding.Subtype ?? critic, Words(dossier, claim), support != FlagSupport.Model && finding.Pair is { } pair ? Words(dossier, pair) : "")),
            dossier.Release.Id, type.Code, finding.Subtype, type.Kind, claim.Id, finding.Pair?.Id, claim.Version, finding.Owner ?? claim.Asserter, finding.Gap, severity.Severity, sure.Confidence,
            Rationale.Of(finding, search, dossier), [claim.Quote("claim"), .. finding.Quotes], [.. search.Found.Select(relief => relief.Exculpation).Distinct()],
            search.Searches, isComplete, Status(severity.Severity, sure.Confidence, isComplete), finding.RaisedBy, finding.Works, finding.Edge?.Id, by)
        {
            Computation = new(severity, sure),
        });
    }

    // What a flag is about: the words and where they were published, so that it keeps its id, and its reviews, while the rest of the page changes, or a model names another passage beside them.
    private static string Words(Dossier dossier, Claim claim)
    {
        var home = dossier.DocumentOf(claim);
        var earlier = home.Claims.Count(other => other.Quote == claim.Quote && other.Span.Start < claim.Span.Start);
        return FormattableString.Invariant($"{home.Document.Id.Value}\n{claim.Quote}\n{earlier}");
    }

    /// <summary>A private person is named in no flag, nor in our own sentences about it; quoted words stay as they are.</summary>
    private static Flag ByRole(string shown, string name, Flag flag) => shown == name ? flag : flag with
    {
        Asserter = shown, Rationale = flag.Rationale.Replace(name, shown, StringComparison.Ordinal),
        Exculpations = [.. flag.Exculpations.Select(found => found.Span is null ? found with { Text = found.Text.Replace(name, shown, StringComparison.Ordinal) } : found)],
    };

    private static FlagStatus Status(int severity, double confidence, bool isComplete) =>
        severity == SeverityRule.Suppressed ? FlagStatus.Suppressed
        : isComplete && confidence >= ConfidenceRule.LowestStart ? FlagStatus.Open
        : FlagStatus.Candidate;

    private static string NameOf(IFlagDetector detector) => FormattableString.Invariant($"{detector.GetType().Name}/{detector.Version}");
}
