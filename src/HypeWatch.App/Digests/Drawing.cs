using HypeWatch.Digests;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HypeWatch.App.Digests;

/// <summary>Draws components outside a request.</summary>
internal sealed class Drawing(IServiceScopeFactory scopes, ILoggerFactory log) : IDigestPage
{
    /// <inheritdoc/>
    public Task<string> RenderAsync(DigestIssue issue, IReadOnlyList<DigestLink> links, string? chartAddress) => OfAsync<DigestSheet>(new()
    {
        [nameof(DigestSheet.Issue)] = issue, [nameof(DigestSheet.Links)] = links, [nameof(DigestSheet.ChartAddress)] = chartAddress,
    });

    /// <summary>The HTML of a component.</summary>
    public async Task<string> OfAsync<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, log);
        return await renderer.Dispatcher.InvokeAsync(async () => "<!doctype html>\n" + (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
