using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// Searches everything that may speak for the asserter before a flag opens (specification 5): each kind that applies to the code is searched over all
/// documents of the dossier that can hold it, and each search is recorded with where it looked.
/// </summary>
internal sealed class ReliefFinder
{
    private readonly IReadOnlyList<(ExculpationKind Kind, Func<ReliefCase, bool> Applies, Func<ReliefCase, IEnumerable<Relief>> Search, Func<ReliefCase, string> Where)> kinds;

    public ReliefFinder(LexiconSet lexicons)
    {
        var words = new SentenceRelief(lexicons);
        kinds =
        [
            (ExculpationKind.SameSentenceHedge, IsAboutClaim, words.Hedges, _ => "the sentence of the claim"),
            (ExculpationKind.ProximateCaveat, IsAboutClaim, CaveatRelief.Near, _ => "the paragraph, the section and the headline block of the claim"),
            (ExculpationKind.LimitationsSection, IsOfAsserter, CaveatRelief.SameDocument, _ => "limitations, discussion and the rest of the same document"),
            (ExculpationKind.Appendix, _ => true, CaveatRelief.OtherDocuments, AllOwn),
            (ExculpationKind.ExplicitlyNotTested, IsAboutClaim, CaveatRelief.Admissions, AllOwn),
            (ExculpationKind.DifferentAsserter, _ => true, ContextRelief.OtherAsserter, _ => "who speaks in the document of the claim"),
            (ExculpationKind.RestrictingDefinition, IsAboutClaim, DefinitionRelief.Find, _ => "definitions in the document of the claim, and its headline block"),
            (ExculpationKind.ReportedSpeech, IsAboutClaim, SentenceRelief.ReportedSpeech, _ => "the sentence of the claim"),
            (ExculpationKind.NotAsserted, IsAboutClaim, SentenceRelief.NotAsserted, _ => "the sentence of the claim and its quotation marks"),
            (ExculpationKind.Chronology, item => item.Finding.Edge is not null, ContextRelief.Chronology, _ => "the dates of both documents"),
            (ExculpationKind.Aspiration, IsAboutClaim, SentenceRelief.Aspiration, _ => "the sentence of the claim, and sentences that mark a demonstration as such"),
            (ExculpationKind.LaterVersion, _ => true, ContextRelief.LaterText, item => $"{ContextRelief.Later(item).Count()} later text(s) by the same asserter in the dossier"),
            (ExculpationKind.NotComparative, IsAboutClaim, ContextRelief.Generic, _ => "quantifiers and type of the claim"),
            (ExculpationKind.EquivalentCited, RestsOnWorks, WorkRelief.EquivalentCited, _ => "reference lists, links and texts of all documents of the release"),
            (ExculpationKind.TooRecent, RestsOnWorks, WorkRelief.TooRecent, _ => "the dates of the works and of the release"),
            (ExculpationKind.Contested, RestsOnWorks, WorkRelief.Contested, _ => "works of the prior-work base that contest these"),
        ];
    }

    public ReliefSearch Search(Dossier dossier, FlagType type, Finding finding)
    {
        var item = new ReliefCase(dossier, type, finding);
        var found = finding.Found.Concat(finding.Heard).Select(exculpation => new Relief(exculpation, exculpation.Verdict == ExculpationVerdict.Reduces ? 1 : 0)).ToList();
        var searches = new List<ExculpationSearch>();
        foreach (var (kind, applies, search, where) in kinds)
        {
            if (!applies(item)) continue;
            found.AddRange(search(item));
            searches.Add(new(kind, where(item)));
        }

        return new(found, searches, IsComplete: true);
    }

    private static bool IsAboutClaim(ReliefCase item) => !item.Finding.IsReleaseLevel;

    /// <summary>Where a critic's sentence stands for the claim, the document around it is the critic's.</summary>
    private static bool IsOfAsserter(ReliefCase item) => item.Finding.Owner is null;

    private static bool RestsOnWorks(ReliefCase item) => item.Finding.Works.Count > 0;

    private static string AllOwn(ReliefCase item) => FormattableString.Invariant($"{item.Dossier.Own.Count()} document(s) of the release: {item.Dossier.Looked()}");
}

/// <summary>What is searched for.</summary>
internal sealed record ReliefCase(Dossier Dossier, FlagType Type, Finding Finding)
{
    public Claim Claim => Finding.Claim;

    public DossierDocument Home { get; } = Dossier.DocumentOf(Finding.Claim);

    public Span SentenceSpan { get; } = Dossier.SentenceOf(Finding.Claim);

    public string Sentence => SentenceSpan.Of(Home.Version.Text);
}
