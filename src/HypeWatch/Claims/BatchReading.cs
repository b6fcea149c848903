using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Counts of one run over a document; batches are read side by side.</summary>
internal sealed class RunTally
{
    private readonly Lock gate = new();
    private ExtractionTally tally = new("model", 0, 0, 0, 0, 0);

    public ExtractionTally Now
    {
        get
        {
            lock (gate) return tally;
        }
    }

    public void Add(int proposed = 0, int notVerbatim = 0, int malformed = 0, long inputTokens = 0, long outputTokens = 0)
    {
        lock (gate)
        {
            tally = tally with
            {
                Proposed = tally.Proposed + proposed,
                NotVerbatim = tally.NotVerbatim + notVerbatim,
                Malformed = tally.Malformed + malformed,
                InputTokens = tally.InputTokens + inputTokens,
                OutputTokens = tally.OutputTokens + outputTokens,
            };
        }
    }
}

/// <summary>What was found in a batch.</summary>
internal sealed record BatchFindings(IReadOnlyList<Claim> Claims, IReadOnlyList<Caveat> Caveats);

/// <summary>Asks the model about one batch of passages, once more when the answer is unusable or names words that do not stand in the text.</summary>
internal sealed class BatchReading(
    PromptRunner runner, PromptFile prompt, ModelReading reading, DocumentVersion version, IReadOnlyList<Passage> batch, RunTally tally, string engineVersion)
{
    private readonly VerbatimGate gate = new(version, batch);
    private readonly Dictionary<Span, Claim> claims = [];
    private readonly Dictionary<Span, Caveat> caveats = [];

    /// <summary>Reads the batch.</summary>
    /// <exception cref="LlmException">The model gave no usable answer, twice.</exception>
    public async Task<BatchFindings> RunAsync(CancellationToken ct)
    {
        var reply = await AskAsync("", ct);
        if (reply.Value is null)
        {
            reply = await AskAsync(Describe(reply.State), ct);
            if (reply.Value is null) throw new LlmMalformedException($"the model's answers were unusable, the last one {reply.State.ToCode()}");
            Take(reply.Value, reply.Model, out var lost);
            tally.Add(proposed: Count(reply.Value), notVerbatim: lost.Count);
            return Found();
        }

        Take(reply.Value, reply.Model, out var problems);
        tally.Add(proposed: Count(reply.Value));
        if (problems.Count > 0) tally.Add(notVerbatim: await RepairAsync(problems, ct));
        return Found();
    }

    private static int Count(ClaimReply reply) => reply.Claims.Count + reply.Caveats.Count;

    private BatchFindings Found() => new([.. claims.Values], [.. caveats.Values]);

    /// <summary>Asks once more for the proposals whose words were not found; returns how many are lost for good.</summary>
    private async Task<int> RepairAsync(List<string> problems, CancellationToken ct)
    {
        var before = claims.Count + caveats.Count;
        var reply = await AskAsync(string.Join('\n', problems), ct);
        if (reply.Value is null) return problems.Count;
        Take(reply.Value, reply.Model, out var still);
        return Math.Max(problems.Count - (claims.Count + caveats.Count - before), still.Count);
    }

    private async Task<LlmReply<ClaimReply>> AskAsync(string problems, CancellationToken ct)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["document"] = About(version.Document),
            ["sentences"] = PassageBatches.Show(batch, gate.Lines),
            ["problems"] = problems,
        };
        LlmReply<ClaimReply> reply;
        try
        {
            reply = await runner.AskAsync<ClaimReply>(prompt, arguments, ct);
        }
        catch (LlmMalformedException)
        {
            // Not even a chat completion: counts like an answer that breaks the schema.
            reply = new(ReplyState.Malformed, null, runner.Model, 0, 0);
        }

        tally.Add(malformed: reply.Value is null ? 1 : 0, inputTokens: reply.InputTokens, outputTokens: reply.OutputTokens);
        return reply;
    }

    private void Take(ClaimReply reply, string model, out List<string> problems)
    {
        var provenance = new Provenance("model", engineVersion, model, prompt.Label, prompt.Sha256);
        problems = [];
        for (var i = 0; i < reply.Claims.Count; i++)
        {
            var item = reply.Claims[i];
            if (item.Types.Count == 0)
            {
                tally.Add(malformed: 1);
                continue;
            }

            var verdict = gate.Resolve(item.Sentences, item.FirstWords, item.LastWords, item.Quote);
            if (verdict.Span is not { } span) problems.Add(FormattableString.Invariant($"claim {i + 1}, sentence {Numbers(item.Sentences)}: {verdict.Problem}"));
            else claims.TryAdd(span, Claim.Cut(version, span, reading.Of(item, version, span, gate), provenance));
        }

        for (var i = 0; i < reply.Caveats.Count; i++)
        {
            var item = reply.Caveats[i];
            var verdict = gate.Resolve(item.Sentences, item.FirstWords, item.LastWords, item.Quote);
            if (verdict.Span is not { } span) problems.Add(FormattableString.Invariant($"caveat {i + 1}, sentence {Numbers(item.Sentences)}: {verdict.Problem}"));
            else caveats.TryAdd(span, Caveat.Cut(version, span, item.Kind, item.Specific, version.PassageAt(span)?.Place ?? Place.Body, provenance));
        }
    }

    private static string Numbers(IReadOnlyList<int> sentences) => string.Join(", ", sentences.Take(5));

    private static string Describe(ReplyState state) => state switch
    {
        ReplyState.Empty => "The answer was empty. Answer with the JSON object that the schema demands.",
        ReplyState.Truncated => "The answer was cut off at its longest length. Leave quote and normalised null, and list the most important claims first.",
        ReplyState.Refused => "The answer was a refusal. Listing what a published document says does not endorse it; answer with empty lists when nothing is to be listed.",
        _ => "The answer did not follow the schema. Answer with the JSON object alone, without any text around it.",
    };

    private static string About(Document document)
    {
        const int Most = 300;
        var title = ShownText.Of(document.Title);
        var publisher = document.Publisher is { } name ? $", published by {ShownText.Of(name)}" : "";
        return $"{(title.Length <= Most ? title : title[..Most])} ({document.Kind.ToCode()}{publisher})";
    }
}
