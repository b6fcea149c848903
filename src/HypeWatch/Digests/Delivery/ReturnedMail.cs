using HypeWatch.Digests.Subscribers;
using MimeKit;

namespace HypeWatch.Digests.Delivery;

/// <summary>Reads what comes back to the sender's address: reports of failed delivery (RFC 3464) and wishes to unsubscribe, which must carry the reader's token.</summary>
public sealed class ReturnedMail(SubscriberStore subscribers, SubscriptionTokens tokens, MailLedger ledger)
{
    private const string Wish = "unsubscribe";

    /// <summary>Reads a mail and does what it asks for; returns the readers it was about.</summary>
    public async Task<IReadOnlyList<Subscriber>> ReadAsync(byte[] mail, CancellationToken ct)
    {
        using var bytes = new MemoryStream(mail);
        var message = await MimeMessage.LoadAsync(bytes, ct);
        if (message.BodyParts.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } report) return await BouncedAsync(report, ct);
        var words = (message.Subject ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var wish, var token, ..] || !wish.Equals(Wish, StringComparison.OrdinalIgnoreCase)) return [];
        return SubscriptionTokens.SubscriberOf(token) is { } id && await subscribers.FindAsync(id, ct) is { } reader && tokens.IsGenuine(TokenScope.Reader, reader, token)
            ? [await subscribers.UnsubscribeAsync(reader, ct)] : [];
    }

    private async Task<IReadOnlyList<Subscriber>> BouncedAsync(MessageDeliveryStatus report, CancellationToken ct)
    {
        var readers = new List<Subscriber>();
        foreach (var fields in report.StatusGroups)
        {
            if (fields["Final-Recipient"] is not { } named || !"failed".Equals(fields["Action"]?.Trim(), StringComparison.OrdinalIgnoreCase)) continue;
            var address = named[(named.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();
            // Only what was sent can come back: a forged report about a stranger's address changes nothing.
            if (await subscribers.FindByAddressAsync(address, ct) is not { } reader || (await ledger.ListAsync(null, null, reader.Address, 1, ct)).Count == 0) continue;
            await subscribers.BouncedAsync(reader.Address, isGone: fields["Status"]?.Trim() is "5.1.1" or "5.1.10" or "5.1.6", ct);
            readers.Add((await subscribers.FindAsync(reader.Id, ct))!);
        }

        return readers;
    }
}
