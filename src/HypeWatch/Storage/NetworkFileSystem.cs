using HypeWatch.Model;

namespace HypeWatch.Storage;

/// <summary>SQLite's locks are not dependable on network file systems (https://www.sqlite.org/howtocorrupt.html, 2.1), so none is used.</summary>
internal static class NetworkFileSystem
{
    private static readonly string[] Kinds = ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "fuse.sshfs", "sshfs", "webdav", "davfs", "glusterfs", "ceph", "lustre"];

    /// <summary>Throws when a directory lies on a network file system.</summary>
    /// <exception cref="HypeWatchException">It does; the message says what to do instead.</exception>
    public static void Refuse(string directory)
    {
        if (KindOf(directory) is { } kind && Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase))
        {
            throw new HypeWatchException(
                $"the data directory {directory} lies on a network file system ({kind}), where SQLite loses data: choose a local DataDirectory, or Storage:Provider postgres");
        }
    }

    /// <summary>The type of the file system that a directory lies on, as the operating system names it; null when it cannot be told.</summary>
    public static string? KindOf(string directory)
    {
        var full = Path.GetFullPath(directory);
        if (full.StartsWith(@"\\", StringComparison.Ordinal)) return "smb";
        return OperatingSystem.IsLinux() && File.Exists("/proc/mounts") ? KindOf(full, File.ReadLines("/proc/mounts")) : null;
    }

    /// <summary>The type of the longest mount point above a path, from lines in the form of <c>/proc/mounts</c>.</summary>
    public static string? KindOf(string path, IEnumerable<string> mounts)
    {
        var candidates = from line in mounts
                         let fields = line.Split(' ')
                         where fields.Length > 2
                         let point = fields[1].Replace(@"\040", " ", StringComparison.Ordinal)
                         where point == "/" || path == point || path.StartsWith(point.TrimEnd('/') + "/", StringComparison.Ordinal)
                         orderby point.Length descending
                         select fields[2];
        return candidates.FirstOrDefault();
    }
}
