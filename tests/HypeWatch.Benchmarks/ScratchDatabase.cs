using HypeWatch.Storage;

namespace HypeWatch.Benchmarks;

/// <summary>An empty database of the product's own schema in a folder that goes with it.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly bool isKept;

    private ScratchDatabase(DirectoryInfo? kept)
    {
        (folder, isKept) = (kept ?? Directory.CreateTempSubdirectory("hypewatch-bench-"), kept is not null);
        Files = new(folder.FullName);
        Database = new(new StorageSettings(), Files, new RunStamp(TimeProvider.System, "bench:1:1"));
    }

    public DataDirectory Files { get; }

    public Database Database { get; }

    /// <summary>Where databases that take long to fill are kept for the next run; null to throw them away.</summary>
    public static DirectoryInfo? Keep { get; set; }

    /// <summary>Makes one, or opens the kept one of a name.</summary>
    public static async Task<ScratchDatabase> CreateAsync(CancellationToken ct, string? name = null)
    {
        var made = new ScratchDatabase(Keep is { } keep && name is not null ? keep.CreateSubdirectory(name) : null);
        await new Migrator(made.Database, TimeProvider.System).MigrateAsync(ct);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (!isKept) folder.Delete(recursive: true);
    }
}
