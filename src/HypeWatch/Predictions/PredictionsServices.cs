using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HypeWatch.Predictions;

/// <summary>Registers the predictions room.</summary>
public static class PredictionsServices
{
    /// <summary>Adds <see cref="PredictionReader"/> and the settings of section <c>Predictions</c>.</summary>
    public static IServiceCollection AddPredictions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PredictionSettings>().Bind(configuration.GetSection(PredictionSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => new PredictionReader(provider.GetRequiredService<IOptions<PredictionSettings>>().Value)).AddSingleton<PredictionStore>().AddSingleton<PromiseStore>();
    }
}
