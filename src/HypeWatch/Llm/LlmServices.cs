using HypeWatch.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Llm;

/// <summary>Puts the room together.</summary>
public static class LlmServices
{
    /// <summary>Key of the undecorated client: whoever registers another <see cref="IChatClient"/> under it puts that one behind the seam.</summary>
    public const string Connector = "connector";

    /// <summary>
    /// Adds prompts, settings and ledger, and, when the section <c>Llm</c> names a model, <see cref="IChatClient"/> and <see cref="PromptRunner"/>.
    /// Needs the room Storage for the kept answers.
    /// </summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The settings cannot be used; the message names the keys.</exception>
    public static IServiceCollection AddLlm(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = LlmSettings.From(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IReplyStore, ReplyStore>();
        var embeddings = EmbeddingSettings.From(configuration);
        services.AddSingleton(embeddings);
        if (embeddings.IsConfigured)
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(_ => new OpenAiEmbeddings(embeddings, ModelHttp.Create(new(embeddings.Endpoint!), TimeSpan.FromSeconds(embeddings.TimeoutSeconds))));
        services.TryAddSingleton<ICallLog, CallLog>();
        services.AddSingleton(settings).AddSingleton<LlmLedger>().AddSingleton<LlmBudget>().AddSingleton<PromptRenderer>().AddSingleton(_ => PromptLibrary.Embedded());
        if (!settings.IsConfigured) return services;
        return services
            .AddKeyedSingleton<IChatClient>(Connector, (_, _) => string.IsNullOrWhiteSpace(settings.Replay)
                ? new OpenAiChatClient(settings, ModelHttp.Create(settings.EndpointUri, settings.Timeout))
                : new ReplayChatClient(Recordings.Read(settings.Replay), settings.Model!))
            .AddSingleton(provider => Decorate(provider, provider.GetRequiredKeyedService<IChatClient>(Connector)))
            .AddSingleton<PromptRunner>();
    }

    /// <summary>
    /// Puts the decorators around a client: counted, answered from the store, within the budget, left alone after repeated failure, so many at once, repeated on failure, so many a minute. The order matters:
    /// a kept answer costs no budget, and a call that waits for its repetition keeps its place.
    /// </summary>
    public static IChatClient Decorate(IServiceProvider provider, IChatClient client) => Decorate(
        client, provider.GetRequiredService<LlmSettings>(), provider.GetRequiredService<IReplyStore>(), provider.GetRequiredService<ICallLog>(),
        provider.GetRequiredService<LlmLedger>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<BudgetChatClient>>());

    internal static IChatClient Decorate(
        IChatClient client, LlmSettings settings, IReplyStore store, ICallLog calls, LlmLedger ledger, TimeProvider time, ILogger<BudgetChatClient>? log = null)
    {
        var paced = settings.MaxRequestsPerMinute + settings.MaxTokensPerMinute > 0 ? new PacingChatClient(client, settings.MaxRequestsPerMinute, settings.MaxTokensPerMinute, time) : client;
        var steady = new LimitingChatClient(new RetryingChatClient(paced, settings.Retries, time, settings.ApiKey), settings.MaxConcurrency);
        var thrifty = new CachingChatClient(new BudgetChatClient(new BreakerChatClient(steady, time), settings, calls, time, log ?? NullLogger<BudgetChatClient>.Instance), store, time);
        return new CountingChatClient(string.IsNullOrWhiteSpace(settings.Record) ? thrifty : new RecordingChatClient(thrifty, settings.Record, time), ledger);
    }
}
