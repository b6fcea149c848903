using System.IO.Compression;
using System.Runtime.CompilerServices;
using HypeWatch.Sources;
using HypeWatch.Sources.Feeds;

namespace HypeWatch.Evals.Bench;

/// <summary>Feeds, told in the shape of the Python library feedparser.</summary>
internal sealed class FeedparserBench : IBench
{
    // Where the library's own tests serve their files.
    private static readonly Uri Server = new("http://127.0.0.1:8097/");

    public string Name => "feeds-feedparser";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(request.In.FullName, "feeds.zip"), ct);
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, "cases.jsonl"), ct))
        {
            var id = item.GetProperty("id").GetString()!;
            var headers = item.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
            using var bytes = new MemoryStream();
            await using (var entry = await zip.GetEntry(id + ".xml")!.OpenAsync(ct)) await entry.CopyToAsync(bytes, ct);
            var address = new Uri(Server, id + ".xml");
            if (headers.GetValueOrDefault("Content-Location") is { } location && Uri.TryCreate(address, location, out var stated)) address = stated;
            var feed = FeedReader.Read(FeedText.Decode(bytes.ToArray(), headers.GetValueOrDefault("Content-Type") ?? ""), address, headers.GetValueOrDefault("Content-Language"));
            yield return new { Id = id, Parsed = Shape(feed) };
        }
    }

    private static Dictionary<string, object?> Shape(Feed feed)
    {
        var head = Part(feed);
        Put(head, "subtitle", feed.Subtitle);
        if (feed.Subtitle is not null) head["description"] = feed.Subtitle.Value;
        head["language"] = feed.Language;
        head["generator"] = feed.Generator;
        if (feed.Image is { } image) head["image"] = new Dictionary<string, object?> { ["href"] = image.Url, ["title"] = image.Title };
        return new() { ["bozo"] = feed.Defect is not null, ["version"] = VersionOf(feed), ["feed"] = head, ["entries"] = feed.Items.Select(Entry).ToList() };
    }

    private static string VersionOf(Feed feed) => feed.Format switch
    {
        FeedFormat.Atom => "atom" + (feed.Version ?? "").Replace(".", "", StringComparison.Ordinal),
        FeedFormat.Cdf => "cdf",
        FeedFormat.Json => "json" + (feed.Version ?? "").Replace(".", "", StringComparison.Ordinal),
        FeedFormat.Rdf => "rss" + (feed.Version ?? "").Replace(".", "", StringComparison.Ordinal).PadLeft(feed.Version == "0.90" ? 3 : 2, '0'),
        FeedFormat.Rss => feed.Version switch
        {
            "0.91" => feed.Doctype.Contains("netscape", StringComparison.OrdinalIgnoreCase) ? "rss091n" : "rss091u",
            { } stated when stated.StartsWith('2') => "rss20",
            { } stated => "rss" + stated.Replace(".", "", StringComparison.Ordinal),
            null => "rss",
        },
        _ => "",
    };

    private static Dictionary<string, object?> Entry(FeedItem item)
    {
        var entry = Part(item);
        Put(entry, "summary", item.Summary);
        if (item.Summary is not null) entry["description"] = item.Summary.Value;
        else if (item.Contents is [var only, ..]) entry["summary"] = entry["description"] = only.Value;
        entry["guidislink"] = item.IdIsLink;
        entry["content"] = item.Contents.Select(Detail).ToList();
        entry["enclosures"] = item.Enclosures.Select(file => Filled(("href", file.Url), ("type", file.Type), ("length", file.Length))).ToList();
        return entry;
    }

    private static Dictionary<string, object?> Part(FeedPart part)
    {
        var shape = new Dictionary<string, object?>();
        Put(shape, "title", part.Title);
        Put(shape, "rights", part.Rights);
        if (part.Link is not null) shape["link"] = part.Link;
        if (part.Id is not null) shape["id"] = part.Id;
        shape["links"] = part.Links.Select(Link).ToList();
        if (part.Authors is [var author, ..])
        {
            shape["author"] = author switch
            {
                { Name: null } => author.Email,
                { Email: null } => author.Name,
                _ => $"{author.Name} ({author.Email})",
            };
            shape["author_detail"] = Person(author);
            shape["authors"] = part.Authors.Select(Person).ToList();
        }

        if (part.Contributors.Count > 0) shape["contributors"] = part.Contributors.Select(Person).ToList();
        shape["tags"] = part.Categories.Select(tag => new Dictionary<string, object?> { ["term"] = tag.Term, ["scheme"] = tag.Scheme, ["label"] = tag.Label }).ToList();
        if (part.Categories is [var first, ..]) shape["category"] = first.Term;
        Put(shape, "published", part.Published);
        Put(shape, "updated", part.Updated);
        Put(shape, "created", part.Created);
        return shape;
    }

    private static Dictionary<string, object?> Link(FeedLink link) => Filled(
        ("rel", link.Rel ?? "alternate"), ("type", link.Type ?? (link.Rel is null or "alternate" ? "text/html" : link.Rel == "self" ? "application/atom+xml" : null)), ("href", link.Href),
        ("title", link.Title), ("hreflang", link.Language), ("length", link.Length));

    private static Dictionary<string, object?> Person(FeedPerson person) => Filled(("name", person.Name), ("email", person.Email), ("url", person.Url), ("href", person.Url));

    private static Dictionary<string, object?> Filled(params (string Name, string? Value)[] values) =>
        values.Where(value => value.Value is not null).ToDictionary(value => value.Name, object? (value) => value.Value);

    private static Dictionary<string, object?> Detail(TextConstruct text)
    {
        var detail = new Dictionary<string, object?> { ["value"] = text.Value, ["type"] = text.MediaType, ["language"] = text.Language, ["base"] = text.Base ?? "" };
        if (text.Source is not null) detail["src"] = text.Source;
        return detail;
    }

    private static void Put(Dictionary<string, object?> shape, string name, TextConstruct? text)
    {
        if (text is null) return;
        shape[name] = text.Value;
        shape[name + "_detail"] = Detail(text);
    }

    private static void Put(Dictionary<string, object?> shape, string name, FeedTime? time)
    {
        if (time is null) return;
        shape[name] = time.Stated;
        if (time.At is { } at) shape[name + "_parsed"] = new[] { at.Year, at.Month, at.Day, at.Hour, at.Minute, at.Second, ((int)at.DayOfWeek + 6) % 7, at.DayOfYear, 0 };
    }
}
