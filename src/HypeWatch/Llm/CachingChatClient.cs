using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>
/// Answers a question that was answered before from the store. Only answers that the asker can use are kept: neither a truncated one, nor a refusal, nor one that is not of the
/// shape that was asked for. A kept answer comes back with the usage it once had, so that a second run derives the same records.
/// </summary>
/// <param name="inner">The client.</param>
/// <param name="store">Keeps the answers.</param>
/// <param name="time">Says when an answer came.</param>
public sealed class CachingChatClient(IChatClient inner, IReplyStore store, TimeProvider time) : WholeReplyChatClient(inner)
{
    /// <summary>The option that holds a <see cref="Func{T, TResult}"/> of the answer's text: whether the asker can use it.</summary>
    internal const string UsableOption = "hypewatch.usable";

    private const string Mark = "hypewatch.kept";

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        var key = ReplyKey.Of(ModelOf(options), conversation, options);
        if (await store.FindAsync(key, cancellationToken) is { } kept && IsUsable(kept.Text, options)) return Restore(kept);
        var response = await base.GetResponseAsync(conversation, options, cancellationToken);
        if (IsComplete(response, options))
        {
            // The answer is paid for: keep it even when the caller goes away now.
            await store.SaveAsync(
                new(key, PurposeOf(options), response.ModelId ?? ModelOf(options), response.Text, response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0, time.GetUtcNow()),
                CancellationToken.None);
        }

        return response;
    }

    /// <summary>Whether a response came from the store and cost nothing.</summary>
    public static bool IsKept(ChatResponse response) => response.AdditionalProperties?.ContainsKey(Mark) is true;

    private static ChatResponse Restore(StoredReply kept) => new(new ChatMessage(ChatRole.Assistant, kept.Text))
    {
        ModelId = kept.Model,
        CreatedAt = kept.CreatedAt,
        FinishReason = ChatFinishReason.Stop,
        Usage = new() { InputTokenCount = kept.InputTokens, OutputTokenCount = kept.OutputTokens, TotalTokenCount = kept.InputTokens + kept.OutputTokens },
        AdditionalProperties = new() { [Mark] = true },
    };

    /// <summary>Whether an answer is worth keeping.</summary>
    internal static bool IsComplete(ChatResponse response, ChatOptions? options) =>
        response.FinishReason == ChatFinishReason.Stop
        && response.Text.Length > 0
        && !response.Messages.SelectMany(message => message.Contents).Any(content => content is ErrorContent)
        && (options?.ResponseFormat is not ChatResponseFormatJson || IsJson(response.Text)) && IsUsable(response.Text, options);

    private static bool IsUsable(string text, ChatOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(UsableOption) is not Func<string, bool> isUsable || isUsable(text);

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
