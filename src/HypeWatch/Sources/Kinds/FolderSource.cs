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

    /// <inheritdoc/>
    public string Kind => "folder";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new() { IsFolder = true };

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> NewItemsAsync(SourceSettings source, [EnumeratorCancellation] CancellationToken ct)
    {
        var folder = new DropFolder(source, settings, time);
        var found = await LocalInput.ExpandAsync(folder.FullName, ct);
        foreach (var item in found.Items.Take(MostFiles))
        {
            var path = new Uri(item.Url).LocalPath;
            if (!source.Admits(item.Url, item.Metadata.Title ?? Path.GetFileName(path), "")) continue;
            if (await folder.ReadAsync(path, ct) is not { } bytes) continue;
            yield return item with
            {
                Source = source.Name, Content = new(bytes, FileContentType.Of(path)),
                Metadata = item.Metadata with { Publisher = item.Metadata.Publisher ?? source.Publisher, Kind = item.Metadata.Kind ?? source.AnnouncedKind },
            };
        }

        folder.Close();
    }
}
