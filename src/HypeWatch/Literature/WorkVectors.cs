using System.Runtime.InteropServices;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Literature;

/// <summary>
/// Finds works by meaning: vectors of their titles and abstracts, made by the configured endpoint, kept in the database, and searched in a memory-mapped file beside it
/// that follows from them. Without an endpoint it finds nothing.
/// </summary>
public sealed class WorkVectors(Database database, DataDirectory directory, EmbeddingSettings settings, ILogger<WorkVectors> logger, IEmbeddingGenerator<string, Embedding<float>>? generator = null) : IDisposable
{
    /// <summary>Name of the file in the data directory.</summary>
    public const string FileName = "works.vectors";

    /// <summary>Characters of a work that its vector is made of.</summary>
    private const int LongestText = 4000;

    private readonly ReaderWriterLockSlim opening = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private VectorFile? file;
    private (DateTime At, long Length) written;

    /// <summary>Whether there is an endpoint, and vectors to compare with.</summary>
    public bool IsReady => generator is not null && Read(opened => opened is { Count: > 0 });

    /// <summary>How much meaning counts against words (see <see cref="EmbeddingSettings.Weight"/>).</summary>
    public double Weight => settings.Weight;

    /// <summary>Makes the vectors that are missing or whose text has changed, and the file anew when there were any.</summary>
    /// <param name="works">All works.</param>
    /// <param name="ct">Stops it between two calls; what was made stays.</param>
    /// <param name="anew">Makes all, whatever is kept: the model behind the name has changed.</param>
    /// <returns>How many were made.</returns>
    /// <exception cref="HypeWatchException">No endpoint is configured.</exception>
    /// <exception cref="LlmUnavailableException">The endpoint does not answer.</exception>
    public async Task<int> UpdateAsync(IReadOnlyList<PriorWork> works, CancellationToken ct, bool anew = false)
    {
        if (generator is null) throw new HypeWatchException("no model makes vectors: set Embeddings:Model and Embeddings:Endpoint");
        var known = (await ListAsync(ct)).ToDictionary(row => row.Work, row => row.Sha256);
        var missing = works.Select(work => (work.Id, Text: TextOf(work))).Where(work => anew || known.GetValueOrDefault(work.Id) != ContentId.Sha256(work.Text)).ToList();
        foreach (var batch in missing.Chunk(settings.BatchSize))
        {
            var vectors = await generator.GenerateAsync(batch.Select(work => work.Text), null, ct);
            await database.WriteAsync(
                scope => scope.ExecuteManyAsync("literature/save-vector", batch.Zip(vectors), pair => new
                {
                    WorkId = pair.First.Id.Value, Model = settings.Model!, TextSha256 = ContentId.Sha256(pair.First.Text), Vector = Convert.ToBase64String(MemoryMarshal.AsBytes(pair.Second.Vector.Span)),
                }),
                ct);
        }

        if (missing.Count > 0 || Read(opened => opened?.Count) != known.Count) await WriteFileAsync(ct);
        return missing.Count;
    }

    /// <summary>The works nearest in meaning, nearest first; none without an endpoint or vectors, or while the endpoint fails, which is logged.</summary>
    public async Task<IReadOnlyList<(WorkId Work, float Cosine)>> NearestAsync(string text, int most, CancellationToken ct)
    {
        if (!IsReady) return [];
        ReadOnlyMemory<float> query;
        try
        {
            query = (await generator!.GenerateAsync([text[..Math.Min(text.Length, LongestText)]], null, ct))[0].Vector;
        }
        catch (LlmException problem)
        {
            logger.LogWarning("Works are found by words alone: {Reason}", problem.Message);
            return [];
        }

        if (Read(opened => opened?.Dimensions == query.Length ? opened.Nearest(query.Span, most) : null) is { } found) return [.. found.Select(near => (new WorkId(near.Name), near.Cosine))];
        logger.LogWarning("Works are found by words alone: {Settings} makes vectors of another length than those that are kept; hypewatch literature embed --anew makes them anew", settings);
        return [];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        opening.EnterWriteLock();
        try
        {
            file?.Dispose();
            file = null;
        }
        finally
        {
            opening.ExitWriteLock();
        }

        opening.Dispose();
        writing.Dispose();
    }

    private static string TextOf(PriorWork work)
    {
        var text = $"{work.Title}. {work.Summary} {work.Abstract}".Trim();
        return text[..Math.Min(text.Length, LongestText)];
    }

    private async Task WriteFileAsync(CancellationToken ct)
    {
        await writing.WaitAsync(ct);
        try
        {
            var rows = await ListAsync(ct);
            if (rows.Count == 0) return;
            var dimensions = rows[^1].Vector.Length;
            VectorFile.Write(FilePath, ContentId.Sha256(settings.Model!), dimensions, [.. rows.Where(row => row.Vector.Length == dimensions).Select(row => (row.Work.Value, row.Vector))]);
        }
        finally
        {
            writing.Release();
        }
    }

    private string FilePath => Path.Combine(directory.Path, FileName);

    /// <summary>Reads in the file as it now stands, which another process may have written anew; null where there is none for this model. It stays open until all have read.</summary>
    private T Read<T>(Func<VectorFile?, T> read)
    {
        if (StateOf(FilePath) != written) Reopen();
        opening.EnterReadLock();
        try
        {
            return read(file?.Stamp == ContentId.Sha256(settings.Model ?? "") ? file : null);
        }
        finally
        {
            opening.ExitReadLock();
        }
    }

    private static (DateTime At, long Length) StateOf(string path) => new FileInfo(path) is { Exists: true } found ? (found.LastWriteTimeUtc, found.Length) : default;

    private void Reopen()
    {
        opening.EnterWriteLock();
        try
        {
            file?.Dispose();
            file = null;
            var found = StateOf(FilePath);
            file = VectorFile.TryOpen(FilePath);
            written = found;
            if (file is null && found.Length > 0) logger.LogWarning("{File} cannot be read: hypewatch literature embed writes it anew", FilePath);
        }
        finally
        {
            opening.ExitWriteLock();
        }
    }

    private Task<IReadOnlyList<(WorkId Work, string Sha256, float[] Vector)>> ListAsync(CancellationToken ct) => database.QueryAsync(
        "literature/list-vectors", new { settings.Model }, row => (row.Id<WorkId>("work_id"), row.Text("text_sha256"), MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(row.Text("vector"))).ToArray()), ct);
}
