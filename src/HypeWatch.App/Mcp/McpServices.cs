using System.Reflection;
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
        .WithTools<ClaimTools>();
}
