using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>A claim as first read, and what is in doubt about it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="IsVoiceUnsure">Whether the words, or the model, hint at somebody else's voice.</param>
/// <param name="TooBroad">A rewording that said more than the words; null when there is none.</param>
internal sealed record ClaimDraft(Claim Claim, bool IsVoiceUnsure, string? TooBroad);

/// <summary>What was found in a batch.</summary>
internal sealed record BatchFindings(IReadOnlyList<ClaimDraft> Claims, IReadOnlyList<Caveat> Caveats);

/// <summary>
/// Asks the model about one batch of passages: once more when the answer is unusable, and once more about those sentences alone whose proposals named words
/// that do not stand there.
/// </summary>
internal sealed class BatchReading(DocumentQuestions questions, PromptFile prompt, ModelReading reading, string engineVersion)
{
    private readonly DocumentVersion version = questions.Version;
    private readonly Dictionary<Span, ClaimDraft> claims = [];
    private readonly Dictionary<Span, Caveat> caveats = [];

    private sealed record Lost(string What, IReadOnlyList<int> Sentences, string Problem);

    /// <summary>Reads a batch.</summary>
    /// <exception cref="LlmException">The model gave no usable answer, twice.</exception>
    public async Task<BatchFindings> RunAsync(IReadOnlyList<Passage> batch, CancellationToken ct)
    {
        var gate = new VerbatimGate(version, batch);
        var reply = await AskAsync(batch, gate, "", ct);
        if (reply.Value is null) reply = await AskAsync(batch, gate, Describe(reply.State), ct);
        if (reply.Value is not { } found) throw new LlmMalformedException($"the model's answers were unusable, the last one {reply.State.ToCode()}");
        questions.Tally.Add(proposed: found.Claims.Count + found.Caveats.Count);
        var lost = Take(found, reply.Model, gate);
        if (lost.Count > 0) questions.Tally.Add(notVerbatim: await RepairAsync(batch, lost, ct));
        return new([.. claims.Values], [.. caveats.Values]);
    }

    /// <summary>Asks once more, with their sentences alone, for the proposals whose words were not found; returns how many are lost for good.</summary>
    private async Task<int> RepairAsync(IReadOnlyList<Passage> batch, IReadOnlyList<Lost> lost, CancellationToken ct)
    {
        var numbers = lost.SelectMany(item => item.Sentences).Where(number => number >= 1 && number <= batch.Count)
            .SelectMany(number => Enumerable.Range(number - 1, 3)).Where(number => number >= 1 && number <= batch.Count).Distinct().Order().ToList();
        if (numbers.Count == 0) return lost.Count;
        IReadOnlyList<Passage> part = [.. numbers.Select(number => batch[number - 1])];
        var gate = new VerbatimGate(version, part);
        var problems = lost.Select(item => $"{item.What}, sentence {string.Join(", ", item.Sentences.Take(5).Select(number => numbers.IndexOf(number) + 1))}: {item.Problem}");
        var before = claims.Count + caveats.Count;
        var reply = await AskAsync(part, gate, string.Join('\n', problems), ct);
        if (reply.Value is null)
        {
            questions.Tally.Missed(prompt.Name);
            return lost.Count;
        }

        var still = Take(reply.Value, reply.Model, gate);
        return Math.Max(lost.Count - (claims.Count + caveats.Count - before), still.Count);
    }

    private Task<LlmReply<ClaimReply>> AskAsync(IReadOnlyList<Passage> batch, VerbatimGate gate, string problems, CancellationToken ct) => questions.AskAsync<ClaimReply>(
        prompt, new Dictionary<string, string>(StringComparer.Ordinal) { ["sentences"] = PassageBatches.Show(batch, gate.Lines), ["problems"] = problems }, ct);

    private List<Lost> Take(ClaimReply reply, string model, VerbatimGate gate)
    {
        var provenance = new Provenance("model", engineVersion, model, prompt.Label, prompt.Sha256);
        var lost = new List<Lost>();
        for (var i = 0; i < reply.Claims.Count; i++)
        {
            var item = reply.Claims[i];
            if (item.Types.Count == 0)
            {
                questions.Tally.Add(malformed: 1);
                continue;
            }

            var verdict = gate.Resolve(item.Sentences, item.FirstWords, item.LastWords, item.Quote);
            if (verdict.Span is not { } span) lost.Add(new(FormattableString.Invariant($"claim {i + 1}"), item.Sentences, verdict.Problem!));
            else claims.TryAdd(span, reading.Of(item, version, span, gate, provenance));
        }

        for (var i = 0; i < reply.Caveats.Count; i++)
        {
            var item = reply.Caveats[i];
            var verdict = gate.Resolve(item.Sentences, item.FirstWords, item.LastWords, item.Quote);
            if (verdict.Span is not { } span) lost.Add(new(FormattableString.Invariant($"caveat {i + 1}"), item.Sentences, verdict.Problem!));
            else caveats.TryAdd(span, Caveat.Cut(version, span, item.Kind, item.Specific, version.PassageAt(span)?.Place ?? Place.Body, provenance));
        }

        return lost;
    }

    private static string Describe(ReplyState state) => state switch
    {
        ReplyState.Empty => "The answer was empty. Answer with the JSON object that the schema demands.",
        ReplyState.Truncated => "The answer was cut off at its longest length. Leave quote and normalised null, and list the most important claims first.",
        ReplyState.Refused => "The answer was a refusal. Listing what a published document says does not endorse it; answer with empty lists when nothing is to be listed.",
        _ => "The answer did not follow the schema. Answer with the JSON object alone, without any text around it.",
    };
}
