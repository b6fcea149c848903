namespace HypeWatch.Digests;

/// <summary>Where the web pages stand that a digest links to. Without <see cref="DigestSettings.BaseUrl"/> there are none, and a command stands instead.</summary>
public sealed class DigestAddresses(DigestSettings settings)
{
    /// <summary>A page.</summary>
    public DigestLink? Page(string text, string path) => settings.BaseUrl is { } root ? DigestLink.TryCreate(text, $"{root.TrimEnd('/')}/{path}") : null;

    /// <summary>The links of a reader, with <see cref="MailWriter.TokenPlace"/> for the token: a GET shows one button, only a POST unsubscribes (RFC 8058).</summary>
    public IReadOnlyList<DigestLink> ReadersOwn => Page("Unsubscribe, pause or choose what you get", $"u/{MailWriter.TokenPlace}") is { } link ? [link] : [];
}
