using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using Wire = OpenAI.Embeddings;

namespace HypeWatch.Llm;

/// <summary>Vectors of texts from any server that speaks the OpenAI protocol for embeddings, through the official client.</summary>
public sealed class OpenAiEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string NoKey = "none";

    private const int Retries = 3;

    private readonly Wire.EmbeddingClient client;
    private readonly EmbeddingSettings settings;

    /// <summary>Makes a client.</summary>
    /// <param name="settings">Which model, where, with which key.</param>
    /// <param name="http">The one client for this endpoint (see <see cref="Http.ModelHttp"/>).</param>
    public OpenAiEmbeddings(EmbeddingSettings settings, HttpClient http)
    {
        this.settings = settings;
        client = new(settings.Model, new ApiKeyCredential(string.IsNullOrWhiteSpace(settings.ApiKey) ? NoKey : settings.ApiKey), new OpenAIClientOptions
        {
            Endpoint = new Uri(settings.Endpoint!), NetworkTimeout = TimeSpan.FromSeconds(settings.TimeoutSeconds), RetryPolicy = new ClientRetryPolicy(Retries),
            Transport = new HttpClientPipelineTransport(http),
        });
    }

    /// <inheritdoc/>
    /// <exception cref="LlmUnavailableException">The endpoint does not answer, or answers with something else than one vector a text, all of the same length.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<string> texts = [.. values];
        try
        {
            Wire.OpenAIEmbeddingCollection answer = await client.GenerateEmbeddingsAsync(texts, null, cancellationToken);
            var vectors = answer.OrderBy(one => one.Index).Select(one => new Embedding<float>(one.ToFloats()) { ModelId = settings.Model }).ToList();
            if (vectors.Count != texts.Count || vectors.Any(vector => vector.Vector.Length == 0 || vector.Vector.Length != vectors[0].Vector.Length))
                throw new LlmUnavailableException($"{settings} answered {vectors.Count} texts of {texts.Count}, or vectors of several lengths", null, null);
            return [.. vectors];
        }
        // The client gives what an endpoint does wrong in many types, those of its retries and of its JSON among them.
        catch (Exception problem) when (problem is not LlmException && !cancellationToken.IsCancellationRequested)
        {
            throw new LlmUnavailableException($"{settings} made no vectors: {problem.Message}", null, problem);
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType?.IsInstanceOfType(this) == true ? this : null;

    /// <summary>Does nothing: the HTTP client belongs to whoever passed it in.</summary>
    public void Dispose()
    {
    }
}
