using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Reviews;

/// <summary>As whom somebody replies to a flag; stated, not checked.</summary>
public enum ReplySender
{
    /// <summary>Whoever asserted the claim.</summary>
    Asserter,
    /// <summary>An author of the text.</summary>
    Author,
    /// <summary>The publisher or organisation.</summary>
    Publisher,
    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>Where a reply stands.</summary>
public enum ReplyState
{
    /// <summary>No reviewer has looked at it yet; nobody else sees it.</summary>
    Waiting,
    /// <summary>It is shown beside the flag.</summary>
    Accepted,
    /// <summary>It is kept and not shown: it is no reply, or names a private person.</summary>
    Refused,
}

/// <summary>A reply to a flag, word for word.</summary>
/// <param name="Id">Follows from its content, so that it is kept once.</param>
/// <param name="Flag">The flag.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When it came, UTC.</param>
/// <param name="Url">Where it stands as well; null for nowhere.</param>
/// <param name="SentAs">As whom.</param>
/// <param name="State">Where it stands.</param>
public sealed record ReplyEntry(string Id, FlagId Flag, string Text, DateTimeOffset At, string? Url, ReplySender SentAs, ReplyState State)
{
    /// <summary>Most characters of a reply.</summary>
    public const int Longest = 5000;

    /// <summary>A reply that nobody has looked at yet.</summary>
    /// <exception cref="HypeWatchException">It is empty or too long, or its address is no web address.</exception>
    public static ReplyEntry Of(FlagId flag, string text, string? url, ReplySender sentAs, DateTimeOffset at)
    {
        var words = string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))).Trim();
        if (words.Length is 0 or > Longest) throw new HypeWatchException(FormattableString.Invariant($"a reply has 1 to {Longest} characters"));
        var address = string.IsNullOrWhiteSpace(url) ? null : Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.AbsoluteUri.Length <= 500
            ? uri.AbsoluteUri : throw new HypeWatchException("the address of a reply begins with https:// and is at most 500 characters long");
        return new(ContentId.Of("rpl", flag.Value, words), flag, words, at, address, sentAs, ReplyState.Waiting);
    }
}

/// <summary>The replies to flags. One is shown once a reviewer accepted it.</summary>
public sealed class ReplyStore(Database database)
{
    /// <summary>Keeps a reply that waits; the same words to the same flag are kept once.</summary>
    public Task AddAsync(ReplyEntry reply, CancellationToken ct) => database.WriteAsync(
        scope => scope.ExecuteAsync("reviews/save-reply", new { reply.Id, FlagId = reply.Flag.Value, reply.Text, RepliedAt = Instant.Write(reply.At), reply.Url, SentAs = reply.SentAs.ToCode() }), ct);

    /// <summary>Replies of a state, to one flag or to all, oldest first.</summary>
    public Task<IReadOnlyList<ReplyEntry>> ListAsync(FlagId? flag, ReplyState state, CancellationToken ct) => database.QueryAsync(
        "reviews/list-replies",
        new { FlagId = flag?.Value, State = state.ToCode() },
        row => new ReplyEntry(
            row.Text("id"), row.Id<FlagId>("flag_id"), row.Text("text"), row.Instant("replied_at"), row.TextOrNull("url"), row.Code<ReplySender>("sent_as"), row.Code<ReplyState>("state")),
        ct);

    /// <summary>Accepts or refuses a reply that waits.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> SettleAsync(string id, ReplyState state, string by, DateTimeOffset at, CancellationToken ct)
    {
        var settled = 0;
        await database.WriteAsync(async scope => settled = await scope.ExecuteAsync("reviews/settle-reply", new { Id = id, State = state.ToCode(), By = by, SettledAt = Instant.Write(at) }), ct);
        return settled > 0;
    }
}
