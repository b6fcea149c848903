namespace HypeWatch.App.Jobs;

/// <summary>Lets a door watch the jobs at work; nobody watches when the service runs in the background.</summary>
internal sealed class RoundProgress
{
    /// <summary>Given title, done, total and the name of the current thing.</summary>
    public Action<string, int, int, string>? Watcher { get; set; }

    /// <summary>Tells the watcher.</summary>
    public void Report(string title, int done, int total, string name) => Watcher?.Invoke(title, done, total, name);
}
