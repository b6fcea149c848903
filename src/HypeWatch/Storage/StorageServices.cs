using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Storage;

/// <summary>Registers the room.</summary>
public static class StorageServices
{
    /// <summary>Adds the database, its migrator and the data directory.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StorageSettings>().Bind(configuration.GetSection(StorageSettings.Section)).ValidateOnStart();
        services.AddSingleton(new DataDirectory(Path.GetFullPath(configuration[DataDirectory.Setting] ?? DataDirectory.Standard)));
        services.AddSingleton(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            return new RunStamp(time, FormattableString.Invariant($"{Environment.MachineName}:{Environment.ProcessId}:{time.GetUtcNow().ToUnixTimeMilliseconds()}"));
        });
        services.AddSingleton(provider => new Database(
            provider.GetRequiredService<IOptions<StorageSettings>>().Value, provider.GetRequiredService<DataDirectory>(), provider.GetRequiredService<RunStamp>()));
        services.AddSingleton<Migrator>();
        return services;
    }
}
