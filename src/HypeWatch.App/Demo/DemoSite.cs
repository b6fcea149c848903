using System.Net;
using System.Reflection;
using System.Text;
using HypeWatch.Model;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Net.Http.Headers;

namespace HypeWatch.App.Demo;

/// <summary>
/// A web server on loopback with the invented pages of the demo. It behaves as a site does: validators, 304, 404, robots.txt. Nothing but its pages knows
/// what the service should find.
/// </summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private const string ResourcePrefix = "demo/";
    private const string BasePlaceholder = "{{base}}";

    // The pages are as old as this program's demo; a fixed stamp keeps conditional requests honest across runs.
    private static readonly DateTimeOffset PagesChanged = new(2026, 4, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication server;
    private readonly Func<string, string, string>? edit;

    private DemoSite(WebApplication server, Func<string, string, string>? edit)
    {
        this.server = server;
        this.edit = edit;
    }

    /// <summary>Where the pages are served, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The port it listens on.</summary>
    public int Port => new Uri(Address).Port;

    /// <summary>Starts the server.</summary>
    /// <param name="port">Port on loopback; 0 takes any free one.</param>
    /// <param name="edit">Given path and text of a page, gives the text to serve; null serves the pages as they are.</param>
    /// <param name="ct">Ends the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<DemoSite> StartAsync(int port, Func<string, string, string>? edit, CancellationToken ct)
    {
        // The contents root is ours, so that no settings file of the user's folder can reach this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port));
        var web = builder.Build();
        var site = new DemoSite(web, edit);
        web.Run(site.AnswerAsync);
        try
        {
            await web.StartAsync(ct);
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }

        site.Address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
        return site;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (Page(path) is not { } page)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("not found", context.RequestAborted);
            return;
        }

        var (text, type) = page;
        text = (edit?.Invoke(path, text) ?? text).Replace(BasePlaceholder, Address, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue($"\"{ContentId.Sha256(bytes)[..16]}\"");
        headers.LastModified = PagesChanged;
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } seen && seen.Contains(headers.ETag.Tag.Value))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    // "/a/" is a folder's index, "/a" a page, "/a.xml" a feed.
    private static (string Text, string Type)? Page(string path)
    {
        var name = path.TrimStart('/');
        var (file, type) = Path.GetExtension(name) switch
        {
            ".xml" => (name, "application/xml; charset=utf-8"),
            ".txt" => (name, "text/plain; charset=utf-8"),
            _ when name.Length == 0 || name.EndsWith('/') => (name + "index.html", "text/html; charset=utf-8"),
            _ => (name + ".html", "text/html; charset=utf-8"),
        };
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourcePrefix + file);
        if (stream is null) return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return (reader.ReadToEnd(), type);
    }
}
