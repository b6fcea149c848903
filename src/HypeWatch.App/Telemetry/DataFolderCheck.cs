using HypeWatch.Storage;

namespace HypeWatch.App.Telemetry;

/// <summary>Whether there is room where the data lies, and leave to write.</summary>
internal static class DataFolderCheck
{
    /// <summary>Tries to write.</summary>
    /// <returns>Why it cannot be written; null when it can.</returns>
    public static string? WriteProblem(DataDirectory data)
    {
        try
        {
            Directory.CreateDirectory(data.Path);
            using var probe = new FileStream(Path.Combine(data.Path, FormattableString.Invariant($".probe-{Environment.ProcessId}")), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.DeleteOnClose);
            probe.WriteByte(0);
            probe.Flush();
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{data.Path} cannot be written: {failure.Message} Give the program's user leave to write there, or set DataDirectory.";
        }
    }

    /// <summary>Megabytes that are free on the disk.</summary>
    /// <returns>Null when the system does not say.</returns>
    public static long? FreeMegabytes(DataDirectory data)
    {
        try
        {
            return new DriveInfo(data.Path).AvailableFreeSpace / (1024 * 1024);
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What to do about a full disk.</summary>
    public static string FullDisk(DataDirectory data, long free, int least) =>
        FormattableString.Invariant($"{free} MB are free where {data.Path} lies, and {least} are wanted (Telemetry:FreeMegabytes): make room, or move the data directory");
}
