using System.Globalization;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// Proposes with a language model how open predictions came out, from claims of a release. A verdict counts only when the words that it rests on stand in the claim that it
/// names; what does not is no proposal.
/// </summary>
/// <param name="runner">Asks the model.</param>
/// <param name="prompts">Holds the prompt.</param>
public sealed class ResolutionProposer(PromptRunner runner, PromptLibrary prompts)
{
    private const int MostOfLine = 1200;

    private readonly PromptFile prompt = prompts["predictions/propose-resolution"];

    /// <summary>One proposal for each prediction, in their order.</summary>
    /// <param name="items">The predictions.</param>
    /// <param name="claims">What the release claims.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<IReadOnlyList<ResolutionProposal>> ProposeAsync(IReadOnlyList<Prediction> items, IReadOnlyList<Claim> claims, CancellationToken ct)
    {
        if (items.Count == 0 || claims.Count == 0) return [.. items.Select(item => ResolutionProposal.None(item.Number))];
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["predictions"] = string.Join('\n', items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Number}: {ShownText.Of(item.Statement, MostOfLine)}"))),
            ["sentences"] = string.Join('\n', claims.Index().Select(claim => string.Create(CultureInfo.InvariantCulture, $"{claim.Index + 1}: {ShownText.Of(claim.Item.Quote, MostOfLine)}"))),
        };
        var reply = await runner.AskAsync<ProposalReply>(prompt, arguments, ct);
        var given = reply.Value?.Proposals ?? [];
        return
        [
            .. items.Select(item => given.Where(proposal => proposal.Prediction == item.Number).Take(2).ToList() is [var only] ? Verified(only, item, claims, reply.Model) : ResolutionProposal.None(item.Number)),
        ];
    }

    private static ResolutionProposal Verified(ProposedOutcome given, Prediction item, IReadOnlyList<Claim> claims, string model)
    {
        if (given.Verdict is ProposedVerdict.Undecided || given.Sentence is not { } number || number < 1 || number > claims.Count || string.IsNullOrWhiteSpace(given.Quote)) return ResolutionProposal.None(item.Number);
        var claim = claims[number - 1];
        if (ShownText.Whole(claim.Quote).SpanOf(given.Quote) is not { } span) return ResolutionProposal.None(item.Number);
        var resolution = given.Verdict switch { ProposedVerdict.Happened => Resolution.True, ProposedVerdict.NotHappened => Resolution.False, _ => Resolution.Partial };
        return new(item.Number, resolution, claim.Id, span.Of(claim.Quote), model);
    }
}
