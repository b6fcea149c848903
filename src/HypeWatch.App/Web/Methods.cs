namespace HypeWatch.App.Web;

/// <summary>The methods of HTTP that every address knows beside those that it is mapped for (RFC 9110, 9.3.2 and 9.3.7).</summary>
internal static class Methods
{
    /// <summary>Answers HEAD as GET without a body.</summary>
    public static async Task AnswerHeadAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        (context.Request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Method, context.Response.Body) = (HttpMethods.Head, body);
        }
    }

    /// <summary>Answers OPTIONS, and completes the methods that a refusal names.</summary>
    public static async Task NameAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var response = context.Response;
        if (response.HasStarted || response.StatusCode != StatusCodes.Status405MethodNotAllowed) return;
        List<string> known = [.. response.Headers.Allow.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        if (known.Contains(HttpMethods.Get, StringComparer.OrdinalIgnoreCase)) known.Add(HttpMethods.Head);
        response.Headers.Allow = string.Join(", ", known.Append(HttpMethods.Options).Distinct(StringComparer.OrdinalIgnoreCase));
        if (HttpMethods.IsOptions(context.Request.Method)) response.StatusCode = StatusCodes.Status204NoContent;
    }
}
