using System.Globalization;
using System.Text;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>A claim and the text of a work that it cites.</summary>
/// <param name="Claim">The claim's words.</param>
/// <param name="Text">The cited text.</param>
public sealed record CitedPair(string Claim, CitedText Text);

/// <summary>
/// Judges with a language model whether cited texts bear claims out. A verdict other than neutral counts only when the words that it rests on stand, once, in the
/// sentence that it names; what does not is dropped.
/// </summary>
/// <param name="runner">Asks the model.</param>
/// <param name="prompts">Holds the prompt.</param>
public sealed class ModelSupportJudge(PromptRunner runner, PromptLibrary prompts)
{
    /// <summary>Pairs in one question.</summary>
    private const int MostPairs = 10;

    /// <summary>Sentences of one text in a question; of a longer one those that hold most of the claim are shown.</summary>
    private const int MostSentences = 16;
    private const int MostOfLine = 1200;
    private readonly PromptFile prompt = prompts["evidence/judge-support"];

    /// <summary>What decides the verdicts besides the texts: prompt and model.</summary>
    public string Key => $"{prompt.Label} {prompt.Sha256[..12]} {runner.Model}";

    /// <summary>The model's name.</summary>
    public string Model => runner.Model;

    /// <summary>Judges pairs, in their order.</summary>
    /// <returns>One verdict a pair; null where the model gave none that can be verified.</returns>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<IReadOnlyList<CitedVerdict?>> JudgeAsync(IReadOnlyList<CitedPair> pairs, CancellationToken ct)
    {
        var answers = await Task.WhenAll(pairs.Chunk(MostPairs).Select(part => AskAsync(part, ct)));
        return [.. answers.SelectMany(answer => answer)];
    }

    private async Task<IEnumerable<CitedVerdict?>> AskAsync(CitedPair[] pairs, CancellationToken ct)
    {
        List<IReadOnlyList<Span>> shown = [.. pairs.Select(pair => pair.Text.Sentences.Count <= MostSentences ? pair.Text.Sentences : SupportJudge.Nearest(pair.Claim, pair.Text, MostSentences))];
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["pairs"] = Show(pairs, shown) };
        var given = (await runner.AskAsync<SupportReply>(prompt, arguments, ct)).Value?.Verdicts ?? [];
        return pairs.Select((pair, i) => given.Where(verdict => verdict.Pair == i + 1).Take(2).ToList() is [var only] ? Verified(only, pair.Text, shown[i]) : null);
    }

    private static string Show(CitedPair[] pairs, List<IReadOnlyList<Span>> shown)
    {
        var sheet = new StringBuilder();
        for (var i = 0; i < pairs.Length; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"Pair {i + 1}. Claim: {ShownText.Of(pairs[i].Claim, MostOfLine)}\n");
            for (var k = 0; k < shown[i].Count; k++) sheet.Append(CultureInfo.InvariantCulture, $"  {k + 1}: {Cut(new ShownText(pairs[i].Text.Text, shown[i][k]).Line)}\n");
            sheet.Append('\n');
        }

        return sheet.ToString().TrimEnd('\n');
    }

    private static string Cut(string line) => line.Length <= MostOfLine ? line : line[..MostOfLine];

    private static CitedVerdict? Verified(PairVerdict given, CitedText text, IReadOnlyList<Span> shown)
    {
        if (given.Verdict == PairSupport.Neutral) return new(SupportVerdict.Neutral, Kind: text.Kind, Version: text.Version);
        if (given.Sentence is not { } number || number < 1 || number > shown.Count || string.IsNullOrWhiteSpace(given.Quote)) return null;
        var sentence = new ShownText(text.Text, shown[number - 1]);
        var words = ShownText.Of(given.Quote);
        if (words.Length == 0 || sentence.Find(words).Take(2).ToList() is not [var at]) return null;
        var span = sentence.Source(at, words.Length);
        return new(VerdictOf(given.Verdict), span.Of(text.Text), span, text.Kind, text.Version);
    }

    private static SupportVerdict VerdictOf(PairSupport verdict) => verdict switch
    {
        PairSupport.Entails => SupportVerdict.Entails,
        PairSupport.Weaker => SupportVerdict.Weaker,
        PairSupport.Contradicts => SupportVerdict.Contradicts,
        _ => SupportVerdict.Neutral,
    };
}
