using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Counts of one run over a document; batches are read side by side.</summary>
internal sealed class RunTally
{
    private readonly Lock gate = new();
    private readonly SortedSet<string> missed = new(StringComparer.Ordinal);
    private ExtractionTally tally = new("model", 0, 0, 0, 0, 0);

    /// <summary>The counts so far.</summary>
    public ExtractionTally Now
    {
        get
        {
            lock (gate) return missed.Count == 0 ? tally : tally with { Note = $"the language model gave no usable answer to {string.Join(", ", missed)}" };
        }
    }

    /// <summary>Adds to the counts.</summary>
    public void Add(int proposed = 0, int notVerbatim = 0, int malformed = 0, int withdrawn = 0, long inputTokens = 0, long outputTokens = 0)
    {
        lock (gate)
        {
            tally = tally with
            {
                Proposed = tally.Proposed + proposed,
                NotVerbatim = tally.NotVerbatim + notVerbatim,
                Malformed = tally.Malformed + malformed,
                Withdrawn = tally.Withdrawn + withdrawn,
                InputTokens = tally.InputTokens + inputTokens,
                OutputTokens = tally.OutputTokens + outputTokens,
            };
        }
    }

    /// <summary>Notes that a second reading had no usable answer, so that its claims stand as first read for now.</summary>
    public void Missed(string prompt)
    {
        lock (gate) missed.Add(prompt);
    }
}
