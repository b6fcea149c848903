using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Flags.Hearings;

/// <summary>
/// Lets a language model propose flags (specification 6, X6). Only its pointers are believed: a proposal whose words do not stand in the sentence that it names, and evidence
/// that does not, is dropped; so is a proposal that needs evidence and has none left.
/// </summary>
internal sealed class Prosecutor(PromptRunner runner, PromptFile prompt, Taxonomy taxonomy)
{
    private const int MostProposals = 12, MostEvidence = 3;

    /// <summary>Kinds in which one passage is set against another.</summary>
    private static readonly string[] OfTwoPassages = ["OC02", "OC03", "OC14", "OC20", "OC21", "OC23", "OC24"];

    /// <summary>Kinds in which the other passage is the earlier one.</summary>
    private static readonly string[] OfJourneys = ["OC20", "OC21", "OC23", "OC24"];

    /// <summary>What is proposed of a release, how much was proposed, how much of it, proposals and evidence, was dropped, a reply that cannot be read counting as one, and whether any reply could be read.</summary>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<(IReadOnlyList<Charge> Charges, int Proposed, int Dropped, bool IsRead)> ProposeAsync(ReleaseSheet sheet, CancellationToken ct)
    {
        var replies = await Task.WhenAll(sheet.Windows.Select(window => runner.AskAsync<FlagProposalReply>(prompt, new Dictionary<string, string>(StringComparer.Ordinal) { ["release"] = window.Text }, ct)));
        var given = replies.SelectMany(reply => reply.Value?.Flags ?? []).ToList();
        var read = replies.SelectMany(reply => (reply.Value?.Flags ?? []).Take(MostProposals)).Select(proposed => (Proposed: proposed, Charge: Verified(proposed, sheet))).ToList();
        var dropped = replies.Count(reply => reply.Value is null) + given.Count - read.Count(item => item.Charge is not null)
            + read.Where(item => item.Charge is not null).Sum(item => item.Proposed.Evidence.Count - item.Charge!.Evidence.Count);
        return ([.. read.Select(item => item.Charge).OfType<Charge>()], given.Count, dropped, replies.Any(reply => reply.Value is not null));
    }

    private Charge? Verified(ProposedFlag given, ReleaseSheet sheet)
    {
        if (FlagHearing.IsBeyondRelease(given.Kind) || taxonomy.Types.FirstOrDefault(type => type.Code == given.Kind) is not { } type) return null;
        if (sheet.Find(given.Sentence, given.Quote) is not { } found || found.Line.Claims.FirstOrDefault(claim => claim.Span.Overlaps(found.Span)) is not { } claim) return null;
        var subtype = type.Subtypes.Contains(given.Subtype ?? "") ? given.Subtype : null;
        var isJourney = OfJourneys.Contains(type.Code);
        List<FlagQuote> evidence =
        [
            .. given.Evidence.Take(MostEvidence).Select(item => sheet.Find(item.Sentence, item.Quote)?.Line).OfType<SheetLine>()
                .Where(line => line != found.Line && (!isJourney || line.Document.Document.Published.IsOnOrBefore(found.Line.Document.Document.Published) != false))
                .Select(line => line.Quote("evidence")),
        ];
        var isOfTwo = OfTwoPassages.Contains(type.Code) || (type.Code == "OC10" && subtype != "none");
        return evidence.Count == 0 && (isOfTwo || given.Evidence.Count > 0) ? null : new(type.Code, subtype, claim, evidence);
    }
}
