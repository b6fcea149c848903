using HypeWatch.Evidence;
using HypeWatch.Literature;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Reading;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>What the works that a release cites say to its claims.</summary>
/// <param name="Supports">One a claim and cited work.</param>
/// <param name="IsComplete">False when a language model should have judged and stayed away, so that rules did.</param>
/// <param name="Tally">What the model was asked; null where none judged.</param>
public sealed record JudgedCitations(IReadOnlyList<CitedSupport> Supports, bool IsComplete, JudgementTally? Tally)
{
    /// <summary>Whether the model is likely away for other questions too.</summary>
    public bool IsAway { get; init; }
}

/// <summary>
/// Brings each claim that cites a known work together with the text of that work, as it lies in the archive, or else its abstract. Our own summaries are not its words, so they decide nothing. A language model
/// judges where one is configured; what it does not answer verifiably, the trained reader does.
/// </summary>
/// <param name="matcher">The prior-work base.</param>
/// <param name="judge">Says whether a text bears a claim out, offline.</param>
/// <param name="model">Says so with a language model; null when none is configured.</param>
/// <param name="purposes">Says what a citation is for.</param>
/// <param name="log">Told when the model failed.</param>
public sealed class JudgeCitations(CitationMatcher matcher, SupportJudge judge, ModelSupportJudge? model, CitationPurposeReader purposes, ILogger<JudgeCitations> log)
{
    private const string Subject = "citations";

    /// <summary>What decides the verdicts besides the texts.</summary>
    public string Key => model?.Key ?? CitedSupport.Offline;

    /// <summary>What the works that the claims of documents cite say to them.</summary>
    /// <param name="documents">The documents of a release.</param>
    /// <param name="archived">Texts of works that lie in the archive.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<JudgedCitations> JudgeAsync(IEnumerable<DossierDocument> documents, IReadOnlyDictionary<WorkId, CitedText> archived, CancellationToken ct)
    {
        List<Cited> cited = [.. documents.SelectMany(document => CitedBy(document, archived))];
        List<Cited> readable = [.. cited.Where(item => item.Text is not null)];
        var (answers, isComplete, isAway) = await AskAsync(readable, ct);
        var said = readable.Zip(answers, (item, answer) => (item, answer)).ToDictionary(pair => pair.item, pair => pair.answer);
        return new([.. cited.Select(item => said.GetValueOrDefault(item) is { } verdict
            ? new CitedSupport(item.Claim.Id, item.Work, item.Purpose, verdict, model!.Model)
            : new CitedSupport(item.Claim.Id, item.Work, item.Purpose, judge.Judge(item.Claim.Quote, item.Text), CitedSupport.Offline))], isComplete, model is null || !isComplete ? null : new(Subject, model.Model, answers.Count, answers.Count(answer => answer is null))) { IsAway = isAway };
    }

    private async Task<(IReadOnlyList<CitedVerdict?> Answers, bool IsComplete, bool IsAway)> AskAsync(IReadOnlyList<Cited> readable, CancellationToken ct)
    {
        if (model is null || readable.Count == 0) return ([], true, false);
        try
        {
            return (await model.JudgeAsync([.. readable.Select(item => new CitedPair(item.Claim.Quote, item.Text!))], ct), true, false);
        }
        catch (LlmException exception) when (exception is not LlmRecordingMissingException)
        {
            log.LogWarning(exception, "Judged {Count} citations by rules: the language model failed", readable.Count);
            return ([], false, !exception.IsOfOneRequest);
        }
    }

    /// <summary>The works that the claims of a document cite.</summary>
    public IEnumerable<WorkId> WorksOf(DossierDocument document) =>
        document.Evidence.Links.Where(link => link.Kind is EvidenceKind.Citation or EvidenceKind.Link).Select(link => WorkOf(link, document.Version)).OfType<WorkId>().Distinct();

    private IEnumerable<Cited> CitedBy(DossierDocument document, IReadOnlyDictionary<WorkId, CitedText> archived) =>
        from link in document.Evidence.Links
        where link.Kind is EvidenceKind.Citation or EvidenceKind.Link
        let work = WorkOf(link, document.Version)
        where work is not null
        group link by (link.Claim, Work: work.Value) into cited
        let claim = document.Claims.FirstOrDefault(claim => claim.Id == cited.Key.Claim)
        where claim is not null
        select new Cited(claim, cited.Key.Work, purposes.Read(SentenceOf(document.Version, cited.First(), claim)), archived.GetValueOrDefault(cited.Key.Work) ?? AbstractOf(matcher.Find(cited.Key.Work)));

    /// <summary>The work that a pointer leads to; one that came into the base after the document was read is found by its entry or address.</summary>
    private WorkId? WorkOf(EvidenceLink link, DocumentVersion version) =>
        link.TargetWork
        ?? (link.TargetReference is { } entry && version.References.FirstOrDefault(reference => reference.Index == entry) is { } found ? matcher.Match(found) : null)
        ?? (link.TargetUrl is { } url ? matcher.MatchUrl(url) : null);

    /// <summary>The abstract of a work, by sentence; null when it is not at hand.</summary>
    internal static CitedText? AbstractOf(PriorWork? work) =>
        work?.Abstract is { Length: > 0 } text ? new(text, SentenceSplitter.Split(text, new(0, text.Length)), CitedTextKind.Abstract) : null;

    private static string SentenceOf(DocumentVersion version, EvidenceLink link, Claim claim) =>
        link.PointerSpan is { } span && version.PassageAt(span) is { } passage ? version.TextOf(passage) : claim.Quote;

    private sealed record Cited(Claim Claim, WorkId Work, CitationPurpose Purpose, CitedText? Text);
}
