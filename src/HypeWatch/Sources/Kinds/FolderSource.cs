using System.Runtime.CompilerServices;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;
using Microsoft.Extensions.Options;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// A watched folder: files that the user puts there are documents, described by a <c>source.json</c> beside them like those of <c>hypewatch add</c>. A changed file is read again; a file
/// that is still being written is left for the next poll.
/// </summary>
public sealed class FolderSource(IOptions<HttpSettings> settings, TimeProvider time) : ISource
{
    private const int MostFiles = 10_000;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Kind => "folder";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new() { IsFolder = true };

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> NewItemsAsync(SourceSettings source, [EnumeratorCancellation] CancellationToken ct)
    {
        var folder = Path.GetFullPath(source.Url);
        if (!Directory.Exists(folder)) throw new SourceException($"there is no folder {folder}");
        var found = await LocalInput.ExpandAsync(folder, ct);
        var skipped = 0;
        foreach (var item in found.Items.Take(MostFiles))
        {
            var path = new Uri(item.Url).LocalPath;
            if (!source.Admits(item.Url, item.Metadata.Title ?? Path.GetFileName(path), "")) continue;
            if (await DropFolder.ReadAsync(path, settings.Value.MaxBodyBytes, time.GetUtcNow() - Settling, ct) is not { } bytes)
            {
                skipped++;
                continue;
            }

            yield return item with
            {
                Source = source.Name, Content = new(bytes, DropFolder.ContentType(path)),
                Metadata = item.Metadata with { Publisher = item.Metadata.Publisher ?? source.Publisher, Kind = item.Metadata.Kind ?? source.AnnouncedKind },
            };
        }

        if (skipped > 0) throw new SourceException(FormattableString.Invariant($"{skipped} files in {folder} cannot be read, are too large, or are being written"), TimeSpan.FromMinutes(1));
    }
}
