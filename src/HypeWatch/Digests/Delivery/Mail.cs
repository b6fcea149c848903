namespace HypeWatch.Digests.Delivery;

/// <summary>What sort of mail.</summary>
public enum MailKind
{
    /// <summary>The digest of a week.</summary>
    Weekly,
    /// <summary>Confirmed flags of severity 5, at most once a day.</summary>
    Urgent,
    /// <summary>The question whether an address is meant.</summary>
    Confirmation,
}

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>Waits for its time.</summary>
    Queued,
    /// <summary>Is being handed over.</summary>
    Sending,
    /// <summary>Was taken by the server, or lies in the outbox folder.</summary>
    Sent,
    /// <summary>Was handed over whole, and nobody heard the answer: it may or may not have been taken. Not sent again by itself.</summary>
    Unknown,
    /// <summary>Was refused for good, or too often.</summary>
    Failed,
    /// <summary>Was not sent because its reader had left.</summary>
    Cancelled,
}

/// <summary>A line of the ledger.</summary>
/// <param name="Id">Follows from recipient, kind and period; also the left half of the Message-ID.</param>
/// <param name="Recipient">Bare address.</param>
/// <param name="Kind">What sort.</param>
/// <param name="Period">ISO week, or day.</param>
/// <param name="Digest">The digest that it carries; null when it carries none.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was handed over.</param>
/// <param name="DueAt">When it is tried next.</param>
/// <param name="Answer">What the server last said; for the outbox folder, the file.</param>
public sealed record Mail(
    string Id, string Recipient, MailKind Kind, string Period, string? Digest, MailState State, int Attempts, DateTimeOffset DueAt, string? Answer);

/// <summary>How a hand-over ended.</summary>
/// <param name="Answer">What the server said, or why nothing was heard.</param>
public abstract record SendResult(string Answer)
{
    /// <summary>Taken.</summary>
    public sealed record Taken(string Answer) : SendResult(Answer);

    /// <summary>Not taken now (4xx, or the connection broke before the mail was whole).</summary>
    public sealed record Later(string Answer) : SendResult(Answer);

    /// <summary>Refused for good (5xx).</summary>
    /// <param name="IsRecipient">Whether it is the address that was refused.</param>
    /// <param name="IsGone">Whether the address does not exist.</param>
    /// <param name="Answer">What the server said.</param>
    public sealed record Refused(string Answer, bool IsRecipient, bool IsGone) : SendResult(Answer);

    /// <summary>Handed over whole without an answer.</summary>
    public sealed record Unheard(string Answer) : SendResult(Answer);
}

/// <summary>A way out for mail.</summary>
public interface IMailRoute
{
    /// <summary>Makes ready.</summary>
    /// <exception cref="RouteException">It cannot; every mail waits.</exception>
    Task<IMailSession> OpenAsync(CancellationToken ct);
}

/// <summary>An open way out.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>Hands a mail over.</summary>
    /// <exception cref="RouteException">The way is closed to all mails.</exception>
    Task<SendResult> SendAsync(Mail mail, string message, CancellationToken ct);
}

/// <summary>No mail can leave; the message says why and what to change.</summary>
public sealed class RouteException(string message, Exception inner) : Model.HypeWatchException(message, inner);
