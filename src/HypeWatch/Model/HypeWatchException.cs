namespace HypeWatch.Model;

/// <summary>
/// An expected failure with a message for the user: one line that names the thing and the remedy. Callers that treat a case differently catch an heir.
/// </summary>
public class HypeWatchException : Exception
{
    /// <summary>Makes a failure with a message for the user.</summary>
    public HypeWatchException(string message)
        : base(message)
    {
    }

    /// <summary>Makes a failure with a message for the user and what caused it.</summary>
    public HypeWatchException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
