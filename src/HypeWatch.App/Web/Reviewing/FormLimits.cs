using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace HypeWatch.App.Web.Reviewing;

/// <summary>How often the sign-in of reviewers, the form for replies and that for texts to be checked can be sent, and how often statements are run.</summary>
internal static class FormLimits
{
    /// <summary>Names of the policies.</summary>
    public const string SignIn = "review-sign-in", Reply = "reply", Check = "check", Sql = "sql";

    /// <summary>Sign-ins of one address of the network in ten minutes, right or wrong.</summary>
    public const int SignInsInTenMinutes = 10;

    /// <summary>Replies of one address of the network in an hour.</summary>
    public const int RepliesPerHour = 5;

    /// <summary>Texts that one address of the network can have looked at in ten minutes.</summary>
    public const int ChecksInTenMinutes = 20;

    /// <summary>Statements that one address of the network can have run in a minute.</summary>
    public const int StatementsInAMinute = 60;

    /// <summary>Adds the policies.</summary>
    public static void AddFormLimits(this IServiceCollection services) => services.Configure<RateLimiterOptions>(options =>
    {
        options.AddPolicy(SignIn, context => Window(context, SignInsInTenMinutes, TimeSpan.FromMinutes(10)));
        options.AddPolicy(Check, context => Window(context, ChecksInTenMinutes, TimeSpan.FromMinutes(10)));
        options.AddPolicy(Sql, context => Window(context, StatementsInAMinute, TimeSpan.FromMinutes(1)));
        options.AddPolicy(Reply, context => Window(context, RepliesPerHour, TimeSpan.FromHours(1)));
    });

    private static RateLimitPartition<string> Window(HttpContext context, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = permits, Window = window, QueueLimit = 0 });

    /// <summary>Whether a form can have come from a page elsewhere: the browser says so, or names another origin.</summary>
    public static bool IsFromElsewhere(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        if (site.Length > 0) return site is not ("same-origin" or "none");
        // Our pages send no referrer, for which browsers write "null".
        return origin.Length > 0 && origin != "null" && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
