using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Sources.Apis;

/// <summary>One thing that a service announces, in its words.</summary>
/// <param name="Link">Where people read it.</param>
/// <param name="Title">Its title, possibly with markup; empty when it has none.</param>
internal sealed record Announced(string Link, string Title)
{
    private const int MostAuthors = 200;

    /// <summary>The address that identifies it, where that is not <see cref="Link"/>.</summary>
    public string? Identity { get; init; }

    /// <summary>Where a program reads it, where that is not <see cref="Link"/>.</summary>
    public string? ReadAt { get; init; }

    /// <summary>Authors in order.</summary>
    public IEnumerable<string?> Authors { get; init; } = [];

    /// <summary>When it was published.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>More words for the filters: abstract, tags.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What sort of text it is, unless the entry of the configuration says.</summary>
    public DocumentKind? Kind { get; init; }

    /// <summary>Who publishes it, unless the entry of the configuration says.</summary>
    public string? Publisher { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Addresses of the same work elsewhere.</summary>
    public IEnumerable<string?> Aliases { get; init; } = [];

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>Address of what it answers or is about.</summary>
    public string? Parent { get; init; }

    /// <summary>What became of it.</summary>
    public AnnouncedStatus? Status { get; init; }

    /// <summary>How it was received.</summary>
    public Reception? Reception { get; init; }

    /// <summary>The whole text, when the service sent it.</summary>
    public string? Text { get; init; }

    /// <summary>Media type of <see cref="Text"/>, without character set.</summary>
    public string TextType { get; init; } = "text/html";

    /// <summary>The item, if it has an http(s) address and passes the filters; null otherwise.</summary>
    public SourceItem? ToItem(SourceSettings source, Uri page)
    {
        if (SourceFetch.Link(page, Link) is not { } link) return null;
        var title = ApiText.Line(Title);
        if (!source.Admits(link.AbsoluteUri, title, $"{Summary} {Text}")) return null;

        var item = SourceFetch.Item(source, SourceFetch.Link(page, ReadAt) ?? link, title.Length > 0 ? title : ApiText.Opening(Text), Published, null);
        var key = CanonicalUrl.Of(Identity ?? link.AbsoluteUri);
        List<string> authors = [.. Authors.Take(MostAuthors).Select(ApiText.Line).Where(name => name.Length > 0)];
        List<string> aliases = [.. Aliases.OfType<string>().Select(CanonicalUrl.Of).Where(alias => alias != key && Uri.IsWellFormedUriString(alias, UriKind.Absolute)).Distinct(StringComparer.Ordinal)];
        return item with
        {
            DocumentUrl = key,
            Metadata = item.Metadata with
            {
                Authors = authors.Count > 0 ? authors : null, Aliases = aliases.Count > 0 ? aliases : null, Kind = source.AnnouncedKind ?? Kind,
                Publisher = source.Publisher ?? (ApiText.Line(Publisher) is { Length: > 0 } publisher ? publisher : null), Language = Language is { Length: > 0 and < 36 } ? Language : null,
                Version = Version is { Length: > 0 and < 64 } ? ApiText.Line(Version) : null, Parent = Parent is null ? null : CanonicalUrl.Of(Parent), Status = Status,
                Reception = Reception is { Score: null, Agreement: null, Replies: null } ? null : Reception,
            },
            Content = string.IsNullOrWhiteSpace(Text) ? null : new(Encoding.UTF8.GetBytes(Text), TextType + "; charset=utf-8"),
        };
    }
}
