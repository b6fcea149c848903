using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>The files of one folder with the sidecar files that describe them.</summary>
internal sealed class SidecarFolder
{
    private static readonly EnumerationOptions Flat = new()
    {
        IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint | FileAttributes.Directory,
    };

    private readonly Dictionary<string, Sidecar> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Sidecar, int> described = [];

    private SidecarFolder()
    {
    }

    /// <summary>What could not be used of any sidecar file here.</summary>
    public IEnumerable<string> AllWarnings => byName.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Warnings);

    /// <summary>Reads the sidecar files of a folder.</summary>
    public static async Task<SidecarFolder> ReadAsync(string path, CancellationToken ct)
    {
        var folder = new SidecarFolder();
        var names = Directory.EnumerateFiles(path, "*", Flat).Select(Path.GetFileName).OfType<string>().ToList();
        foreach (var name in names.Where(Sidecar.IsName)) folder.byName[name] = await Sidecar.ReadAsync(Path.Combine(path, name), ct);
        foreach (var sidecar in names.Where(name => !Sidecar.IsName(name)).Select(folder.SidecarOf).OfType<Sidecar>())
            folder.described[sidecar] = folder.described.GetValueOrDefault(sidecar) + 1;
        return folder;
    }

    /// <summary>What could not be used of the sidecar file that describes a file.</summary>
    public IEnumerable<string> WarningsOf(string file) => SidecarOf(Path.GetFileName(file))?.Warnings ?? [];

    /// <summary>The item of a file of this folder.</summary>
    public SourceItem ItemOf(string file)
    {
        var name = Path.GetFileName(file);
        var address = Address(file);
        if (SidecarOf(name) is not { } sidecar) return new(address, address, LocalInput.SourceName, ItemMetadata.None);

        var document = sidecar.Url is not { } url ? address
            : described.GetValueOrDefault(sidecar) > 1 ? $"{CanonicalUrl.Of(url)}#{name}"
            : CanonicalUrl.Of(url);
        return new(address, document, LocalInput.SourceName, sidecar.Metadata);
    }

    private Sidecar? SidecarOf(string name) =>
        byName.GetValueOrDefault($"{name}.{Sidecar.FolderName}")
        ?? byName.GetValueOrDefault($"{Path.GetFileNameWithoutExtension(name)}.{Sidecar.FolderName}")
        ?? (byName.GetValueOrDefault(Sidecar.FolderName) is { } all && all.Files?.Contains(name) != false ? all : null);

    // Built from escaped segments: in a path, '#', '?' and '%' are ordinary characters.
    private static string Address(string path)
    {
        var segments = path.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString);
        var joined = string.Join('/', segments).Replace("%3A", ":", StringComparison.Ordinal);
        return joined.StartsWith('/') ? "file://" + joined : "file:///" + joined;
    }
}
