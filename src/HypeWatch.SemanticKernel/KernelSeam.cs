using System.Text.Json;
using HypeWatch.Http;
using HypeWatch.Llm;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.PromptTemplates.Handlebars;

namespace HypeWatch.SemanticKernel;

/// <summary>
/// Puts a Semantic Kernel behind the seam through which this program asks language models: the kernel's OpenAI connector under the program's own decorators
/// (ledger, reply store, budget, retry), and the program's prompt files as kernel functions, one plugin a room. Plugins (<see cref="KernelPlugin"/>) and
/// filters (<c>IFunctionInvocationFilter</c>, <c>IPromptRenderFilter</c>) that a user registers in the same container take part; filters see kernel functions,
/// not the program's own calls to <see cref="IChatClient"/>.
/// </summary>
public static class KernelSeam
{
    /// <summary>
    /// Replaces the connector that <see cref="LlmServices.AddLlm"/> added by the kernel's, with the same settings, and adds the <see cref="Kernel"/>. Does
    /// nothing when no model is configured. Azure OpenAI, Ollama and others are reached through their OpenAI-compatible addresses.
    /// </summary>
    /// <param name="services">The container, after <see cref="LlmServices.AddLlm"/>.</param>
    /// <param name="configuration">Holds the section <c>Llm</c>.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The settings cannot be used; the message names the keys.</exception>
    public static IServiceCollection AddSemanticKernel(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = LlmSettings.From(configuration);
        // Recordings stand in for any connector.
        if (!settings.IsConfigured || !string.IsNullOrWhiteSpace(settings.Replay)) return services;
        // The connector neither retries nor times out; this client has the timeout, the decorators retry.
        var http = ModelHttp.Create(settings.EndpointUri, settings.Timeout);
        services.AddKernelSeam(settings.Model!, settings.EndpointUri, settings.ApiKey, http, PromptLibrary.Embedded().All, LlmServices.Decorate);
        return services;
    }

    /// <summary>Adds connector, seam, prompts and kernel.</summary>
    /// <param name="services">The container; holds what <paramref name="decorate"/> asks for.</param>
    /// <param name="model">Name of the model, or of the deployment.</param>
    /// <param name="endpoint">Base address of the OpenAI chat protocol.</param>
    /// <param name="key">The key; null for a server that needs none.</param>
    /// <param name="http">The web client of that endpoint, with a timeout.</param>
    /// <param name="prompts">The prompts to offer as kernel functions.</param>
    /// <param name="decorate">Puts the decorators around the connector, such as <see cref="LlmServices.Decorate"/>.</param>
    public static IKernelBuilder AddKernelSeam(
        this IServiceCollection services, string model, Uri endpoint, string? key, HttpClient http, IEnumerable<PromptFile> prompts,
        Func<IServiceProvider, IChatClient, IChatClient> decorate)
    {
        services.AddOpenAIChatClient(model, endpoint, key, serviceId: LlmServices.Connector, httpClient: http);
        services.AddSingleton(provider => decorate(provider, provider.GetRequiredKeyedService<IChatClient>(LlmServices.Connector)));
        foreach (var plugin in Plugins(prompts)) services.AddSingleton(plugin);
        return services.AddKernel();
    }

    /// <summary>The prompts as plugins, one a room; a hyphen in a room's name becomes an underscore.</summary>
    /// <param name="prompts">Prompts that have passed the rules of <see cref="PromptFile"/>: the kernel itself checks much less.</param>
    public static IEnumerable<KernelPlugin> Plugins(IEnumerable<PromptFile> prompts)
    {
        var templates = new HandlebarsPromptTemplateFactory();   // not the kernel's default format
        foreach (var room in prompts.GroupBy(prompt => prompt.Room, StringComparer.Ordinal).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            var functions = room.OrderBy(prompt => prompt.Name, StringComparer.Ordinal).Select(prompt => KernelFunctionYaml.FromPromptYaml(prompt.Yaml, templates));
            yield return KernelPluginFactory.CreateFromFunctions(room.Key.Replace('-', '_'), functions);
        }
    }

    /// <summary>
    /// Settings for a kernel function whose reply follows a schema, strictly; they replace those of the prompt file, so its temperature is carried over.
    /// For example <c>new KernelArguments(KernelSeam.StrictReply(prompt, ReplySchema.Of&lt;ClaimReply&gt;())) { ["sentences"] = "..." }</c>.
    /// </summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="schema">The schema of its reply (<see cref="ReplySchema"/>).</param>
    public static PromptExecutionSettings StrictReply(PromptFile prompt, JsonElement schema) => new()
    {
        ExtensionData = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["response_format"] = schema,
            ["strict"] = true,
            ["temperature"] = prompt.Temperature ?? 0f,
        },
    };
}
