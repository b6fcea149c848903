using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>
/// Answers from recordings in place of an endpoint. A request without a recording is an error and counted; neither a guess nor the rules step in for it.
/// </summary>
/// <param name="recordings">The answers.</param>
/// <param name="model">Name of the model, which is part of each key.</param>
public sealed class ReplayChatClient(Recordings recordings, string model) : IChatClient
{
    private readonly ChatClientMetadata metadata = new("recordings", null, model);
    private int missing;

    /// <summary>Requests that had no recording so far.</summary>
    public int Missing => missing;

    /// <inheritdoc/>
    /// <exception cref="LlmRecordingMissingException">There is no recording of this request.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var key = ReplyKey.Of(options?.ModelId ?? model, messages, options);
        if (!recordings.ByKey.TryGetValue(key, out var recording))
        {
            Interlocked.Increment(ref missing);
            throw new LlmRecordingMissingException(key, (options?.ResponseFormat as ChatResponseFormatJson)?.SchemaName);
        }

        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, recording.Answer))
        {
            ModelId = recording.Model,
            CreatedAt = new DateTimeOffset(recording.Date, TimeOnly.MinValue, TimeSpan.Zero),
            FinishReason = ChatFinishReason.Stop,
            Usage = new() { InputTokenCount = recording.InputTokens, OutputTokenCount = recording.OutputTokens, TotalTokenCount = recording.InputTokens + recording.OutputTokens },
        });
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
        return serviceKey is not null ? null : serviceType == typeof(ChatClientMetadata) ? metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing: nothing is held open.</summary>
    public void Dispose()
    {
    }
}
