using HypeWatch.Model;
using HypeWatch.Sources.Feeds;

namespace HypeWatch.Sources;

/// <summary>What a feed announces, out of any of its formats: per entry a link, the words of its title, its date, its authors, and the words that filters look at.</summary>
internal static class FeedParser
{
    private const int LongestText = 50_000;

    /// <summary>Reads a feed.</summary>
    /// <param name="text">The feed as characters.</param>
    /// <param name="address">Where it was read; null when unknown.</param>
    public static FeedContent Parse(string text, Uri? address = null)
    {
        var feed = FeedReader.Read(text, address);
        return new(feed.Format is not FeedFormat.None, [.. feed.Items.Select(item => Entry(item, feed))], feed.Defect, feed.IsCut, feed.RestMinutes);
    }

    private static FeedEntry Entry(FeedItem item, Feed feed)
    {
        IEnumerable<string> texts = [item.Summary?.Value ?? "", .. item.Contents.Select(content => content.Value), .. item.Categories.Select(category => category.Term)];
        var words = FeedText.Plain(Cut(string.Join(' ', texts)));
        var people = item.Authors.Count > 0 ? item.Authors : feed.Authors;
        return new(Address(item), item.Title?.Words ?? "", Day(item.Published) ?? Day(item.Updated) ?? Day(item.Created), [.. people.SelectMany(Names)], words);
    }

    // An id that is an address says where the entry is, when nothing else does.
    private static string? Address(FeedItem item) => item.Link ?? item.Links.FirstOrDefault(link => link.Rel is null or "alternate")?.Href;

    private static PublicationDate? Day(FeedTime? time) =>
        time is null ? null : time.At is { } at && time.Stated.Length > 9 ? PublicationDate.Of(at, "feed") : DateInWords.Find(time.Stated, "feed");

    // arXiv lists all authors in one dc:creator; "Example, Ann" is one name, since no part of it holds a first and a last name.
    private static string[] Names(FeedPerson person)
    {
        if (FeedText.Plain(person.Name ?? person.Email ?? "") is not { Length: > 0 } text) return [];
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && parts.All(part => part.Contains(' ', StringComparison.Ordinal)) ? parts : [text];
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
}
