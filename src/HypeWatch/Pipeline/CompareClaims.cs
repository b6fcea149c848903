using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Propagation;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>How claims travelled in a release.</summary>
/// <param name="Edges">The edges.</param>
/// <param name="IsComplete">False when a language model should have compared and stayed away, so that rules did.</param>
public sealed record ComparedClaims(IReadOnlyList<PropagationEdge> Edges, bool IsComplete)
{
    /// <summary>Whether the model is likely away for other questions too.</summary>
    public bool IsAway { get; init; }
}

/// <summary>
/// Finds how claims travelled, by rules, and has a language model compare the pairs where one is configured: what it shows to be another matter is no edge between claims,
/// what the rules were not sure of and it shows to be the same becomes one, and its reading of the change goes before theirs. What it does not answer verifiably stays as the rules say.
/// </summary>
/// <param name="finder">The rules.</param>
/// <param name="model">Compares with a language model; null when none is configured.</param>
/// <param name="log">Told when the model failed.</param>
public sealed class CompareClaims(EdgeFinder finder, ModelClaimComparer? model, ILogger<CompareClaims> log)
{
    // The surest first; a release that travelled further is compared so far.
    private const int MostPairs = 80;

    /// <summary>What decides the edges besides the texts.</summary>
    public string Key => model?.Key ?? "rules";

    /// <summary>How claims travelled between the documents of a dossier.</summary>
    public async Task<ComparedClaims> FindAsync(IReadOnlyList<DossierDocument> documents, CancellationToken ct)
    {
        var edges = finder.Find(documents);
        if (model is null) return new(edges, true);
        var claims = documents.SelectMany(document => document.Claims).ToDictionary(claim => claim.Id);
        List<PropagationEdge> asked =
        [
            .. edges.Where(edge => edge is { UpstreamClaim: not null, DownstreamClaim: not null, Kind: not EdgeKind.Quotes }).Concat(finder.Doubtful(documents)).OrderByDescending(edge => edge.Confidence)
                .ThenBy(edge => edge.Id.Value, StringComparer.Ordinal).Take(MostPairs),
        ];
        if (asked.Count == 0) return new(edges, true);
        try
        {
            var answers = await model.CompareAsync([.. asked.Select(edge => (claims[edge.UpstreamClaim!.Value].Quote, claims[edge.DownstreamClaim!.Value].Quote))], ct);
            return new(With(edges, asked.Zip(answers)), true);
        }
        catch (LlmException exception)
        {
            log.LogWarning(exception, "Compared {Count} pairs of claims by rules: the language model failed", asked.Count);
            return new(edges, false) { IsAway = !exception.IsOfOneRequest };
        }
    }

    private static IReadOnlyList<PropagationEdge> With(IReadOnlyList<PropagationEdge> edges, IEnumerable<(PropagationEdge Edge, ClaimComparison? Answer)> answers)
    {
        var said = answers.Where(pair => pair.Answer is not null).ToDictionary(pair => pair.Edge.Id, pair => (pair.Edge, Answer: pair.Answer!));
        List<PropagationEdge> kept = [.. edges.Where(edge => !said.TryGetValue(edge.Id, out var heard) || heard.Answer.IsSame)];
        kept.AddRange(said.Values.Where(heard => heard.Answer.IsSame && kept.TrueForAll(edge => edge.Id != heard.Edge.Id)).Select(heard => heard.Edge));
        // What no claim of the release was thought to say is told of one after all.
        var found = kept.Where(edge => edge.UpstreamClaim is not null).Select(edge => edge.DownstreamClaim).OfType<ClaimId>().ToHashSet();
        kept.RemoveAll(edge => edge is { UpstreamClaim: null, DownstreamClaim: { } claim } && found.Contains(claim));
        var told = kept.Where(edge => edge.DownstreamClaim is not null).Select(edge => (edge.Upstream, edge.Downstream)).ToHashSet();
        // A document from which no claim came is still pointed to; and from which one came is no longer shown as only pointed to.
        var pointed = edges.Where(edge => edge.DownstreamClaim is not null && !told.Contains((edge.Upstream, edge.Downstream))).DistinctBy(edge => (edge.Upstream, edge.Downstream)).Select(EdgeFinder.BetweenDocuments);
        return [.. kept.Where(edge => edge.DownstreamClaim is not null || edge.DateOk is false || !told.Contains((edge.Upstream, edge.Downstream))).Select(edge => said.TryGetValue(edge.Id, out var heard) ? Read(edge, heard.Answer) : edge), .. pointed];
    }

    private static PropagationEdge Read(PropagationEdge edge, ClaimComparison answer)
    {
        if (answer.Drift is Drift.Unknown) return edge;
        var sign = answer.Drift is Drift.Stronger ? 1 : -1;
        IReadOnlyList<EdgeChange> changes = answer.Drift is Drift.Same ? [] : [new(ChangeAxis.Reading, sign, answer.EarlierQuote, answer.LaterQuote)];
        return edge with
        {
            Drift = answer.Drift, Changes = [.. edge.Changes.Where(change => change.Axis is ChangeAxis.Number or ChangeAxis.Capacity), .. changes],
            ExcessOwner = answer.Drift is not Drift.Stronger ? ExcessOwner.None : edge.ExcessOwner is ExcessOwner.None ? ExcessOwner.Downstream : edge.ExcessOwner,
        };
    }
}
