using System.ComponentModel.DataAnnotations;
using HypeWatch.Storage;

namespace HypeWatch.App.Web;

/// <summary>Settings of the section <c>Web</c>. The program listens on loopback only.</summary>
internal sealed record WebSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Web";

    /// <summary>A value of <see cref="Publication"/>.</summary>
    public const string Internal = "internal", Public = "public";

    /// <summary><c>internal</c> shows archived texts whole and every flag; <c>public</c> shows quotes with at most 300 characters on either side, and flags only once a reviewer confirmed them. Default internal.</summary>
    [RegularExpression("internal|public", ErrorMessage = "Web:Publication must be internal or public")]
    public string Publication { get; set; } = Internal;

    /// <summary>From now on, to the end of the caller's asynchronous method, what is read is what mails of this installation may show: see <see cref="Database.ReadAsPublic"/>.</summary>
    public static void ReadAsMailed(IServiceProvider services)
    {
        if (services.GetRequiredService<IConfiguration>()[$"{Section}:{nameof(Publication)}"] == Public) services.GetRequiredService<Database>().ReadAsPublic();
    }

    /// <summary>What reviewers sign in with, at least 16 characters; null keeps reviews off on the web. From the environment alone: <c>HypeWatch__Web__ReviewToken</c>.</summary>
    [MinLength(16, ErrorMessage = "Web:ReviewToken (HypeWatch__Web__ReviewToken) must have at least 16 characters")]
    public string? ReviewToken { get; set; }

    /// <summary>Port on 127.0.0.1; 0 takes any free one. Default 5080.</summary>
    [Range(0, 65_535, ErrorMessage = "Web:Port must lie between 0 and 65535")]
    public int Port { get; set; } = 5080;
}
