using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>Volumes of the ACL Anthology from the XML of its repository (CC BY 4.0), with what it says about revisions, errata and retractions.</summary>
internal sealed class AclAnthologyApi : IApi
{
    /// <inheritdoc/>
    public string Kind => "acl-anthology";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml", "collections such as 2026.acl") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(collection => Call(new Uri($"{ask.Base(Needs.Address!)}/{Uri.EscapeDataString(collection)}.xml")));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.EndsWith(".xml", StringComparison.Ordinal) ? Call(request.Url) : null;

    private static ApiCall Call(Uri url) => ApiCall.Xml(url, (document, _) => document.Child("collection") is not { } collection ? ApiPage.Ended(PollState.Broken, "no collection of the ACL Anthology")
        : ApiPage.Of(collection.All("volume").SelectMany(volume => volume.Children.Where(child => child.Name is "paper" or "frontmatter").Select(paper => Announce(collection.Attribute("id"), volume, paper)))));

    private static Announced? Announce(string? collection, XmlView volume, XmlView paper)
    {
        // Older papers have identifiers that do not follow from their place.
        var id = paper.Text("url") is { } url && !url.Contains("://", StringComparison.Ordinal) ? url : $"{collection}-{volume.Attribute("id")}.{paper.Attribute("id") ?? "0"}";
        if (paper.Name == "frontmatter" || paper.Text("title") is not { } title || id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))) return null;
        var meta = volume.Child("meta");
        var changes = paper.Children.Where(child => child.Name is "revision" or "erratum").ToList();
        return new($"https://aclanthology.org/{id}/", title)
        {
            ReadAt = $"https://aclanthology.org/{id}.pdf", Authors = [.. paper.Children.Where(child => child.Name == "author").Select(author => $"{author.Text("first")} {author.Text("last")}")], Kind = DocumentKind.Paper,
            Published = DateInWords.Find($"{meta?.Text("month")?.Split('–', '-')[^1]} {meta?.Text("year")}", "acl") ?? PublicationDate.TryParseIso(meta?.Text("year"), "acl"),
            Summary = paper.Text("abstract") ?? "", Aliases = [paper.Text("doi") is { } doi ? "https://doi.org/" + doi : null], Version = changes.Count == 0 ? null : $"v{changes[^1].Attribute("id")}",
            Status = paper.Child("retracted") is not null || paper.Attribute("retracted") is not null ? AnnouncedStatus.Retracted : paper.Child("removed") is not null ? AnnouncedStatus.Withdrawn
                : changes.Count > 0 ? AnnouncedStatus.Corrected : null,
        };
    }
}
