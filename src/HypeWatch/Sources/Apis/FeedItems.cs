
namespace HypeWatch.Sources.Apis;

/// <summary>The entries of RSS and Atom as the services that are read with special care send them: with the whole text in the entry.</summary>
internal static class FeedItems
{
    /// <summary>The entries; null when it is no feed.</summary>
    public static IReadOnlyList<XmlView>? Of(XmlView document) =>
        document.Child("rss") is null && document.Child("feed") is null ? null : [.. document.All("item"), .. document.All("entry")];

    /// <summary>What an entry announces; null when it has no link.</summary>
    public static Announced? Announce(XmlView entry, string basis)
    {
        var link = entry.Children.Where(child => child.Name == "link" && child.Attribute("rel") is null or "alternate").Select(child => child.Attribute("href") ?? child.Words).FirstOrDefault(text => text.Length > 0);
        if (link is null) return null;
        var date = entry.Text("pubDate") ?? entry.Text("published") ?? entry.Text("updated") ?? entry.Text("dc:date");
        return new(link, entry.Text("title") ?? "")
        {
            Authors = [.. entry.Children.Where(child => child.Name is "author" or "dc:creator").Select(author => author.Text("name") ?? author.Words)],
            Published = date is null ? null : DateInWords.Find(date, basis), Summary = $"{entry.Text("description")} {entry.Text("summary")}", Text = entry.Text("content:encoded") ?? entry.Text("content"),
        };
    }
}
