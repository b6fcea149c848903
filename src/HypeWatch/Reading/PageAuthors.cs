using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>The authors of a page, from the places that name them: what it tells machines first, then its own byline.</summary>
internal static partial class PageAuthors
{
    private const int LongestByline = 200;
    private const int MostWords = 6;

    public static IReadOnlyList<string> Of(PageFacts facts, StructuredData json, DistillFrontMatter front, HtmlMainContent content, string? publisher)
    {
        IEnumerable<IEnumerable<string>> places =
        [
            facts.All("citation_author").Select(AuthorNames.Turn), json.Authors.SelectMany(AuthorNames.SplitWords), front.Authors, Texts(facts, "ltx_personname"),
            facts.All("author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "article:author", "itemprop:author", "byl").SelectMany(AuthorNames.Split), Texts(facts, "author-name"),
            .. Elements(facts, content),
        ];
        IReadOnlyList<string> site = [];
        foreach (var place in places)
        {
            var names = AuthorNames.Clean(place);
            if (names.Count == 0) continue;
            if (!names.All(name => IsSite(name, publisher))) return names;
            // A page whose author is its site may name the person in its byline.
            if (site.Count == 0) site = names;
        }

        return site;
    }

    private static IEnumerable<string> Texts(PageFacts facts, string className) => facts.Authors.Where(element => HtmlVisibility.HasClass(element, className)).Take(200).Select(element => element.Words(200));

    /// <summary>The first byline of each kind, the surest kind first.</summary>
    private static IEnumerable<IEnumerable<string>> Elements(PageFacts facts, HtmlMainContent content)
    {
        var near = facts.Authors.Where(element => element.Name is not ("meta" or "link") && !content.IsElsewhere(element)).Take(60).ToList();
        yield return near.Where(element => element["itemprop"] is "author" or "creator" || element["rel"] == "author").Take(1)
            .Select(element => (element.Below(20).FirstOrDefault(inner => inner["itemprop"] == "name") ?? element).Words(LongestByline)).SelectMany(Names);
        yield return near.Where(element => ByName(element).IsMatch(element.ClassName ?? element.Id ?? "")).Select(element => Names(element.Words(LongestByline + 1))).FirstOrDefault(names => names.Count > 0) ?? [];
        yield return near.Select(element => Names(element.Words(LongestByline + 1))).FirstOrDefault(names => names.Count > 0) ?? [];
    }

    private static Regex ByName(PageElement element) => element.Name is "a" or "span" or "p" or "div" or "address" or "li" or "cite" or "strong" ? AuthorClass() : Never();

    /// <summary>The names of a byline: without dates, offices and what a button says.</summary>
    private static IReadOnlyList<string> Names(string byline)
    {
        if (byline.Length is 0 or > LongestByline) return [];
        var cut = Tail().Replace(byline, "");
        return [.. AuthorNames.Split(cut).Where(IsName).Take(12)];
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and < 60 && name.Count(char.IsWhiteSpace) < MostWords && !char.IsDigit(name[0]) && !NoName().IsMatch(name);

    private static bool IsSite(string name, string? publisher) =>
        publisher is not null && (TitleBlock.Same(name, publisher) || publisher.Contains(name, StringComparison.OrdinalIgnoreCase)) || name.Contains(".com", StringComparison.OrdinalIgnoreCase) || NoName().IsMatch(name);

    /// <summary>What follows the names on a line of author, date and office.</summary>
    [GeneratedRegex(@"(?:\s[|•·–—-]\s|\s{0,2}(?:\b(?:published|updated|posted|last updated|stand|staff (?:writer|reporter)|(?:games|news|science|senior|managing|contributing|technology|associate)\s(?:editor|writer|reporter|correspondent)|editor|correspondent|reporter|gepostet|veröffentlicht|publiziert|publié|kommentare?|comments?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b)(?:\s|:|$|\.|,)|(?:,|\s)\s?\d|\n|\().*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"(?:^|[\s_-])(?:authors?|byline|by-?author|post-?author|entry-?author|author-?name|autor|autoren|auteur|vcard|fn|writtenby|p-author|byline__name|creator)(?:$|[\s_-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AuthorClass();

    [GeneratedRegex("(?!)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Never();

    [GeneratedRegex(@"^(?:no author|gespeichert|publiziert|veröffentlicht|last|published|posted|written|autor|redakteur|online|admin|administrator|unknown|editor|editors|staff|redaktion|author|about|about the author|share|follow|more|read more|comments?|kontakt|authors|by|von|gast|guest|news|team|der autor|zum autor|anonymous|none|null|true|false)$|\b(?:profile?|follow|view all|all posts|alle beiträge|zeige|afficher|show all|more by|subscribe|newsletter|copyright|all rights|artikel|posts|website|e-?mail|click|commented)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoName();
}
