using System.Text;
using HypeWatch.Model;
using HypeWatch.Storage;
using MimeKit;

namespace HypeWatch.Digests.Delivery;

/// <summary>
/// Puts mails into the outbox folder: <c>&lt;period&gt;/&lt;hash of the recipient&gt;.eml</c>, with text and HTML beside it. Each file appears whole or not at
/// all, so that another program may pick them up.
/// </summary>
public sealed class FolderRoute(DataDirectory directory) : IMailRoute, IMailSession
{
    /// <inheritdoc/>
    public Task<IMailSession> OpenAsync(CancellationToken ct) => Task.FromResult<IMailSession>(this);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Mail mail, string message, CancellationToken ct)
    {
        var bytes = Encoding.ASCII.GetBytes(message);
        using var stored = new MemoryStream(bytes);
        var whole = await MimeMessage.LoadAsync(stored, ct);
        var folder = Directory.CreateDirectory(Path.Combine(directory.Outbox, mail.Period)).FullName;
        var stem = Path.Combine(folder, (mail.Kind is MailKind.Weekly ? "" : mail.Kind.ToCode() + "-") + ContentId.Sha256(mail.Recipient)[..16]);
        await PutAsync(stem + ".txt", Encoding.UTF8.GetBytes(whole.TextBody ?? ""), ct);
        if (whole.HtmlBody is { } html) await PutAsync(stem + ".html", Encoding.UTF8.GetBytes(html), ct);
        // The mail last: whoever watches for it finds its companions.
        await PutAsync(stem + ".eml", bytes, ct);
        return new SendResult.Taken(stem + ".eml");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task PutAsync(string file, byte[] content, CancellationToken ct)
    {
        var unfinished = file + ".part";
        await File.WriteAllBytesAsync(unfinished, content, ct);
        File.Move(unfinished, file, overwrite: true);
    }
}
