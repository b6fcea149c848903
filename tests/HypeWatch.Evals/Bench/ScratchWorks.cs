using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Evals.Bench;

/// <summary>A prior-work base of its own for one benchmark, in a temporary folder.</summary>
internal sealed class ScratchWorks(DirectoryInfo folder, Database database) : IAsyncDisposable
{
    public WorkSearch Search { get; } = new(database);

    public static async Task<ScratchWorks> MakeAsync(IReadOnlyList<PriorWork> works, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("hypewatch-bench-");
        var database = new Database(new StorageSettings(), new DataDirectory(folder.FullName), new RunStamp(TimeProvider.System, "bench:1:1"));
        await new Migrator(database, TimeProvider.System).MigrateAsync(ct);
        await new PriorWorkStore(database).ImportAsync(works, "bench", ct);
        return new(folder, database);
    }

    /// <summary>A work of which only title and abstract are known.</summary>
    public static PriorWork Work(string id, string title, string summary, int year = 2000) =>
        new(new(id), title, [], year, new(year, 12, 31), null, null, null, null, [], summary, [], [], false, false);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
