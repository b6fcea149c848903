using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>Where in a file something stands, so that a message can say it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Line">Number of the line, from 1.</param>
internal readonly record struct FilePlace(string Name, int Line)
{
    /// <summary>What is wrong here and what to do about it.</summary>
    public HypeWatchException Wrong(string what, Exception? cause = null) => new(FormattableString.Invariant($"{Name}, line {Line}: {what}"), cause!);
}
