using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Digests.Delivery;

/// <summary>A mail to be noted.</summary>
/// <param name="Id">See <see cref="Mail"/>.</param>
/// <param name="Recipient">Bare address.</param>
/// <param name="Kind">What sort.</param>
/// <param name="Period">ISO week, or day.</param>
/// <param name="Digest">The digest that it carries.</param>
/// <param name="Message">The whole message in ASCII.</param>
public sealed record NewMail(string Id, string Recipient, MailKind Kind, string Period, string? Digest, string Message);

/// <summary>
/// The ledger of mails: each recipient gets each digest once, over processes and machines. A row is written before anything is sent; from there to the
/// hand-over one conditional update decides which process sends. A process that dies during the hand-over leaves a mail of which nobody can know whether
/// it was taken, and it is called that.
/// </summary>
public sealed class MailLedger(Database database, TimeProvider time, RunStamp run)
{
    /// <summary>The id of a mail.</summary>
    public static string IdOf(MailKind kind, string period, string recipient) =>
        $"{kind.ToCode()}-{period}-{ContentId.Sha256($"{recipient}\n{kind.ToCode()}\n{period}")[..32]}".ToLowerInvariant();

    /// <summary>Notes mails; those of a recipient, kind and period that are noted already are left alone.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> QueueAsync(IReadOnlyList<NewMail> mails, CancellationToken ct)
    {
        var added = 0;
        await database.WriteAsync(
            async scope =>
            {
                added = 0;
                foreach (var mail in mails)
                    added += await scope.ExecuteAsync("digests/queue-mail", new { mail.Id, mail.Recipient, Kind = mail.Kind.ToCode(), mail.Period, DigestId = mail.Digest, mail.Message, DueAt = Now });
            },
            ct);
        return added;
    }

    /// <summary>What is due.</summary>
    public Task<IReadOnlyList<Mail>> DueAsync(int limit, CancellationToken ct) => database.QueryAsync("digests/list-due-mails", new { Now, Limit = limit }, Read, ct);

    /// <summary>Lines of the ledger, the newest first; null means any.</summary>
    public Task<IReadOnlyList<Mail>> ListAsync(string? period, MailKind? kind, string? recipient, int limit, CancellationToken ct) =>
        database.QueryAsync("digests/list-mails", new { Period = period, Kind = kind?.ToCode(), Recipient = recipient, Limit = limit }, Read, ct);

    /// <summary>How many mails stand in each state.</summary>
    public async Task<IReadOnlyDictionary<MailState, int>> CountAsync(CancellationToken ct) =>
        (await database.QueryAsync("digests/count-mails", null, row => (State: row.Code<MailState>("state"), Number: row.Int("number")), ct)).ToDictionary(row => row.State, row => row.Number);

    /// <summary>The stored message.</summary>
    public async Task<string> MessageAsync(Mail mail, CancellationToken ct) => await database.FirstAsync("digests/find-message", new { mail.Id }, row => row.Text("message"), ct) ?? "";

    /// <summary>Takes a mail for the hand-over; false when another process did, or it is no longer due.</summary>
    public Task<bool> TakeAsync(Mail mail, TimeSpan lease, CancellationToken ct) =>
        ChangeAsync("digests/take-mail", new { mail.Id, Owner = run.RunId, LeaseUntil = Instant.Write(time.GetUtcNow() + lease), Now }, ct);

    /// <summary>Notes how a hand-over ended. Not to be cancelled: what was sent must be noted.</summary>
    public Task<bool> SettleAsync(Mail mail, MailState state, DateTimeOffset dueAt, string answer) =>
        ChangeAsync("digests/settle-mail", new { mail.Id, State = state.ToCode(), DueAt = Instant.Write(dueAt), Answer = answer, Owner = run.RunId }, CancellationToken.None);

    /// <summary>Does not send a mail that was not handed over yet.</summary>
    public Task<bool> CancelAsync(Mail mail, string why, CancellationToken ct) => ChangeAsync("digests/cancel-mail", new { mail.Id, Answer = why }, ct);

    /// <summary>Puts off a mail that was not handed over yet.</summary>
    public Task<bool> PostponeAsync(Mail mail, DateTimeOffset until, string why, CancellationToken ct) =>
        ChangeAsync("digests/postpone-mail", new { mail.Id, DueAt = Instant.Write(until), Answer = why }, ct);

    /// <summary>Sends a settled mail again because a person asks for it.</summary>
    public Task<bool> RequeueAsync(Mail mail, string message, CancellationToken ct) => ChangeAsync("digests/requeue-mail", new { mail.Id, Message = message, DueAt = Now }, ct);

    /// <summary>Calls mails unknown whose process died during the hand-over.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var swept = 0;
        await database.WriteAsync(async scope => swept = await scope.ExecuteAsync("digests/sweep-mails", new { Now }), ct);
        return swept;
    }

    private string Now => Instant.Write(time.GetUtcNow());

    private async Task<bool> ChangeAsync(string name, object parameters, CancellationToken ct)
    {
        var changed = 0;
        await database.WriteAsync(async scope => changed = await scope.ExecuteAsync(name, parameters), ct);
        return changed == 1;
    }

    private static Mail Read(Row row) => new(
        row.Text("id"), row.Text("recipient"), row.Code<MailKind>("kind"), row.Text("period"), row.TextOrNull("digest_id"), row.Code<MailState>("state"), row.Int("attempts"),
        row.Instant("due_at"), row.TextOrNull("answer"));
}
