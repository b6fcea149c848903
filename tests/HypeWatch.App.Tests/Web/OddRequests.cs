using System.Text;
using System.Text.Json;

namespace HypeWatch.App.Tests.Web;

/// <summary>Requests that nobody would send on purpose, made of the description of a route and a number: the same number gives the same request.</summary>
internal static class OddRequests
{
    public const int OfEach = 200;

    private static readonly string[] Values =
        ["", "0", "-1", "1e308", "S3", "\0", "'", "\"", "../..", "9999999999999999999", "ä", "true", "null", "T1,T2", "*", "é😀", "2026-02-30", "2026-11", "%", "_", "!", "a]b", "select 1", "select * from claims_v", "NaN", "\u202e", "clm-1@x", "x.json", new string('x', 400)];

    private static readonly string[] Operators = ["", "", "__exact", "__not", "__contains", "__startswith", "__gt", "__gte", "__lt", "__lte", "__in", "__isnull", "__", "__drop"];

    private static readonly string[] Names = ["q", "_size", "_next", "_facet", "_sort", "_shape", "_as_of", "as_of", "version", "part", "sql", "offset", "text", "token", "name", "verdict", "reason", "mark", "email", "words", "hours"];

    public static HttpRequestMessage Make(string path, string method, JsonElement operation, int number)
    {
        var random = new Random(HashOf(path + method) ^ number);
        var own = operation.GetProperty("parameters").EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!).Concat(Names).ToArray();
        string Pick(string[] from) => from[random.Next(from.Length)];
        foreach (var parameter in operation.GetProperty("parameters").EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "path"))
            path = path.Replace("{" + parameter.GetProperty("name").GetString() + "}", Escaped(Pick(Values) is { Length: > 0 } value && value != "\0" ? value : "x"), StringComparison.Ordinal);
        var query = string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => $"{Escaped(Pick(own))}{Pick(Operators)}={Escaped(Pick(Values))}"));
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri(query.Length > 0 ? $"{path}?{query}" : path, UriKind.Relative));
        if (method != "get") request.Content = Body(random, Pick);
        if (random.Next(3) == 0) request.Headers.TryAddWithoutValidation("Accept", Pick(["text/html", "*/*", "application/json", ";;;"]));
        if (random.Next(5) == 0) request.Headers.TryAddWithoutValidation("If-None-Match", Pick(["*", "\"x\"", "W/", ","]));
        if (random.Next(5) == 0) request.Headers.TryAddWithoutValidation("Cookie", "hypewatch-review=" + Pick(["a.b", "", "=", "a.b.c.d"]));
        return request;
    }

    private static StringContent Body(Random random, Func<string[], string> pick)
    {
        var text = random.Next(3) switch
        {
            0 => string.Join('&', Enumerable.Range(0, random.Next(5)).Select(_ => $"{Escaped(pick(Names))}={Escaped(pick(Values))}")),
            1 => pick(["{}", "[]", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}", "{\"jsonrpc\":\"2.0\",\"method\":7}", "--x\r\n\r\n", "{"]),
            _ => pick(Values),
        };
        var content = new StringContent(text, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", pick(["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "application/json", "text/plain", ""]));
        return content;
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private static int HashOf(string text) => text.Aggregate(17, (hash, sign) => unchecked((hash * 31) + sign));
}
