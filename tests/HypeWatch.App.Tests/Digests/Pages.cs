using HypeWatch.App.Digests;
using HypeWatch.Digests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.App.Tests.Digests;

/// <summary>Draws digests as the program does, without the program around it.</summary>
internal static class Pages
{
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    public static Drawing Drawing { get; } = new(Services.GetRequiredService<IServiceScopeFactory>(), NullLoggerFactory.Instance);

    public static string Html(DigestIssue issue, string? chart = null) => Drawing.RenderAsync(issue, [], chart).GetAwaiter().GetResult();
}
