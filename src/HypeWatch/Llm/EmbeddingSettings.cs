using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HypeWatch.Llm;

/// <summary>
/// Which endpoint makes vectors of texts: the section <c>Embeddings</c>. With nothing set, works are found by words, topics and citations alone. Any server that speaks the
/// OpenAI protocol for embeddings will do.
/// </summary>
public sealed record EmbeddingSettings
{
    /// <summary>The section these settings are read from.</summary>
    public const string Section = "Embeddings";

    /// <summary>Name of the model at the endpoint; null or empty uses none.</summary>
    public string? Model { get; init; }

    /// <summary>Base address of the protocol, without <c>/embeddings</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The key sent to the endpoint. It belongs into the environment (<c>HypeWatch__Embeddings__ApiKey</c>).</summary>
    public string? ApiKey { get; init; }

    /// <summary>Seconds until a call without an answer counts as failed, 0.1 to 3600.</summary>
    public double TimeoutSeconds { get; init; } = 60;

    /// <summary>Texts in one call, 1 to 2048.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>How much nearness in meaning counts against the words, 0 to 10: more for a model trained for retrieval, less for means of word vectors.</summary>
    public double Weight { get; init; } = 0.3;

    /// <summary>Whether vectors are to be used.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Model);

    /// <summary>Reads the section of a configuration.</summary>
    /// <exception cref="OptionsValidationException">The settings cannot be used; the message names the keys.</exception>
    public static EmbeddingSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<EmbeddingSettings>() ?? new();
        return settings.Problems().ToList() is { Count: > 0 } problems ? throw new OptionsValidationException(Section, typeof(EmbeddingSettings), problems) : settings;
    }

    /// <summary>What is wrong with the settings, one sentence each, naming the key; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (TimeoutSeconds is not (>= 0.1 and <= 3600)) yield return "Embeddings:TimeoutSeconds must lie between 0.1 and 3600";
        if (BatchSize is < 1 or > 2048) yield return "Embeddings:BatchSize must lie between 1 and 2048";
        if (Weight is not (>= 0 and <= 10)) yield return "Embeddings:Weight must lie between 0 and 10";
        if (!IsConfigured)
        {
            if (!string.IsNullOrWhiteSpace(Endpoint)) yield return "Embeddings:Model must name the model to ask at Embeddings:Endpoint";
            yield break;
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) yield return "Embeddings:Endpoint must be an http or https address";
        else if (!string.IsNullOrWhiteSpace(ApiKey) && uri.Scheme == "http" && !uri.IsLoopback) yield return "Embeddings:Endpoint must be https, or on this machine, when Embeddings:ApiKey is set";
    }

    /// <summary>The settings without the key.</summary>
    public override string ToString() => $"{Model} at {Endpoint}";
}
