using HypeWatch.Model;

namespace HypeWatch.Llm;

/// <summary>A language model gave no usable answer. The heirs are what callers treat differently.</summary>
public abstract class LlmException : HypeWatchException
{
    private protected LlmException(string message, Exception? cause)
        : base(message, cause!)   // an exception may be without a cause
    {
    }

    /// <summary>Whether the failure is of this request alone, so that another one may well be answered: a sheet that was refused, an answer of the wrong form.</summary>
    public bool IsOfOneRequest => this is LlmMalformedException or LlmRejectedException { Status: 400 };
}

/// <summary>The endpoint is not reachable, overloaded or too slow, and stayed so through all retries. Later it may answer.</summary>
/// <param name="message">What happened.</param>
/// <param name="retryAfter">How long the endpoint asked to be left alone; null when it did not say.</param>
/// <param name="cause">The failure of the last attempt.</param>
public sealed class LlmUnavailableException(string message, TimeSpan? retryAfter = null, Exception? cause = null) : LlmException(message, cause)
{
    /// <summary>How long the endpoint asked to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>The endpoint refused the request itself: wrong key, unknown model, unsupported option. Repeating it cannot help.</summary>
/// <param name="message">What happened, with the settings to look at.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="cause">The failure.</param>
public sealed class LlmRejectedException(string message, int status, Exception? cause = null) : LlmException(message, cause)
{
    /// <summary>The HTTP status, 400 to 499.</summary>
    public int Status { get; } = status;
}

/// <summary>The answer is not what the protocol or the schema demands.</summary>
/// <param name="message">What is wrong with it; never the answer itself.</param>
/// <param name="cause">The failure that showed it.</param>
public sealed class LlmMalformedException(string message, Exception? cause = null) : LlmException(message, cause);

/// <summary>A limit of spending is used up (<see cref="LlmSettings.MaxTokensPerDay"/>, <see cref="LlmSettings.MaxCostPerMonth"/>).</summary>
/// <param name="limit">The limit in words.</param>
/// <param name="until">When the next period begins.</param>
/// <param name="left">How long that is from now.</param>
public sealed class LlmBudgetExceededException(string limit, DateTimeOffset until, TimeSpan left)
    : LlmException(FormattableString.Invariant($"the {limit} are used up until {until:yyyy-MM-dd HH:mm}Z"), null)
{
    /// <summary>When the next period begins, UTC.</summary>
    public DateTimeOffset Until { get; } = until;

    /// <summary>How long that was from the refusal.</summary>
    public TimeSpan Left { get; } = left;
}

/// <summary>Recordings stand in for the model (<see cref="LlmSettings.Replay"/>), and there is none of this request. Nothing steps in for it.</summary>
/// <param name="key">The request's key.</param>
/// <param name="purpose">The prompt; null when none is known.</param>
public sealed class LlmRecordingMissingException(string key, string? purpose)
    : LlmException($"there is no recording of the request {key[..Math.Min(12, key.Length)]} ({purpose ?? "chat"}) in Llm:Replay; record it with Llm:Record", null);
