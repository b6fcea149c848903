using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Storage;

namespace HypeWatch.Pipeline;

/// <summary>Reads registered predictions out of posts, ties them to the release that came after, and takes in how they came out.</summary>
public sealed class ScorePredictions(Database database, PredictionReader reader, PredictionStore store)
{
    /// <summary>Brings the prediction sets up to date with the documents.</summary>
    public async Task RunAsync(IReadOnlyList<DocumentVersion> versions, IReadOnlyList<Release> releases, CancellationToken ct)
    {
        var later = versions.OrderBy(version => version.Document.Published.NotBefore).ThenBy(version => version.Id.Value, StringComparer.Ordinal).ToList();
        var sets = versions.Select(reader.Read).OfType<PredictionSet>().Select(set => Resolve(set, later, releases)).ToList();
        if (sets.Count > 0)
            await database.WriteAsync(
                async scope =>
                {
                    foreach (var set in sets) await PredictionStore.SaveAsync(set, scope);
                },
                ct);
        // Lists that were imported wait for their release as those in posts do.
        var links = versions.ToLookup(version => version.Document.Id, version => version.Links.Select(link => link.Url));
        await store.AttachReleasesAsync(document => links[document].SelectMany(urls => urls), ct);
    }

    // The release is the one that the resolving document speaks about.
    private static PredictionSet Resolve(PredictionSet set, IReadOnlyList<DocumentVersion> later, IReadOnlyList<Release> releases)
    {
        foreach (var version in later)
        {
            var resolved = ResolutionReader.Read(version, set);
            if (ReferenceEquals(resolved, set) || resolved.Items.SequenceEqual(set.Items)) continue;
            set = resolved;
            var about = releases.FirstOrDefault(release => release.Documents.Any(member => member.Document == version.Document.Id && !member.IsOwn));
            if (set.Release is null && about is not null) set = Registration.Attach(set, about);
        }

        return set;
    }
}
