using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Pipeline;

/// <summary>Makes the database ready for work: the newest schema, and the built-in list of prior work.</summary>
public sealed class PrepareDatabase(Migrator migrator, PriorWorkStore works)
{
    /// <summary>Brings both up to date; does nothing when they are.</summary>
    public async Task<MigrationReport> RunAsync(CancellationToken ct)
    {
        var report = await migrator.MigrateAsync(ct);
        var list = LiteratureFile.Load();
        await works.ImportAsync(list, ContentId.Sha256(ModelJson.Write(list)), ct);
        return report;
    }
}
