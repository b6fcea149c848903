using System.Diagnostics;
using System.Diagnostics.Metrics;
using HypeWatch.Model;
using HypeWatch.Sources;

namespace HypeWatch.Pipeline;

/// <summary>
/// What the pipeline tells whoever listens: a trace for each document with a span for each step that was done, and counts and durations of both. Nothing is made when nobody listens. Names and
/// values hold codes, ids and addresses, never a text and never a secret.
/// </summary>
public static class Signals
{
    /// <summary>Name of the traces and the meter.</summary>
    public const string Name = "HypeWatch";

    private static readonly ActivitySource Traces = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Documents = Meter.CreateCounter<long>("hypewatch.documents", "{document}", "Documents that went through the stages, by the state in which they ended");

    private static readonly Histogram<double> Stages = Meter.CreateHistogram<double>("hypewatch.stage.duration", "s", "Time of a step that was done, by stage and outcome");

    private static readonly Counter<long> Polls = Meter.CreateCounter<long>("hypewatch.polls", "{poll}", "Looks at sources, by the state in which they ended");

    /// <summary>Begins the trace of a document's way.</summary>
    /// <param name="item">The document's item.</param>
    /// <returns>Null when nobody listens.</returns>
    public static Activity? Document(SourceItem item)
    {
        if (!Traces.HasListeners()) return null;
        // A trace of its own, whatever asked for it: a round over many sources would otherwise be one trace of all documents.
        Activity.Current = null;
        return Traces.StartActivity("document")?.SetTag("hypewatch.item", item.Key).SetTag("hypewatch.source", item.Source);
    }

    /// <summary>Begins the span of a step.</summary>
    /// <param name="stage">The step.</param>
    /// <param name="input">Id of what went in.</param>
    /// <returns>Null when nobody listens.</returns>
    public static Activity? Stage(string stage, string input) => Traces.StartActivity(stage)?.SetTag("hypewatch.input", input);

    /// <summary>Says how a step ended.</summary>
    /// <param name="span">Its span.</param>
    /// <param name="stage">The step.</param>
    /// <param name="outcome">How it ended, or <c>failed</c>.</param>
    /// <param name="elapsed">How long it took.</param>
    public static void Ended(Activity? span, string stage, string outcome, TimeSpan elapsed)
    {
        Stages.Record(elapsed.TotalSeconds, new("stage", stage), new("outcome", outcome));
        span?.SetTag("hypewatch.outcome", outcome);
        if (outcome == Failed) span?.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Says how a document ended.</summary>
    /// <param name="span">Its trace.</param>
    /// <param name="outcome">How it ended.</param>
    public static void Ended(Activity? span, DocumentOutcome outcome)
    {
        Documents.Add(1, new KeyValuePair<string, object?>("state", outcome.State.ToCode()));
        span?.SetTag("hypewatch.state", outcome.State.ToCode()).SetTag("hypewatch.document", outcome.Version?.Document.Id.Value).SetTag("hypewatch.claims", outcome.Claims);
        if (outcome.State == ItemState.Parked) span?.SetStatus(ActivityStatusCode.Error, $"parked at {outcome.Stage}");
    }

    /// <summary>Says how a look at a source ended.</summary>
    /// <param name="state">The state.</param>
    public static void Polled(PollState state) => Polls.Add(1, new KeyValuePair<string, object?>("state", state.ToCode()));

    /// <summary>Outcome of a step that failed unexpectedly.</summary>
    public const string Failed = "failed";
}
