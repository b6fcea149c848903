using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>A decorator that deals in whole replies: a streamed call becomes a whole one, so that no call passes by cache, budget or retry.</summary>
public abstract class WholeReplyChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <summary>The name under which usage is counted when a call does not ask for a schema.</summary>
    protected const string NoPurpose = "chat";

    /// <inheritdoc/>
    public sealed override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var whole = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in whole.ToChatResponseUpdates()) yield return update;
    }

    /// <summary>What a call is for: the name of the schema it asks for, which is the name of its prompt.</summary>
    protected static string PurposeOf(ChatOptions? options) => (options?.ResponseFormat as ChatResponseFormatJson)?.SchemaName ?? NoPurpose;

    /// <summary>The model a call goes to.</summary>
    protected string ModelOf(ChatOptions? options) =>
        options?.ModelId ?? (this.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? "";
}
