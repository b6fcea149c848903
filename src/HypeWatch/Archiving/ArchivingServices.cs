using HypeWatch.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.Archiving;

/// <summary>Registers the room.</summary>
public static class ArchivingServices
{
    /// <summary>Adds the archive, in the data directory, and the fetcher that fills it.</summary>
    public static IServiceCollection AddArchiving(this IServiceCollection services) => services
        .AddSingleton(provider => new Archive(provider.GetRequiredService<DataDirectory>().Archive))
        .AddSingleton<SnapshotStore>()
        .AddSingleton<DocumentFetcher>();
}
