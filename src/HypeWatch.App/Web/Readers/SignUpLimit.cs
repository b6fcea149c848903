using System.Threading.RateLimiting;

namespace HypeWatch.App.Web.Readers;

/// <summary>How often the sign-up form can be sent: each sending may send a mail to somebody who did not ask.</summary>
internal static class SignUpLimit
{
    /// <summary>Name of the policy.</summary>
    public const string Name = "sign-up";

    /// <summary>Sendings of one address of the network in an hour.</summary>
    public const int PerHour = 5;

    /// <summary>Adds the policy.</summary>
    public static void AddSignUpLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Name, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = PerHour, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));
    });
}
