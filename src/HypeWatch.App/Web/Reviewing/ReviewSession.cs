using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HypeWatch.Model;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Web.Reviewing;

/// <summary>Who is signed in.</summary>
/// <param name="Name">The reviewer.</param>
/// <param name="Affiliation">The organisation that the reviewer declared; <c>none</c> for none.</param>
/// <param name="Until">When the session ends, UTC.</param>
public sealed record Reviewer(string Name, string Affiliation, DateTimeOffset Until);

/// <summary>
/// The sign-in of reviewers by the token of the settings. A session is a cookie that the server signed: it holds name, organisation and end, and is sent by our own pages alone. Each form of a session
/// carries a mark that only our pages know, so that a page elsewhere cannot send it.
/// </summary>
internal sealed class ReviewSession(IOptions<WebSettings> settings, TimeProvider time)
{
    private const string Cookie = "hypewatch-review";
    private static readonly TimeSpan Length = TimeSpan.FromHours(12);
    private readonly byte[]? key = settings.Value.ReviewToken is { Length: > 0 } token ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "hypewatch review session"u8) : null;

    /// <summary>Name of the field of a form that holds its mark.</summary>
    public const string Field = "mark";

    /// <summary>Whether reviews can be made here at all.</summary>
    public bool IsOn => key is not null;

    /// <summary>Begins a session.</summary>
    /// <returns>False when the token is another one.</returns>
    public bool SignIn(HttpContext context, string token, string name, string affiliation)
    {
        // Hashes are compared, so that neither time nor length tells anything about the token.
        if (key is null || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(Encoding.UTF8.GetBytes(settings.Value.ReviewToken!)))) return false;
        var body = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(ModelJson.Write(new Reviewer(name, affiliation, time.GetUtcNow() + Length))));
        context.Response.Cookies.Append(Cookie, $"{body}.{Sign("session", body)}", new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/review", MaxAge = Length, IsEssential = true });
        return true;
    }

    /// <summary>Ends a session.</summary>
    public static void SignOut(HttpContext context) => context.Response.Cookies.Delete(Cookie, new() { Path = "/review" });

    /// <summary>Who is signed in; null for nobody.</summary>
    public Reviewer? Who(HttpRequest request)
    {
        if (key is null || request.Cookies[Cookie] is not { } value || value.Split('.') is not [var body, var signature] || !IsSigned("session", body, signature)) return null;
        try
        {
            var reviewer = ModelJson.Read<Reviewer>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(body)));
            return reviewer.Until > time.GetUtcNow() ? reviewer : null;
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The mark of the forms of a session.</summary>
    public string Mark(HttpRequest request) => Sign("form", request.Cookies[Cookie] ?? "");

    /// <summary>Whether a form was sent from a page of this session.</summary>
    public bool IsOwn(HttpRequest request, IFormCollection form) => key is not null && IsSigned("form", request.Cookies[Cookie] ?? "", form[Field].ToString());

    private string Sign(string purpose, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key!, Encoding.UTF8.GetBytes($"{purpose}\n{text}")));

    private bool IsSigned(string purpose, string text, string signature) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(purpose, text)), Encoding.ASCII.GetBytes(signature));
}
