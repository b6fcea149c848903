using System.Text.Json.Nodes;
using HypeWatch.Model;
using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>What identifies a question to a model: the parts of a request that decide its answer.</summary>
internal static class ReplyKey
{
    /// <summary>The lower-case hexadecimal SHA-256 of model, messages, schema and temperature as JSON.</summary>
    public static string Of(string model, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var schema = (options?.ResponseFormat as ChatResponseFormatJson)?.Schema;
        var identity = new JsonObject
        {
            ["model"] = model,
            ["messages"] = new JsonArray([.. messages.Select(message => new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text })]),
            ["schema"] = schema is { } element ? JsonNode.Parse(element.GetRawText()) : null,
            ["temperature"] = options?.Temperature,
        };
        return ContentId.Sha256(identity.ToJsonString());
    }
}
