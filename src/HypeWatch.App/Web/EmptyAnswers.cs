using HypeWatch.App.Digests;

namespace HypeWatch.App.Web;

/// <summary>
/// Gives every refusal its words: what the server itself refuses (a method that an address does not know, a body that is no form, an address without end) has none of its own. A reader gets a page, a program JSON.
/// </summary>
internal static class EmptyAnswers
{
    /// <summary>Longest address that is read, and the line with it that the server takes in to be able to say so.</summary>
    public const int LongestAddress = 8 * 1024, LongestLine = 64 * 1024;

    /// <summary>Adds it, around all that answers.</summary>
    public static void UseEmptyAnswers(this WebApplication app) => app.Use(async (context, next) =>
    {
        var response = context.Response;
        if (context.Request.Path.Value!.Length + context.Request.QueryString.Value!.Length > LongestAddress) response.StatusCode = StatusCodes.Status414UriTooLong;
        else await RunAsync(context, next);
        if (!response.HasStarted && response is { StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
            await (await ProblemAnswer.OfAsync(context.RequestServices.GetRequiredService<Drawing>(), IsForReader(context.Request), response.StatusCode, Words(response))).ExecuteAsync(context);
    });

    // What a reader's browser asks for says that it wants a page.
    private static bool IsForReader(HttpRequest request) => request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    private static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception refused) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested && (refused is BadHttpRequestException or InvalidDataException || (refused is IOException && context.Request.HasFormContentType)))
        {
            // A body that is too large, breaks off, or is no form of the sort that it says it is.
            context.Response.StatusCode = (refused as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
        }
    }

    private static string Words(HttpResponse response) => response.StatusCode switch
    {
        StatusCodes.Status405MethodNotAllowed => $"this address does not know that method; it knows {response.Headers.Allow}",
        StatusCodes.Status413PayloadTooLarge => "the body is too large; send less",
        StatusCodes.Status414UriTooLong => $"the address is longer than {LongestAddress} characters; ask with fewer or shorter values",
        StatusCodes.Status415UnsupportedMediaType => "the body is of a sort that is not read here; send a form",
        StatusCodes.Status429TooManyRequests => "too many requests; wait a minute and ask again",
        StatusCodes.Status400BadRequest => "the request makes no sense: its address, or its body as the form that it says it is, cannot be read",
        _ => "the request could not be answered",
    };
}
