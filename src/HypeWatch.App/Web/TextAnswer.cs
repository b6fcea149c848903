using System.Security.Cryptography;
using System.Text;
using HypeWatch.App.Digests;
using HypeWatch.Model;
using Microsoft.AspNetCore.Components;

namespace HypeWatch.App.Web;

/// <summary>
/// A whole answer as text. Where nothing went wrong it carries a tag of its content, and who has that content already gets 304 and no body (RFC 9110, 13).
/// </summary>
/// <param name="body">The text.</param>
/// <param name="contentType">Its type.</param>
/// <param name="status">The status.</param>
internal sealed class TextAnswer(string body, string contentType, int status = StatusCodes.Status200OK) : IResult
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>What the tag is made of, where a part of the body differs from time to time; null for the body.</summary>
    public string? TagOf { get; init; }

    /// <summary>Whether it is drawn like a mail, with styles beside its words.</summary>
    public bool HasOwnStyles { get; init; }

    /// <summary>Name under which a browser saves it; null shows it.</summary>
    public string? FileName { get; init; }

    /// <summary>A component as a page.</summary>
    public static async Task<IResult> PageAsync<T>(Drawing drawing, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK) where T : IComponent =>
        new TextAnswer(await drawing.OfAsync<T>(parameters), Html, status);

    /// <summary>A page that is drawn like a mail.</summary>
    public static IResult Mail(string page) => new TextAnswer(page, Html) { HasOwnStyles = true };

    /// <summary>A value as JSON.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => new TextAnswer(ModelJson.Write(value), "application/json; charset=utf-8", status);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        if (HasOwnStyles) PageGuard.AllowOwnStyles(response);
        response.Headers.CacheControl = "no-cache";
        if (FileName is not null) response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        if (status == StatusCodes.Status200OK && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TagOf ?? body)))[..32]}\"";
            response.Headers.ETag = tag;
            if (request.Headers.IfNoneMatch.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).Any(known => known == "*" || known == tag || "W/" + known == tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = status;
        response.ContentType = contentType;
        await response.WriteAsync(body, httpContext.RequestAborted);
    }
}
