using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>Asks the model with a prompt and reads its reply as a record. The one way in which rooms use a model.</summary>
/// <param name="chat">The model, under the decorators.</param>
/// <param name="renderer">Makes the messages.</param>
/// <param name="settings">Limits the length of replies.</param>
public sealed class PromptRunner(IChatClient chat, PromptRenderer renderer, LlmSettings settings)
{
    /// <summary>The configured model's name, until a reply says how it calls itself.</summary>
    public string Model => settings.Model ?? "";

    /// <summary>Asks.</summary>
    /// <typeparam name="T">The record of the reply; its schema is sent along (<see cref="ReplySchema"/>).</typeparam>
    /// <param name="prompt">The prompt.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <param name="about">The version of a document that it is about, for the log of calls; null for none.</param>
    /// <exception cref="LlmException">The endpoint gave no reply at all, or the budget is used up.</exception>
    /// <exception cref="ArgumentException">The arguments do not fit the prompt.</exception>
    public async Task<LlmReply<T>> AskAsync<T>(PromptFile prompt, IReadOnlyDictionary<string, string> arguments, CancellationToken ct, string? about = null)
        where T : class
    {
        var response = await chat.GetResponseAsync(renderer.Render(prompt, arguments), OptionsFor<T>(prompt, about), ct);
        var (state, value) = Read<T>(response);
        return new(state, value, response.ModelId ?? Model, response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0);
    }

    private ChatOptions OptionsFor<T>(PromptFile prompt, string? about)
        where T : class => new()
    {
        Temperature = prompt.Temperature,
        TopP = prompt.TopP,
        MaxOutputTokens = prompt.MaxTokens ?? settings.MaxOutputTokens,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(ReplySchema.Of<T>(), prompt.Name),
        // Without strict the schema goes out as a wish.
        AdditionalProperties = new() { ["strict"] = true, [BudgetChatClient.AboutOption] = about, [CachingChatClient.UsableOption] = (Func<string, bool>)(text => Parsed<T>(text) is not null) },
    };

    private static (ReplyState State, T? Value) Read<T>(ChatResponse response)
        where T : class
    {
        if (response.FinishReason == ChatFinishReason.ContentFilter || response.Messages.SelectMany(message => message.Contents).Any(content => content is ErrorContent))
            return (ReplyState.Refused, null);
        if (response.FinishReason == ChatFinishReason.Length) return (ReplyState.Truncated, null);
        if (string.IsNullOrWhiteSpace(response.Text)) return (ReplyState.Empty, null);
        return Parsed<T>(response.Text) is { } value ? (ReplyState.Complete, value) : (ReplyState.Malformed, null);
    }

    private static T? Parsed<T>(string text)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return HoldsNothing(document.RootElement) ? null : document.RootElement.Deserialize<T>(ReplySchema.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a list holds null, which no schema allows and the serialiser lets through.</summary>
    private static bool HoldsNothing(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HoldsNothing(item)),
        JsonValueKind.Object => element.EnumerateObject().Any(property => HoldsNothing(property.Value)),
        _ => false,
    };
}
