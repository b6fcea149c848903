using System.Runtime.CompilerServices;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;
using Microsoft.Extensions.Options;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// A drop folder for newsletters: single messages (<c>.eml</c>) and mailboxes (<c>.mbox</c>, <c>.mbx</c>). A message is known by its Message-ID, so that one that lies there twice, or stays
/// in a growing mailbox, is read once.
/// </summary>
public sealed class MailFolderSource(IOptions<HttpSettings> settings, TimeProvider time) : ISource
{
    private const int MostMessages = 20_000;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <inheritdoc/>
    public string Kind => "mail-folder";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new() { IsFolder = true };

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> NewItemsAsync(SourceSettings source, [EnumeratorCancellation] CancellationToken ct)
    {
        var folder = Path.GetFullPath(source.Url);
        if (!Directory.Exists(folder)) throw new SourceException($"there is no folder {folder}");
        int count = 0, unread = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", Walk).Order(StringComparer.Ordinal))
        {
            var isBox = Path.GetExtension(path).ToLowerInvariant() is ".mbox" or ".mbx";
            if (!isBox && !path.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)) continue;
            if (await DropFolder.ReadAsync(path, settings.Value.MaxBodyBytes, time.GetUtcNow() - Settling, ct) is not { } bytes)
            {
                unread++;
                continue;
            }

            foreach (var message in (isBox ? MailMessage.Box(bytes) : [bytes]).Select(MailMessage.Read))
            {
                if (++count > MostMessages) throw new SourceException(FormattableString.Invariant($"more than {MostMessages} messages in {folder}"));
                if (message is not null && source.Admits(message.Key, message.Subject, message.Text)) yield return Item(source, message);
            }
        }

        if (unread > 0) throw new SourceException(FormattableString.Invariant($"{unread} files in {folder} cannot be read, are too large, or are being written"), TimeSpan.FromMinutes(1));
    }

    private static SourceItem Item(SourceSettings source, MailMessage message) => new(message.Key, message.Key, source.Name, new ItemMetadata(
        message.Subject.Length > 0 ? ApiText.Opening(message.Subject, 500) : null, message.From.Length > 0 ? [message.From] : null, source.Publisher ?? (message.From.Length > 0 ? message.From : null), source.AnnouncedKind ?? DocumentKind.Blog,
        ApiText.Day(message.Date, "mail:Date")))
    {
        Content = new(System.Text.Encoding.UTF8.GetBytes(message.Text), (message.IsHtml ? "text/html" : "text/plain") + "; charset=utf-8"),
    };
}
