using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using Wire = OpenAI.Chat;

namespace HypeWatch.Llm;

/// <summary>
/// A language model behind any server that speaks the OpenAI chat protocol, through the official client. It neither retries nor caches nor counts: the
/// decorators do (<see cref="LlmServices"/>). A strict JSON schema is sent when the options hold one and the additional property <c>strict</c>.
/// </summary>
public sealed class OpenAiChatClient : IChatClient
{
    /// <summary>Code of the <see cref="ErrorContent"/> that holds the model's words of refusal.</summary>
    public const string RefusalCode = "Refusal";

    private const string NoKey = "none";
    private readonly Wire.ChatClient chat;
    private readonly ChatClientMetadata metadata;
    private readonly LlmSettings settings;

    /// <summary>Makes a client.</summary>
    /// <param name="settings">Which model, where, with which key.</param>
    /// <param name="http">The one client for this endpoint (see <see cref="Http.ModelHttp"/>).</param>
    public OpenAiChatClient(LlmSettings settings, HttpClient http)
    {
        this.settings = settings;
        metadata = new("openai", settings.EndpointUri, settings.Model);
        chat = new(settings.Model, new ApiKeyCredential(string.IsNullOrWhiteSpace(settings.ApiKey) ? NoKey : settings.ApiKey), new OpenAIClientOptions
        {
            Endpoint = settings.EndpointUri,
            NetworkTimeout = settings.Timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(http),
        });
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options?.ModelId is { } other && other != settings.Model) throw new NotSupportedException($"this client asks {settings.Model}, not {other}");
        Wire.ChatCompletion completion = await chat.CompleteChatAsync(messages.Select(ToWire), ToWire(options), cancellationToken);
        var reply = new ChatMessage(ChatRole.Assistant, string.Concat(completion.Content.Select(part => part.Text)));
        if (completion.Refusal is { Length: > 0 } refusal) reply.Contents.Add(new ErrorContent(refusal) { ErrorCode = RefusalCode });
        return new(reply)
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason = FromWire(completion.FinishReason),
            RawRepresentation = completion,
            Usage = completion.Usage is { } usage
                ? new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount }
                : null,
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var whole = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in whole.ToChatResponseUpdates()) yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType == typeof(Wire.ChatClient) ? chat
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Does nothing: the HTTP client belongs to whoever passed it in.</summary>
    public void Dispose()
    {
    }

    private static Wire.ChatMessage ToWire(ChatMessage message) =>
        message.Role == ChatRole.System ? new Wire.SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new Wire.AssistantChatMessage(message.Text)
        : message.Role == ChatRole.User ? new Wire.UserChatMessage(message.Text)
        : throw new NotSupportedException($"messages of role {message.Role} are not sent: the model is given no tools");

    private static Wire.ChatCompletionOptions ToWire(ChatOptions? options) => new()
    {
        Temperature = options?.Temperature,
        TopP = options?.TopP,
        MaxOutputTokenCount = options?.MaxOutputTokens,
        ResponseFormat = options?.ResponseFormat switch
        {
            ChatResponseFormatJson { Schema: { } schema } json => Wire.ChatResponseFormat.CreateJsonSchemaFormat(
                json.SchemaName ?? "reply", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription, IsStrict(options)),
            ChatResponseFormatJson => Wire.ChatResponseFormat.CreateJsonObjectFormat(),
            _ => null,
        },
    };

    private static bool? IsStrict(ChatOptions options) =>
        options.AdditionalProperties?.TryGetValue("strict", out var strict) is true ? strict as bool? : null;

    private static ChatFinishReason FromWire(Wire.ChatFinishReason reason) => reason switch
    {
        Wire.ChatFinishReason.Length => ChatFinishReason.Length,
        Wire.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        Wire.ChatFinishReason.ToolCalls or Wire.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };
}
