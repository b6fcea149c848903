using System.Globalization;
using HypeWatch.App.Jobs;
using HypeWatch.Archiving;
using HypeWatch.Pipeline;
using HypeWatch.Storage;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Snapshots;

/// <summary>A snapshot that can be fetched.</summary>
/// <param name="Day">When it was written, UTC.</param>
/// <param name="AgeDays">Days since then.</param>
/// <param name="Files">Its files with their sizes in bytes.</param>
public sealed record ShelvedSnapshot(DateOnly Day, int AgeDays, IReadOnlyDictionary<string, long> Files)
{
    /// <summary>Name of its folder.</summary>
    public string Name => SnapshotShelf.NameOf(Day);
}

/// <summary>The dated snapshots in the data directory: the last few are kept.</summary>
internal sealed class SnapshotShelf(ExportSnapshot export, DataDirectory directory, IOptions<ScheduleSettings> settings, TimeProvider time)
{
    private const string Format = "yyyy-MM-dd", Unfinished = ".unfinished";

    private string Root => Path.Combine(directory.Path, "snapshots");

    /// <summary>Name of the folder of a day.</summary>
    public static string NameOf(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The snapshots, the latest first. What is being written is no snapshot yet.</summary>
    public IReadOnlyList<ShelvedSnapshot> List()
    {
        if (!Directory.Exists(Root)) return [];
        var today = Today();
        return
        [
            .. from folder in Directory.EnumerateDirectories(Root)
               let name = Path.GetFileName(folder)
               let isDay = DateOnly.TryParseExact(name, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
               where isDay
               let day = DateOnly.ParseExact(name, Format, CultureInfo.InvariantCulture)
               orderby day descending
               select new ShelvedSnapshot(day, today.DayNumber - day.DayNumber, new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).ToDictionary(file => file.Name, file => file.Length, StringComparer.Ordinal)),
        ];
    }

    /// <summary>The path of a file of a snapshot; null for anything that is not listed.</summary>
    public string? Find(string name, string file) => List().FirstOrDefault(snapshot => snapshot.Name == name) is { } found && found.Files.ContainsKey(file) ? Path.Combine(Root, found.Name, file) : null;

    /// <summary>Writes today's snapshot and takes the oldest away; null when there is one already.</summary>
    public async Task<SnapshotReport?> WriteAsync(CancellationToken ct)
    {
        var target = Path.Combine(Root, NameOf(Today()));
        if (Directory.Exists(target)) return null;
        var draft = target + Unfinished;
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        var report = await export.RunAsync(draft, typeof(Archive).Assembly.GetName().Version!.ToString(3), ct);
        Directory.Move(draft, target);
        foreach (var old in List().Skip(settings.Value.SnapshotsKept)) Directory.Delete(Path.Combine(Root, old.Name), recursive: true);
        return report with { Directory = target };
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
