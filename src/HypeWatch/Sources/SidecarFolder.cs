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
    private readonly Dictionary<string, int> shared = new(StringComparer.Ordinal);

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
        foreach (var url in names.Where(name => !Sidecar.IsName(name)).Select(name => folder.SidecarOf(name) is { } sidecar ? UrlOf(sidecar, name) : null).OfType<string>())
            folder.shared[url] = folder.shared.GetValueOrDefault(url) + 1;
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

        var document = UrlOf(sidecar, name) is not { } url ? address : shared[url] > 1 ? $"{url}#{name}" : url;
        return new(address, document, LocalInput.SourceName, Alone(sidecar, name).Over(sidecar.Metadata));
    }

    private static SidecarEntry Alone(Sidecar sidecar, string name) => sidecar.Files?.GetValueOrDefault(name) ?? SidecarEntry.None;

    private static string? UrlOf(Sidecar sidecar, string name) => (Alone(sidecar, name).Url ?? sidecar.Url) is { } url ? CanonicalUrl.Of(url) : null;

    private Sidecar? SidecarOf(string name) =>
        byName.GetValueOrDefault($"{name}.{Sidecar.FolderName}")
        ?? byName.GetValueOrDefault($"{Path.GetFileNameWithoutExtension(name)}.{Sidecar.FolderName}")
        ?? (byName.GetValueOrDefault(Sidecar.FolderName) is { } all && all.Files?.ContainsKey(name) != false ? all : null);

    // Built from escaped segments: in a path, '#', '?' and '%' are ordinary characters.
    private static string Address(string path)
    {
        var segments = path.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString);
        var joined = string.Join('/', segments).Replace("%3A", ":", StringComparison.Ordinal);
        return joined.StartsWith('/') ? "file://" + joined : "file:///" + joined;
    }
}
