using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Pipeline;

/// <summary>Makes the database ready for work: the newest schema, the built-in list of prior work, and citations matched against all works of the base.</summary>
public sealed class PrepareDatabase(Migrator migrator, PriorWorkStore works, CitationMatcher matcher)
{
    /// <summary>Brings both up to date; does nothing when they are.</summary>
    public async Task<MigrationReport> RunAsync(CancellationToken ct)
    {
        var report = await migrator.MigrateAsync(ct);
        var list = LiteratureFile.Load();
        await works.ImportAsync(list, ContentId.Sha256(ModelJson.Write(list)), ct);
        matcher.Use(await works.ListAsync(ct));
        return report;
    }
}
