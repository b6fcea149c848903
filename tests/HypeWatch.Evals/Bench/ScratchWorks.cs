using HypeWatch.Http;
using HypeWatch.Literature;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Evals.Bench;

/// <summary>A prior-work base of its own for one benchmark, in a temporary folder.</summary>
internal sealed class ScratchWorks : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly Database database;
    private readonly WorkVectors vectors;

    private ScratchWorks(DirectoryInfo folder, Uri? embeddings)
    {
        this.folder = folder;
        var directory = new DataDirectory(folder.FullName);
        database = new Database(new StorageSettings(), directory, new RunStamp(TimeProvider.System, "bench:1:1"));
        var settings = new EmbeddingSettings { Model = "bench", Endpoint = embeddings?.ToString() };
        vectors = new(database, directory, settings, NullLogger<WorkVectors>.Instance, embeddings is null ? null : new OpenAiEmbeddings(settings, ModelHttp.Create(embeddings, TimeSpan.FromMinutes(1))));
        Search = new(database, vectors);
    }

    public WorkSearch Search { get; }

    public static async Task<ScratchWorks> MakeAsync(IReadOnlyList<PriorWork> works, Uri? embeddings, CancellationToken ct)
    {
        var made = new ScratchWorks(Directory.CreateTempSubdirectory("hypewatch-bench-"), embeddings);
        await new Migrator(made.database, TimeProvider.System).MigrateAsync(ct);
        await new PriorWorkStore(made.database).ImportAsync(works, "bench", ct);
        if (embeddings is not null) await made.vectors.UpdateAsync(works, ct);
        return made;
    }

    /// <summary>A work of which only title and abstract are known.</summary>
    public static PriorWork Work(string id, string title, string summary, int year = 2000) =>
        new(new(id), title, [], year, new(year, 12, 31), null, null, null, null, [], summary, [], [], false, false);

    public async ValueTask DisposeAsync()
    {
        vectors.Dispose();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
