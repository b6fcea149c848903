using System.Text.Json.Nodes;
using HypeWatch.Queries.Tables;

namespace HypeWatch.App.Web;

/// <summary>Describes every route that the description of the tables does not hold yet: pages, forms, files. What each is stands here, in one line; a test holds the list against the routes.</summary>
internal static class OpenApiRoutes
{
    private const string Html = "text/html", Json = "application/json", Csv = "text/csv", Lines = "application/x-ndjson";

    private static readonly Dictionary<string, (string Words, string Type)> Known = new(StringComparer.Ordinal)
    {
        ["/"] = ("The start page", Html), ["/healthz"] = ("Whether the service is well; 503 when it is not", Json), ["/readyz"] = ("Whether it can work, part by part with reasons; 503 when it cannot", Json), ["/metrics"] = ("Counts in the text format of Prometheus", "text/plain"), ["/style.css"] = ("The style sheet of the pages", "text/css"), ["/favicon.ico"] = ("The sign of the pages", "image/svg+xml"),
        ["/c/{id}"] = ("A claim with all that is known about it; frozen as ID@INSTANT", Html), ["/f/{id}"] = ("A flag with all that speaks for and against it", Html), ["/r/{id}"] = ("A release", Html), ["/d/{id}"] = ("An archived text with its claims marked", Html),
        ["/d/{id}/changes"] = ("Which claims of a text changed from one version to the next", Html), ["/d/{id}/changes.json"] = ("Which claims of a text changed from one version to the next", Json),
        ["/r/{id}/posts"] = ("Who posted what about a release around its first day", Html), ["/r/{id}/posts.json"] = ("Who posted what about a release around its first day", Json),
        ["/w/{id}"] = ("A prior work", Html), ["/w/{id}.bib"] = ("A prior work as BibTeX", "application/x-bibtex"), ["/works.bib"] = ("Prior works as BibTeX", "application/x-bibtex"), ["/c/{id}/literature"] = ("Works that bear on a claim", Html),
        ["/c/{id}/literature.json"] = ("Works that bear on a claim", Json), ["/f/{id}.jsonld"] = ("A confirmed flag as ClaimReview", "application/ld+json"), ["/flags.jsonld"] = ("Confirmed flags as ClaimReview", "application/ld+json"), ["/f/{id}/reply"] = ("Answers a flag; shown once a reviewer has seen it", Html),
        ["/about"] = ("How flags are made", Html), ["/about/accuracy"] = ("How often reviewers let each kind of flag stand", Html), ["/check"] = ("A text of one's own, looked at by rules; nothing is stored", Html),
        ["/predictions"] = ("Predictions and their scores", Html), ["/predictions.json"] = ("Predictions and their scores", Json), ["/sources"] = ("How the sources do", Html), ["/sources.json"] = ("How the sources do", Json),
        ["/organisations/{**name}"] = ("What an organisation published and claimed", Html), ["/releases/{id}/brief"] = ("A release on two pages", Html), ["/releases/{id}/brief.md"] = ("A release on two pages", "text/markdown"), ["/releases/{id}/brief.json"] = ("A release on two pages", Json),
        ["/snapshots"] = ("Monthly copies of the views", Html), ["/snapshots.json"] = ("Monthly copies of the views", Json), ["/snapshots/{name}/{file}"] = ("A file of a monthly copy", "application/octet-stream"),
        ["/sql"] = ("One SELECT of a reader over the views", Html), ["/sql.json"] = ("One SELECT of a reader over the views", Json), ["/sql.csv"] = ("One SELECT of a reader over the views", Csv), ["/sql.ndjson"] = ("One SELECT of a reader over the views", Lines),
        ["/sql/{name}"] = ("A stored statement; its parameters by their names; .json, .csv and .ndjson behind its name", Html), ["/digests"] = ("The digests as they were sent", Html), ["/digests/feed.xml"] = ("The digests as a feed", "application/atom+xml"), ["/digests/{name}"] = ("A digest", Html),
        ["/digests/{name}/{id}"] = ("A digest", Html), ["/u/{token}"] = ("A reader's subscription; POST changes it", Html), ["/confirm/{token}"] = ("Confirms a subscription by POST", Html), ["/subscribe"] = ("Signs up for the digest by POST", Html),
        ["/review"] = ("What waits for review", Html), ["/review/sign-in"] = ("Signs a reviewer in", Html), ["/review/sign-out"] = ("Signs a reviewer out", Html), ["/review/log"] = ("All reviews", Html), ["/review/flags/{id}"] = ("A flag to decide on", Html),
        ["/review/replies/{id}"] = ("Shows a reply, or does not", Html), ["/mcp"] = ("The Model Context Protocol over streamable HTTP", "text/event-stream"), ["/openapi/v1.json"] = ("This description", Json),
    };

    /// <summary>Adds what is missing to the paths of a description.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="routes">All routes.</param>
    /// <param name="tables">The tables, whose pages are described by their own words.</param>
    public static void Complete(JsonObject paths, IEnumerable<RouteEndpoint> routes, QueryTables tables)
    {
        foreach (var route in routes.OrderBy(route => route.RoutePattern.RawText, StringComparer.Ordinal))
        {
            var pattern = route.RoutePattern.RawText!;
            var path = pattern.Replace("{**", "{", StringComparison.Ordinal);
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            {
                var item = paths[path] as JsonObject ?? [];
                var name = method.ToLowerInvariant();
                if (item.ContainsKey(name)) continue;
                item[name] = Operation(pattern, name, route, tables.All.FirstOrDefault(table => "/" + table.Name == pattern));
                paths[path] = item;
            }
        }
    }

    private static JsonObject Operation(string pattern, string method, RouteEndpoint route, QueryTable? table)
    {
        var (words, type) = table is not null ? (table.Meaning, Html) : Known.TryGetValue(pattern, out var known) ? known : throw new HypeWatch.Model.HypeWatchException($"OpenApiRoutes does not say what {pattern} is: add a line there");
        var operation = new JsonObject
        {
            ["operationId"] = method + string.Concat(pattern.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_')), ["summary"] = words,
            ["parameters"] = new JsonArray([.. route.RoutePattern.Parameters.Select(part => new JsonObject { ["name"] = part.Name, ["in"] = "path", ["required"] = true, ["schema"] = Text() })]),
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject { ["description"] = words, ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = type == Json ? new JsonObject { ["type"] = "object" } : Text() } } },
                ["default"] = new JsonObject { ["description"] = "Why not, and what to do: a page for a reader, JSON for a program", ["content"] = new JsonObject { [Json] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } } } },
            },
        };
        if (method == "post")
        {
            var form = pattern == "/mcp" ? Json : "application/x-www-form-urlencoded";
            operation["requestBody"] = new JsonObject { ["content"] = new JsonObject { [form] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } } };
        }

        return operation;
    }

    private static JsonObject Text() => new() { ["type"] = "string" };
}
