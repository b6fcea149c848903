using HypeWatch.Archiving;
using HypeWatch.Model;
using HypeWatch.Storage;
using Microsoft.Data.Sqlite;

namespace HypeWatch.Pipeline;

/// <summary>What a backup holds.</summary>
/// <param name="Directory">The data directory that it makes up.</param>
/// <param name="Objects">Archived objects in it.</param>
public sealed record BackUpReport(string Directory, int Objects);

/// <summary>
/// Makes a data directory of its own out of the present one while work goes on: the database as it stands at one instant, then every archived object that it names. An object is
/// archived before any row names it, so a backup is whole whenever it is taken. PostgreSQL is copied into a SQLite file.
/// </summary>
public sealed class BackUp(Database database, DataDirectory directory, Archive archive, TimeProvider time, RunStamp stamp)
{
    /// <summary>Makes the backup.</summary>
    /// <param name="target">A folder that is missing or empty.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="HypeWatchException">The folder holds something, or a row could not be copied.</exception>
    public async Task<BackUpReport> RunAsync(string target, CancellationToken ct)
    {
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()) throw new HypeWatchException($"{target} is not empty: name a folder that is missing or empty");
        var copy = new DataDirectory(Path.GetFullPath(target));
        Directory.CreateDirectory(copy.Path);
        await using var own = new Database(new StorageSettings(), copy, stamp);
        if (database.Kind == DatabaseKind.Sqlite) await CopyFileAsync(copy, ct);
        else await CopyRowsAsync(own, ct);
        foreach (var file in Files()) File.Copy(Path.Combine(directory.Path, file), Path.Combine(copy.Path, file));

        var objects = (await new SnapshotStore(own).ListAsync(ct)).Select(snapshot => snapshot.Sha256).Distinct(StringComparer.Ordinal).ToList();
        var kept = new Archive(copy.Archive);
        foreach (var sha256 in objects)
            if (await kept.StoreAsync(await archive.ReadAsync(sha256, ct), ct) != sha256) throw new HypeWatchException($"the archived object {sha256} changed while it was copied");
        return new(copy.Path, objects.Count);
    }

    // SQLite's online backup: pages written meanwhile are taken in, and the file is one consistent state (https://www.sqlite.org/backup.html).
    private async Task CopyFileAsync(DataDirectory copy, CancellationToken ct)
    {
        await using var from = (SqliteConnection)await database.OpenAsync(ct);
        await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy.DatabaseFile, Pooling = false }.ToString());
        await to.OpenAsync(ct);
        from.BackupDatabase(to);
    }

    private async Task CopyRowsAsync(Database own, CancellationToken ct)
    {
        await new Migrator(own, time).MigrateAsync(ct);
        var report = await DatabaseCopy.RunAsync(database, own, ct);
        if (report.Differences.Count > 0) throw new HypeWatchException($"the copy differs: {string.Join("; ", report.Differences)}");
    }

    // What users wrote themselves.
    private IEnumerable<string> Files() => new[] { "hypewatch.json", Lexicons.ActorList.FileName, Literature.HazardRegister.FileName, Propagation.KnownTexts.FileName }.Where(file => File.Exists(Path.Combine(directory.Path, file)));
}
