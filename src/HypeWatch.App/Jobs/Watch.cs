namespace HypeWatch.App.Jobs;

/// <summary>Progress that is told at once and in order, which <see cref="Progress{T}"/> does not promise.</summary>
internal sealed class Watch<T>(Action<T> tell) : IProgress<T>
{
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public void Report(T value)
    {
        lock (gate) tell(value);
    }
}
