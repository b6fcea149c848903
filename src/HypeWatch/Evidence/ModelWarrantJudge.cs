using System.Globalization;
using System.Text;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>A claim and the experiments that may be its evidence.</summary>
/// <param name="Claim">The claim's words.</param>
/// <param name="Experiments">The experiments, nearest first.</param>
public sealed record WarrantCase(string Claim, IReadOnlyList<Experiment> Experiments);

/// <summary>What a language model makes of a case.</summary>
/// <param name="Warrant">The kind of evidence.</param>
/// <param name="Experiments">The experiments that it rests on, verified; empty for <see cref="Warrant.None"/>.</param>
public sealed record JudgedWarrant(Warrant Warrant, IReadOnlyList<Experiment> Experiments);

/// <summary>
/// Judges with a language model what claims rest on (specification 2.4). A warrant above W0 counts only when every sentence that it names exists and holds the quoted words;
/// what does not is dropped.
/// </summary>
/// <param name="runner">Asks the model.</param>
/// <param name="prompts">Holds the prompt.</param>
public sealed class ModelWarrantJudge(PromptRunner runner, PromptLibrary prompts)
{
    /// <summary>Cases in one question.</summary>
    private const int MostCases = 8;

    /// <summary>Experiments of one case in a question.</summary>
    private const int MostExperiments = 12;
    private const int MostOfLine = 800;
    private readonly PromptFile prompt = prompts["evidence/judge-warrant"];

    /// <summary>What decides besides the texts: prompt and model.</summary>
    public string Key => $"{prompt.Label} {prompt.Sha256[..12]} {runner.Model}";

    /// <summary>The model's name.</summary>
    public string Model => runner.Model;

    /// <summary>Judges cases, in their order.</summary>
    /// <returns>One judgement a case; null where the model gave none that can be verified.</returns>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<IReadOnlyList<JudgedWarrant?>> JudgeAsync(IReadOnlyList<WarrantCase> cases, CancellationToken ct)
    {
        var answers = await Task.WhenAll(cases.Chunk(MostCases).Select(part => AskAsync(part, ct)));
        return [.. answers.SelectMany(answer => answer)];
    }

    private async Task<IEnumerable<JudgedWarrant?>> AskAsync(WarrantCase[] cases, CancellationToken ct)
    {
        List<IReadOnlyList<Experiment>> shown = [.. cases.Select(one => (IReadOnlyList<Experiment>)[.. one.Experiments.Take(MostExperiments)])];
        var sheet = new StringBuilder();
        for (var i = 0; i < cases.Length; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"Case {i + 1}. Claim: {ShownText.Of(cases[i].Claim, MostOfLine)}\n");
            for (var k = 0; k < shown[i].Count; k++) sheet.Append(CultureInfo.InvariantCulture, $"  {k + 1}: {ShownText.Of(shown[i][k].Quote, MostOfLine)}\n");
            sheet.Append('\n');
        }

        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["cases"] = sheet.ToString().TrimEnd('\n') };
        var given = (await runner.AskAsync<WarrantReply>(prompt, arguments, ct)).Value?.Warrants ?? [];
        return cases.Select((_, i) => given.Where(judged => judged.Case == i + 1).Take(2).ToList() is [var only] ? Verified(only, shown[i]) : null);
    }

    private static JudgedWarrant? Verified(CaseWarrant given, IReadOnlyList<Experiment> shown)
    {
        if (given.Warrant == Warrant.None) return given.Evidence.Count == 0 ? new(Warrant.None, []) : null;
        if (given.Evidence.Count == 0 || !given.Evidence.All(Stands)) return null;
        return new(given.Warrant, [.. given.Evidence.Select(evidence => shown[evidence.Sentence - 1]).Distinct()]);

        bool Stands(CaseEvidence evidence) => evidence.Sentence >= 1 && evidence.Sentence <= shown.Count && ShownText.Whole(shown[evidence.Sentence - 1].Quote).SpanOf(evidence.Quote) is not null;
    }
}
