using HypeWatch.Digests.Subscribers;

namespace HypeWatch.Digests.Delivery;

/// <summary>Adds readers. Where the web pages have an address, each is asked by mail first (double opt-in); elsewhere the owner's word counts.</summary>
public sealed class Subscribing(SubscriberStore subscribers, DigestSettings settings, MailWriter writer, MailLedger ledger, TimeProvider time)
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    /// <summary>Adds a reader, and notes the mail that asks.</summary>
    /// <param name="address">The address.</param>
    /// <param name="preferences">What the reader wants; null keeps what is known.</param>
    /// <param name="isConfirmed">Whether the reader has agreed already.</param>
    /// <param name="isAskedByReader">Whether the request speaks for the reader, rather than being a line of a list.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="Model.HypeWatchException">It is no mail address.</exception>
    public async Task<Subscriber> AddAsync(string address, ReaderPreferences? preferences, bool isConfirmed, bool isAskedByReader, CancellationToken ct)
    {
        // Whoever is asked already is not asked again the same day, however often a form is sent.
        if (!isConfirmed && settings.BaseUrl is not null && await subscribers.FindByAddressAsync(address, ct) is { State: SubscriberState.Pending } asked && time.GetUtcNow() - asked.AskedAt < Again)
            return preferences is null ? asked : await subscribers.PreferAsync(asked, preferences, ct);
        var reader = await subscribers.AddAsync(address, preferences, isConfirmed || settings.BaseUrl is null, isAskedByReader, ct);
        if (reader.State is SubscriberState.Pending) await ledger.QueueAsync([writer.WriteConfirmation(reader, time.GetUtcNow())], ct);
        return reader;
    }
}
