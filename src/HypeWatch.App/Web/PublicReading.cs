using HypeWatch.Storage;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Web;

/// <summary>
/// Where <see cref="WebSettings.Publication"/> is public, every request reads as the public does, so that a route cannot show a flag that nobody confirmed. Left out are the pages of reviewers, who sign in, and the
/// accuracy page, whose numbers would be wrong without the flags that reviewers dismissed, and which shows none.
/// </summary>
internal static class PublicReading
{
    private static readonly PathString[] Whole = ["/review", "/about/accuracy"];

    /// <summary>Adds it, before the routes.</summary>
    public static void UsePublication(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<WebSettings>>().Value.Publication != WebSettings.Public) return;
        var database = app.Services.GetRequiredService<Database>();
        app.Use(async (context, next) =>
        {
            if (!Whole.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))) database.ReadAsPublic();
            await next(context);
        });
    }
}
