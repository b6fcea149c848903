using System.Text.Json;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HypeWatch.App.Mcp;

/// <summary>Answers a call that makes no sense with what is wrong, in a form for programs: it is the caller's mistake, and no failure of the service that its log should tell.</summary>
internal static class ToolErrors
{
    private const int LongestName = 60;

    private sealed record ErrorAnswer(bool Ok, string Error, IReadOnlyList<string>? Known);

    /// <summary>Refuses arguments that the tool does not know, and says what a tool complains about.</summary>
    public static async ValueTask<CallToolResult> AnswerAsync(McpRequestHandler<CallToolRequestParams, CallToolResult> next, RequestContext<CallToolRequestParams> request, CancellationToken ct)
    {
        if (request.MatchedPrimitive is McpServerTool tool && tool.ProtocolTool.InputSchema.TryGetProperty("properties", out var properties))
        {
            List<string> known = [.. properties.EnumerateObject().Select(property => property.Name)];
            if (request.Params?.Arguments?.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
                return Error($"{tool.ProtocolTool.Name} has no argument '{(unknown.Length > LongestName ? unknown[..LongestName] + "…" : unknown)}'; known: {string.Join(", ", known)}", known);
        }

        try
        {
            return await next(request, ct);
        }
        catch (Exception wrong) when (wrong is QueryException or SqlRefusedException or (McpException and not McpProtocolException) or JsonException or ArgumentException)
        {
            return Error(wrong.Message, null);
        }
    }

    private static CallToolResult Error(string words, IReadOnlyList<string>? known)
    {
        // As text: strict clients hold structured content against the schema of the tool's answers, also where it is an error.
        return new() { IsError = true, Content = [new TextContentBlock { Text = ModelJson.Write(new ErrorAnswer(false, words, known)) }] };
    }
}
