using System.Net.Mail;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Digests.Subscribers;

/// <summary>Keeps the readers.</summary>
public sealed class SubscriberStore(Database database, TimeProvider time)
{
    // A mailbox may be full for a day; three refusals in a row are an address that is gone.
    private const int MostBounces = 3;

    /// <summary>Every reader, by address.</summary>
    public Task<IReadOnlyList<Subscriber>> ListAsync(CancellationToken ct) => database.QueryAsync("digests/list-subscribers", null, Read, ct);

    /// <summary>A reader; null when there is none of that id.</summary>
    public Task<Subscriber?> FindAsync(string id, CancellationToken ct) => database.FirstAsync("digests/find-subscriber", new { Id = id }, Read, ct);

    /// <summary>A reader by address; null when there is none.</summary>
    public Task<Subscriber?> FindByAddressAsync(string address, CancellationToken ct) => FindAsync(IdOf(Bare(address)), ct);

    /// <summary>
    /// Notes a wish to subscribe. Whoever is active or paused stays so; whoever left or bounced is asked again. An address that left is not brought back
    /// unless its reader asks anew (<paramref name="isAskedByReader"/>).
    /// </summary>
    /// <param name="address">A mail address, with or without a name.</param>
    /// <param name="preferences">What the reader wants; null keeps what is known.</param>
    /// <param name="isConfirmed">Whether it counts at once; else it waits for the reader's confirmation.</param>
    /// <param name="isAskedByReader">Whether the request speaks for the reader, rather than being a line of a list.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="HypeWatchException">It is no mail address.</exception>
    public async Task<Subscriber> AddAsync(string address, ReaderPreferences? preferences, bool isConfirmed, bool isAskedByReader, CancellationToken ct)
    {
        var bare = Bare(address);
        var known = await FindAsync(IdOf(bare), ct);
        if (known is { State: SubscriberState.Unsubscribed or SubscriberState.Bouncing } && !isAskedByReader) return known;
        var now = time.GetUtcNow();
        var subscriber = known is { State: SubscriberState.Active or SubscriberState.Paused }
            ? known with { Preferences = preferences ?? known.Preferences }
            : new Subscriber(IdOf(bare), bare, isConfirmed ? SubscriberState.Active : SubscriberState.Pending, preferences ?? known?.Preferences ?? new(), now, isConfirmed ? now : null, 0);
        await SaveAsync(subscriber, ct);
        return subscriber;
    }

    /// <summary>Confirms a pending subscription; whoever is active or paused stays so.</summary>
    public Task<Subscriber> ConfirmAsync(Subscriber subscriber, CancellationToken ct) => subscriber.State is SubscriberState.Pending
        ? SaveAsync(subscriber with { State = SubscriberState.Active, ConfirmedAt = time.GetUtcNow() }, ct) : Task.FromResult(subscriber);

    /// <summary>Ends a subscription; again is the same. An older confirmation no longer counts.</summary>
    public Task<Subscriber> UnsubscribeAsync(Subscriber subscriber, CancellationToken ct) => subscriber.State is SubscriberState.Unsubscribed
        ? Task.FromResult(subscriber) : SaveAsync(subscriber with { State = SubscriberState.Unsubscribed, AskedAt = time.GetUtcNow(), ConfirmedAt = null }, ct);

    /// <summary>Pauses or resumes; of those who are neither active nor paused nothing changes.</summary>
    public Task<Subscriber> PauseAsync(Subscriber subscriber, bool isPaused, CancellationToken ct) => subscriber.State is SubscriberState.Active or SubscriberState.Paused
        ? SaveAsync(subscriber with { State = isPaused ? SubscriberState.Paused : SubscriberState.Active }, ct) : Task.FromResult(subscriber);

    /// <summary>Keeps what the reader wants.</summary>
    public Task<Subscriber> PreferAsync(Subscriber subscriber, ReaderPreferences preferences, CancellationToken ct) => SaveAsync(subscriber with { Preferences = preferences }, ct);

    /// <summary>Notes a refusal. An address that does not exist gets no more mail; another after three in a row.</summary>
    public async Task BouncedAsync(string address, bool isGone, CancellationToken ct)
    {
        if (await FindByAddressAsync(address, ct) is not { State: SubscriberState.Active or SubscriberState.Paused or SubscriberState.Pending } known) return;
        var bounces = known.Bounces + 1;
        await SaveAsync(known with { Bounces = bounces, State = isGone || bounces >= MostBounces ? SubscriberState.Bouncing : known.State }, ct);
    }

    /// <summary>Notes that an address took a mail.</summary>
    public async Task AcceptedAsync(string address, CancellationToken ct)
    {
        if (await FindByAddressAsync(address, ct) is { Bounces: > 0, State: not SubscriberState.Bouncing } known) await SaveAsync(known with { Bounces = 0 }, ct);
    }

    /// <summary>The address without a name, in lower case.</summary>
    /// <exception cref="HypeWatchException">It is no mail address.</exception>
    public static string Bare(string address) =>
        Mailbox(address) is { } mailbox ? mailbox.Address.ToLowerInvariant() : throw new HypeWatchException($"'{address}' is no mail address: write it as name@host");

    /// <summary>Whether mail can be sent there.</summary>
    public static bool IsAddress(string address) => Mailbox(address) is not null;

    private static MailAddress? Mailbox(string address) =>
        !address.Any(char.IsControl) && MailAddress.TryCreate(address.Trim(), out var mailbox) && mailbox.Address.All(char.IsAscii) ? mailbox : null;

    private static string IdOf(string bare) => ContentId.Of("sub", bare);

    private async Task<Subscriber> SaveAsync(Subscriber subscriber, CancellationToken ct)
    {
        await database.WriteAsync(
            scope => scope.ExecuteAsync("digests/save-subscriber", new
            {
                subscriber.Id, subscriber.Address, State = subscriber.State.ToCode(), Preferences = ModelJson.Write(subscriber.Preferences), AskedAt = Instant.Write(subscriber.AskedAt),
                ConfirmedAt = subscriber.ConfirmedAt is { } at ? Instant.Write(at) : null, subscriber.Bounces,
            }),
            ct);
        return subscriber;
    }

    private static Subscriber Read(Row row) => new(
        row.Text("id"), row.Text("address"), row.Code<SubscriberState>("state"), row.Json<ReaderPreferences>("preferences"), row.Instant("asked_at"),
        row.TextOrNull("confirmed_at") is { } at ? Instant.Parse(at) : null, row.Int("bounces"));
}
