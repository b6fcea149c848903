using HypeWatch.Storage;

namespace HypeWatch.Benchmarks;

/// <summary>An empty database of the product's own schema in a folder that goes with it.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hypewatch-bench-");

    private ScratchDatabase()
    {
        Files = new(folder.FullName);
        Database = new(new StorageSettings(), Files, new RunStamp(TimeProvider.System, "bench:1:1"));
    }

    public DataDirectory Files { get; }

    public Database Database { get; }

    public static async Task<ScratchDatabase> CreateAsync(CancellationToken ct)
    {
        var made = new ScratchDatabase();
        await new Migrator(made.Database, TimeProvider.System).MigrateAsync(ct);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
