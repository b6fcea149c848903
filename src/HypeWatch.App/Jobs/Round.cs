using HypeWatch.Pipeline;
using HypeWatch.Sources;

namespace HypeWatch.App.Jobs;

/// <summary>What the jobs tell a door that watches them at work; nobody watches when the service runs in the background.</summary>
internal sealed class Round
{
    /// <summary>Whether every source is asked, whatever its own pause.</summary>
    public bool AsksAll { get; set; }

    /// <summary>Told of title, done, total and the name of the current thing.</summary>
    public Action<string, int, int, string>? Watcher { get; set; }

    /// <summary>What the sources answered.</summary>
    public IReadOnlyList<SourcePoll> Polls { get; set; } = [];

    /// <summary>What was read.</summary>
    public IReadOnlyList<IngestedItem> Items { get; set; } = [];

    /// <summary>What was assessed; null before.</summary>
    public AssessmentReport? Assessment { get; set; }

    /// <summary>Tells the watcher.</summary>
    public void Report(string title, int done, int total, string name) => Watcher?.Invoke(title, done, total, name);
}
