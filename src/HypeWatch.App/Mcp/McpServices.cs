using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HypeWatch.App.Mcp;

/// <summary>Registers the server of the Model Context Protocol.</summary>
internal static class McpServices
{
    /// <summary>Adds server and tools; the transport is added by who uses it.</summary>
    public static IMcpServerBuilder AddMcp(this IServiceCollection services) => services
        .AddMcpServer(options =>
        {
            options.ServerInfo = new Implementation { Name = "hypewatch", Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3) };
            options.ServerInstructions = "Claims of AI-interpretability releases, verbatim, with caveats and flags. " + Untrusted.Notice;
        })
        .WithRequestFilters(filters => filters.AddCallToolFilter(next => (request, ct) => ToolErrors.AnswerAsync(next, request, ct)))
        // A member without a value stands there as null: the schemas promise all members, and strict clients look.
        .WithTools<ClaimTools>(new JsonSerializerOptions(McpJsonUtilities.DefaultOptions) { DefaultIgnoreCondition = JsonIgnoreCondition.Never });
}
