using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>What an argument of the command line stands for.</summary>
/// <param name="Items">The documents, sorted by path.</param>
/// <param name="Warnings">What a sidecar file states that could not be used; the files that it describes are among the items all the same.</param>
public sealed record ExpandedInput(IReadOnlyList<SourceItem> Items, IReadOnlyList<string> Warnings);

/// <summary>An argument that names nothing that can be read.</summary>
public sealed class InputException : HypeWatchException
{
    /// <summary>Makes the failure.</summary>
    internal InputException(string message)
        : base(message)
    {
    }
}

/// <summary>
/// Turns an address, a file or a folder into items. A folder is walked with all folders below it, in the order of the names; hidden files and symbolic links
/// are passed over. Sidecar files describe the files beside them: see <see cref="Sidecar"/>.
/// </summary>
public static class LocalInput
{
    /// <summary>The source that items of the command line state; only they may name local files.</summary>
    public const string SourceName = "command-line";

    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <inheritdoc cref="ExpandAsync(string, string?, CancellationToken)"/>
    public static Task<ExpandedInput> ExpandAsync(string argument, CancellationToken ct) => ExpandAsync(argument, null, ct);

    /// <summary>Finds out what an argument stands for.</summary>
    /// <param name="argument">http(s) address, or path of a file or folder, absolute or relative to the working directory.</param>
    /// <param name="passedOver">Folder that is passed over inside another one, such as the data directory; null for none.</param>
    /// <param name="ct">Ends the walk.</param>
    /// <exception cref="InputException">There is no such file, or an address of another kind was given.</exception>
    public static async Task<ExpandedInput> ExpandAsync(string argument, string? passedOver, CancellationToken ct)
    {
        if (argument.Contains("://", StringComparison.Ordinal))
        {
            if (Uri.TryCreate(argument, UriKind.Absolute, out var url))
            {
                if (url.Scheme is "http" or "https" && url.Host.Length > 0 && url.UserInfo.Length == 0)
                    return new([new(url.AbsoluteUri, CanonicalUrl.Of(url.AbsoluteUri), SourceName, ItemMetadata.None)], []);
                if (url is { IsFile: true, IsUnc: false }) return await FromPathAsync(url.LocalPath, argument, passedOver, ct);
            }

            throw new InputException($"not an address that can be read: {argument} (http:// and https:// can)");
        }

        return await FromPathAsync(argument, argument, passedOver, ct);
    }

    private static async Task<ExpandedInput> FromPathAsync(string path, string argument, string? passedOver, CancellationToken ct)
    {
        if (path.Trim().Length == 0 || path.Contains('\0', StringComparison.Ordinal)) throw new InputException("no such file: an empty name was given");
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) return await FromFolderAsync(Path.TrimEndingDirectorySeparator(full), passedOver, ct);
        if (!File.Exists(full)) throw new InputException($"no such file: {argument}");
        if (Sidecar.IsName(Path.GetFileName(full))) throw new InputException($"{argument} describes the files beside it and is no document itself");

        var folder = await SidecarFolder.ReadAsync(Path.GetDirectoryName(full)!, ct);
        return new([folder.ItemOf(full)], [.. folder.WarningsOf(full)]);
    }

    private static async Task<ExpandedInput> FromFolderAsync(string path, string? passedOver, CancellationToken ct)
    {
        var items = new List<SourceItem>();
        var warnings = new List<string>();
        var files = Directory.EnumerateFiles(path, "*", Walk).Where(file => !Sidecar.IsName(Path.GetFileName(file)) && !LiesIn(file, passedOver));
        foreach (var sameFolder in files.GroupBy(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            var folder = await SidecarFolder.ReadAsync(sameFolder.Key, ct);
            items.AddRange(sameFolder.Order(StringComparer.Ordinal).Select(folder.ItemOf));
            warnings.AddRange(folder.AllWarnings);
        }

        if (items.Count == 0) warnings.Add($"there is nothing to read in {path}");
        return new(items, warnings);
    }

    private static bool LiesIn(string file, string? folder) =>
        folder is not null && file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
