using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>The title of a page, from the places that state it.</summary>
internal static class PageTitle
{
    private const int Longest = 400;
    private static readonly string[] Separators = [" | ", " \\ ", " — ", " – ", " · ", " - ", " › ", " » ", " :: ", " / ", " • "];

    private static readonly string[] MetaNames = ["dc.title", "dcterm:title", "og:title", "twitter:title", "itemprop:headline", "parsely-title"];

    /// <summary>The titles that a page states, the most trustworthy first.</summary>
    public static IReadOnlyList<StatedTitle> Statements(PageFacts facts, StructuredData json, DistillFrontMatter front)
    {
        var titles = new List<StatedTitle>();
        Add("meta:citation_title", facts.First("citation_title"));
        Add("latexml", facts.Headings.Find(heading => HtmlVisibility.HasClass(heading, "ltx_title_document"))?.Words());
        Add("json-ld", json.HeadlineFor(facts.Title));
        foreach (var name in MetaNames) Add("meta:" + name, facts.First(name));
        Add("front-matter", front.Title);
        Add("title", facts.Title);
        foreach (var heading in facts.Headings.Where(heading => heading.Name == "h1").Take(5)) Add("h1", heading.Words());
        return titles;

        void Add(string basis, string? text)
        {
            if (HtmlMetadata.Squeezed(text) is { Length: <= Longest } words) titles.Add(new(basis, words));
        }
    }

    /// <summary>The title without what belongs to the site.</summary>
    public static string? Of(IReadOnlyList<StatedTitle> titles, PageFacts facts, string? publisher, string address)
    {
        if (titles.Count == 0) return null;
        var headings = titles.Where(title => title.Basis == "h1").Select(title => title.Text)
            .Concat(facts.Headings.Where(heading => heading.Name == "h2").Take(10).Select(heading => HtmlMetadata.Squeezed(heading.Words(500)) ?? "")).ToList();
        // A heading that is the title without the site's name is the title itself.
        return HeadingIn(titles[0].Text, headings) ?? WithoutSite(titles[0].Text, publisher, address, titles[0].Basis == "title");
    }

    /// <summary>The heading that the title begins or ends with, where a separator parts it from the rest.</summary>
    private static string? HeadingIn(string title, List<string> headings)
    {
        foreach (var heading in headings)
        {
            if (heading.Length < 4 || heading.Length >= title.Length) continue;
            if (title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && Array.Exists(Separators, separator => title.AsSpan(heading.Length).StartsWith(separator, StringComparison.Ordinal))) return heading;
        }

        return null;
    }

    /// <summary>A title without the site's name before or after a separator.</summary>
    private static string WithoutSite(string title, string? publisher, string address, bool isElement)
    {
        var site = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Key(uri.Host.Replace("www.", "", StringComparison.Ordinal)) : "";
        for (var round = 0; round < 2; round++)
        {
            var (at, length) = Separators.Select(separator => (At: title.LastIndexOf(separator, StringComparison.Ordinal), separator.Length)).MaxBy(found => found.At);
            if (at < 4 || !IsSite(title[(at + length)..], publisher, site) && !(isElement && IsShortTail(title, at, length))) break;
            title = title[..at].TrimEnd();
        }

        return title;
    }

    /// <summary>Whether words name the site: its stated name, or letters of its host.</summary>
    private static bool IsSite(string tail, string? publisher, string host)
    {
        var key = Key(tail);
        if (key.Length == 0) return true;
        if (publisher is not null && Key(publisher) is { Length: > 2 } name && (key == name || key.Contains(name, StringComparison.Ordinal) && key.Length < name.Length * 2)) return true;
        return key.Length > 3 && host.Length > 3 && (host.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(host, StringComparison.Ordinal) || key.Length < 60 && SharesStart(key, host));
    }

    /// <summary>A title element usually ends with the site; a few words after several are taken for it.</summary>
    private static bool IsShortTail(string title, int at, int length) =>
        title.Length - at - length <= 30 && title.AsSpan(0, at).Count(' ') >= 2 && (length != 3 || title[at + 1] is '|' or '\u2013' or '\u2014' or '\u00b7' or '\u00bb' or '\u203a' or '\\');

    private static bool SharesStart(string key, string host)
    {
        var same = 0;
        while (same < key.Length && same < host.Length && key[same] == host[same]) same++;
        return same >= 6;
    }

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }
}
