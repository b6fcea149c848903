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
        var folder = new DropFolder(source, settings, time);
        var count = 0;
        foreach (var path in Directory.EnumerateFiles(folder.FullName, "*", Walk).Order(StringComparer.Ordinal))
        {
            var isBox = Path.GetExtension(path).ToLowerInvariant() is ".mbox" or ".mbx";
            if (!isBox && !path.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)) continue;
            if (await folder.ReadAsync(path, ct) is not { } bytes) continue;
            foreach (var letter in isBox ? MailLetter.Box(bytes) : MailLetter.Read(bytes) is { } one ? [one] : [])
            {
                if (++count > MostMessages) throw new SourceException(FormattableString.Invariant($"more than {MostMessages} messages in {folder.FullName}"));
                if (source.Admits(letter.Key, letter.Subject, letter.Words)) yield return Item(source, letter);
            }
        }

        folder.Close();
    }

    private static SourceItem Item(SourceSettings source, MailLetter letter)
    {
        var sender = letter.From.Length > 0 ? letter.From : null;
        var metadata = new ItemMetadata(
            letter.Subject.Length > 0 ? ApiText.Opening(letter.Subject, 500) : null, sender is null ? null : [sender], source.Publisher ?? sender, source.AnnouncedKind ?? DocumentKind.Blog,
            ApiText.Day(letter.Date, "mail:date"));
        return new(letter.Key, letter.Key, source.Name, metadata) { Content = new(letter.Bytes, "message/rfc822") };
    }
}
