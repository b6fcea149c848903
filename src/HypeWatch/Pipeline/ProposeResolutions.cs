using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Queries;

namespace HypeWatch.Pipeline;

/// <summary>What is at hand to settle an open prediction.</summary>
/// <param name="Item">The prediction.</param>
/// <param name="Evidence">Claims that speak of what was predicted, the nearest first.</param>
/// <param name="Proposal">How a language model would settle it.</param>
public sealed record ProposedResolution(Prediction Item, IReadOnlyList<ClaimView> Evidence, ResolutionProposal Proposal);

/// <summary>What is at hand to settle the open predictions of a set.</summary>
/// <param name="Set">The set.</param>
/// <param name="Items">Its open predictions.</param>
/// <param name="Note">Why no model proposes; null where one was asked.</param>
public sealed record SetProposals(PredictionSet Set, IReadOnlyList<ProposedResolution> Items, string? Note);

/// <summary>
/// Looks for what settles open predictions: claims made since that speak of what was predicted, and, where a language model is configured, its verdict with the words that it
/// rests on. Writes nothing: a person decides.
/// </summary>
/// <param name="claims">The stored claims.</param>
/// <param name="releases">Which documents make up the release.</param>
/// <param name="proposer">Asks the model; null when none is configured.</param>
public sealed class ProposeResolutions(ClaimQueries claims, ReleaseQueries releases, ResolutionProposer? proposer)
{
    private const int EvidenceShown = 3, MostSentences = 60, HeadlinesOfDocument = 20;

    // A prediction is worded before the result, so that it shares fewer words with it than a report would.
    private const double LeastLikeness = 0.2;

    /// <summary>The proposals for a set.</summary>
    public async Task<SetProposals> RunAsync(PredictionSet set, CancellationToken ct)
    {
        var members = set.Release is { } release ? await releases.MembersAsync(release, ct) : [];
        var own = members.Where(member => new ReleaseDocument(member.Document.Id, member.Relation).IsOwn).Select(member => member.Document.Id).ToHashSet();
        var found = new List<(Prediction Item, IReadOnlyList<ClaimView> Evidence)>();
        foreach (var item in set.Items.Where(item => item.Resolution is Resolution.Open))
        {
            var alike = await claims.AlikeAsync(item.Statement, MostSentences, ct, LeastLikeness);
            found.Add((item, [.. alike.Where(view => IsSince(view.Document, set) && (own.Count == 0 || own.Contains(view.Document.Id))).Take(EvidenceShown)]));
        }

        var (proposals, note) = await AskAsync([.. found.Select(pair => pair.Item)], [.. found.SelectMany(pair => pair.Evidence)], own, ct);
        return new(set, [.. found.Select(pair => new ProposedResolution(pair.Item, pair.Evidence, proposals.FirstOrDefault(proposal => proposal.Number == pair.Item.Number) ?? ResolutionProposal.None(pair.Item.Number)))], note);
    }

    // What was said before the list was made, or is the list itself, settles nothing.
    private static bool IsSince(DocumentView document, PredictionSet set) => document.Id != set.Document && document.Published.NotAfter >= set.MadeOn;

    private async Task<(IReadOnlyList<ResolutionProposal> Proposals, string? Note)> AskAsync(IReadOnlyList<Prediction> items, IReadOnlyList<ClaimView> evidence, IReadOnlySet<DocumentId> own, CancellationToken ct)
    {
        if (proposer is null) return ([], "no language model is configured: the claims alone are shown");
        var shown = evidence.ToList();
        foreach (var document in own.OrderBy(id => id.Value, StringComparer.Ordinal)) shown.AddRange(await claims.FindAsync(new(Document: document.Value, HeadlineOnly: true, Limit: HeadlinesOfDocument), ct));
        List<Claim> sentences = [.. shown.Select(view => view.Claim).DistinctBy(claim => claim.Id).Take(MostSentences)];
        try
        {
            return (await proposer.ProposeAsync(items, sentences, ct), null);
        }
        catch (LlmException problem)
        {
            return ([], $"the language model gave no answer: {problem.Message}");
        }
    }
}
