using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace HypeWatch.Digests.Delivery;

/// <summary>One connection to the mail server, renewed when it broke.</summary>
internal sealed class SmtpSession(SmtpSettings settings, SmtpRoute route) : IMailSession
{
    private const int NoSuchMailbox = 550, MailboxMoved = 551, BadMailboxName = 553;

    private SmtpClient client = new();

    /// <summary>Connects and signs in.</summary>
    public Task ConnectAsync(CancellationToken ct) => route.ConnectAsync(client, ct);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Mail mail, string message, CancellationToken ct)
    {
        if (!client.IsConnected)
        {
            client.Dispose();
            client = new();
            await ConnectAsync(ct);
        }

        using var stored = new MemoryStream(Encoding.ASCII.GetBytes(message));
        var whole = await MimeMessage.LoadAsync(stored, CancellationToken.None);
        var handed = new Handed();
        // Not ended by whoever stops the program: a mail that is on its way is brought to its end, within the time that one may take.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            return new SendResult.Taken(await client.SendAsync(whole, whole.From.Mailboxes.First(), [MailboxAddress.Parse(mail.Recipient)], deadline.Token, handed));
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode is SmtpErrorCode.SenderNotAccepted && (int)refused.StatusCode >= 500)
        {
            throw new RouteException($"mail server {settings.Host}:{settings.Port} does not take mail from Digest:From: {Said(refused)}", refused);
        }
        catch (SmtpCommandException refused)
        {
            var (code, isRecipient) = ((int)refused.StatusCode, refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted);
            if (code < 500) return new SendResult.Later(Said(refused));
            return new SendResult.Refused(Said(refused), isRecipient, isRecipient && code is NoSuchMailbox or MailboxMoved or BadMailboxName);
        }
        catch (Exception broken) when (broken is SmtpProtocolException or IOException or TimeoutException or OperationCanceledException or ServiceNotConnectedException)
        {
            await client.DisconnectAsync(false, CancellationToken.None);
            // The server takes a mail only once it has its end: what did not arrive whole was not taken.
            var why = broken is OperationCanceledException ? FormattableString.Invariant($"no answer within {settings.TimeoutSeconds} s") : broken.Message;
            return handed.IsWhole ? new SendResult.Unheard($"handed over whole, then: {why}") : new SendResult.Later(why);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await client.DisconnectAsync(client.IsConnected, patience.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SmtpProtocolException or SmtpCommandException)
        {
            // A polite goodbye to a server that has gone changes nothing.
        }

        client.Dispose();
    }

    private static string Said(SmtpCommandException refused) => FormattableString.Invariant($"{(int)refused.StatusCode} {refused.Message}");

    private sealed class Handed : ITransferProgress
    {
        public bool IsWhole { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsWhole = bytesTransferred >= totalSize;

        public void Report(long bytesTransferred) => IsWhole = false;
    }
}
