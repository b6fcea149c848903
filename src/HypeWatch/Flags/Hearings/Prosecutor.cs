using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Flags.Hearings;

/// <summary>
/// Lets a language model propose flags (specification 6, X6). Only its pointers are believed: a proposal whose words do not stand in the sentence that it names, or of which no
/// named evidence stands where it says, is dropped.
/// </summary>
internal sealed class Prosecutor(PromptRunner runner, PromptFile prompt, Taxonomy taxonomy)
{
    private const int MostProposals = 12, MostEvidence = 3;

    /// <summary>What is proposed of a release, and how many proposals were dropped.</summary>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<(IReadOnlyList<Charge> Charges, int Dropped)> ProposeAsync(ReleaseSheet sheet, CancellationToken ct)
    {
        var replies = await Task.WhenAll(sheet.Windows().Select(window => runner.AskAsync<FlagProposalReply>(prompt, new Dictionary<string, string>(StringComparer.Ordinal) { ["release"] = window }, ct)));
        var unread = replies.Count(reply => reply.Value is null);
        List<ProposedFlag> proposed = [.. replies.SelectMany(reply => (reply.Value?.Flags ?? []).Take(MostProposals))];
        List<Charge> charges = [.. proposed.Select(given => Verified(given, sheet)).OfType<Charge>()];
        return (charges, unread + proposed.Count - charges.Count);
    }

    private Charge? Verified(ProposedFlag given, ReleaseSheet sheet)
    {
        if (FlagHearing.IsBeyondRelease(given.Kind) || taxonomy.Types.FirstOrDefault(type => type.Code == given.Kind) is not { } type) return null;
        if (sheet.Find(given.Sentence, given.Quote) is not { } found) return null;
        if ((found.Line.Claims.FirstOrDefault(claim => claim.Span.Overlaps(found.Span)) ?? found.Line.Claims.FirstOrDefault()) is not { } claim) return null;
        List<FlagQuote> evidence = [.. given.Evidence.Take(MostEvidence).Select(item => Quote(item, sheet)).OfType<FlagQuote>()];
        return given.Evidence.Count > 0 && evidence.Count == 0 ? null : new(type.Code, type.Subtypes.Contains(given.Subtype ?? "") ? given.Subtype : null, claim, evidence);
    }

    private static FlagQuote? Quote(ShownSentence given, ReleaseSheet sheet) =>
        sheet.Find(given.Sentence, given.Quote) is { } found ? new(found.Line.Document.Version.Id, found.Line.Passage.Span, found.Line.Document.Version.TextOf(found.Line.Passage), "evidence") : null;
}
