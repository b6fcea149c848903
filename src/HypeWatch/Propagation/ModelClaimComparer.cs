using System.Globalization;
using System.Text;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>What a model found of a pair of claims; its quotes stand in the claims, word for word.</summary>
/// <param name="IsSame">Whether both put forward one proposition.</param>
/// <param name="Drift">Which way it changed; <see cref="Drift.Unknown"/> where that cannot be told.</param>
/// <param name="EarlierQuote">Words of the earlier claim in which both differ most; empty for none.</param>
/// <param name="LaterQuote">Words of the later one; empty for none.</param>
public sealed record ClaimComparison(bool IsSame, Drift Drift, string EarlierQuote, string LaterQuote);

/// <summary>
/// Compares claims with a language model: the same proposition, and what differs most. An answer counts only when the words that it rests on stand in the claims; two
/// different things and every change need such words.
/// </summary>
/// <param name="runner">Asks the model.</param>
/// <param name="prompts">Holds the prompt.</param>
public sealed class ModelClaimComparer(PromptRunner runner, PromptLibrary prompts)
{
    private const int MostPairs = 10, MostOfLine = 1200;

    private readonly PromptFile prompt = prompts["propagation/compare-claims"];

    /// <summary>What decides the answers besides the claims: prompt and model.</summary>
    public string Key => $"{prompt.Label} {prompt.Sha256[..12]} {runner.Model}";

    /// <summary>Compares the words of pairs of claims, in their order.</summary>
    /// <returns>One comparison a pair; null where the model gave none that can be verified.</returns>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<IReadOnlyList<ClaimComparison?>> CompareAsync(IReadOnlyList<(string Earlier, string Later)> pairs, CancellationToken ct)
    {
        var answers = await Task.WhenAll(pairs.Chunk(MostPairs).Select(part => AskAsync(part, ct)));
        return [.. answers.SelectMany(answer => answer)];
    }

    private async Task<IEnumerable<ClaimComparison?>> AskAsync((string Earlier, string Later)[] pairs, CancellationToken ct)
    {
        var sheet = new StringBuilder();
        foreach (var (number, (earlier, later)) in pairs.Index())
            sheet.Append(CultureInfo.InvariantCulture, $"Pair {number + 1}. Earlier: {ShownText.Of(earlier, MostOfLine)}\n  Later: {ShownText.Of(later, MostOfLine)}\n\n");
        var given = (await runner.AskAsync<ComparisonReply>(prompt, new Dictionary<string, string>(StringComparer.Ordinal) { ["pairs"] = sheet.ToString().TrimEnd('\n') }, ct)).Value?.Pairs ?? [];
        return pairs.Select((pair, i) => given.Where(answer => answer.Pair == i + 1).Take(2).ToList() is [var only] ? Verified(only, pair.Earlier, pair.Later) : null);
    }

    private static ClaimComparison? Verified(ComparedSentences given, string earlier, string later)
    {
        if (given.Same && given.Change is ClaimedChange.Equal) return new(true, Drift.Same, "", "");
        if (WordsOf(given.EarlierQuote, earlier) is not { } from || WordsOf(given.LaterQuote, later) is not { } to) return null;
        // Who says that two sentences differ shows where.
        if (given.Same ? from.Length == 0 && to.Length == 0 : from.Length == 0 || to.Length == 0) return null;
        return new(given.Same, given.Same ? DriftOf(given.Change) : Drift.Unknown, from, to);
    }

    private static string? WordsOf(string? quote, string claim) => string.IsNullOrWhiteSpace(quote) ? "" : ShownText.Whole(claim).SpanOf(quote)?.Of(claim);

    private static Drift DriftOf(ClaimedChange change) => change switch { ClaimedChange.Stronger => Drift.Stronger, ClaimedChange.Weaker => Drift.Weaker, _ => Drift.Unknown };
}
