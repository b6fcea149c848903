using System.Xml.Linq;
using HypeWatch.App.Digests;
using HypeWatch.Digests;
using HypeWatch.Storage;

namespace HypeWatch.App.Web.Readers;

/// <summary>The digests on the web: a list, each as it was sent, and an Atom feed (RFC 4287).</summary>
internal static class DigestRoutes
{
    private const int Listed = 200, InFeed = 20;

    /// <summary>Maps the routes.</summary>
    public static void MapDigests(this IEndpointRouteBuilder app)
    {
        app.MapGet("/digests", async (DigestStore digests, Drawing drawing, CancellationToken ct) =>
        {
            var links = (await digests.ListAsync(Listed, ct)).Select(line => ($"/digests/{line.Name}", line.Title)).Append(("/digests/feed.xml", "Atom feed")).ToList();
            return await TextAnswer.PageAsync<NoticeSheet>(drawing, new() { [nameof(NoticeSheet.Title)] = "Digests", [nameof(NoticeSheet.Links)] = links });
        });
        app.MapGet("/digests/feed.xml", async (DigestStore digests, DigestSettings settings, CancellationToken ct) =>
            new TextAnswer(await FeedAsync(digests, settings, ct), "application/atom+xml; charset=utf-8"));
        app.MapGet("/digests/{name}", (string name, DigestStore digests, Drawing drawing, CancellationToken ct) => PageAsync(DigestStore.IdOf(name), digests, drawing, ct));
        app.MapGet("/digests/{name}/{id}", (string name, string id, DigestStore digests, Drawing drawing, CancellationToken ct) => PageAsync(id, digests, drawing, ct));
    }

    private static async Task<IResult> PageAsync(string id, DigestStore digests, Drawing drawing, CancellationToken ct) => await digests.FindAsync(id, ct) is { } issue
        ? TextAnswer.Mail(await drawing.RenderAsync(issue, [], null))
        : await TextAnswer.PageAsync<NoticeSheet>(drawing, new() { [nameof(NoticeSheet.Title)] = "There is no such digest", [nameof(NoticeSheet.Links)] = new[] { ("/digests", "All digests") } }, StatusCodes.Status404NotFound);

    private static async Task<string> FeedAsync(DigestStore digests, DigestSettings settings, CancellationToken ct)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var lines = await digests.ListAsync(InFeed, ct);
        var feed = new XElement(
            atom + "feed", new XElement(atom + "id", "urn:hypewatch:digests"), new XElement(atom + "title", "HypeWatch digests"), new XElement(atom + "author", new XElement(atom + "name", "HypeWatch")),
            new XElement(atom + "updated", Instant.Write(lines.Count > 0 ? lines[0].MadeAt : DateTimeOffset.UnixEpoch)));
        foreach (var line in lines)
        {
            if (await digests.FindAsync(line.Id, ct) is not { } issue) continue;
            feed.Add(new XElement(
                atom + "entry", new XElement(atom + "id", $"urn:hypewatch:digest:{line.Id}"), new XElement(atom + "title", line.Title), new XElement(atom + "updated", Instant.Write(line.MadeAt)),
                settings.BaseUrl is { } root ? new XElement(atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", $"{root.TrimEnd('/')}/digests/{line.Name}")) : null,
                new XElement(atom + "content", new XAttribute("type", "text"), DigestTextRenderer.Render(issue))));
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed;
    }
}
