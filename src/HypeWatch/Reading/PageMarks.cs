using System.Collections.Frozen;

namespace HypeWatch.Reading;

/// <summary>What the names that a site gives to an element (class, id) tell about its part in the page.</summary>
[Flags]
internal enum PageMark
{
    None = 0,
    /// <summary>Around the document: navigation, advertisement, lists of other pages.</summary>
    Furniture = 1,
    /// <summary>Usually holds the document or a part of it.</summary>
    Content = 2,
    /// <summary>Seldom holds a part of the document, but not alone a reason to drop it.</summary>
    Doubtful = 4,
    /// <summary>Buttons for sending the page to others.</summary>
    Share = 8,
    /// <summary>One comment or the place of all.</summary>
    Comments = 16,
    /// <summary>For screen readers only.</summary>
    Unseen = 32,
    /// <summary>The body of the article itself.</summary>
    ArticleBody = 64,
    /// <summary>About the author or the sources of the page, not by the author.</summary>
    Byline = 128,
    /// <summary>Belongs to a document's notes or references.</summary>
    Notes = 256,
    /// <summary>A caption or a credit of a picture.</summary>
    Caption = 512,
}

/// <summary>Reads names such as <c>post-body</c>, <c>relatedPosts</c>, <c>share_buttons</c> word by word; each distinct name once a page.</summary>
internal sealed class PageMarks
{
    private const int LongestName = 400;

    private static readonly FrozenDictionary<string, PageMark> Words = Table();

    private static readonly FrozenDictionary<string, PageMark>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, PageMark> known = new(StringComparer.Ordinal);

    /// <summary>The marks of an element's class and id together.</summary>
    public PageMark Of(PageElement element) => Of(element.ClassName) | Of(element.Id);

    /// <summary>The marks of one name.</summary>
    public PageMark Of(string? name)
    {
        if (name is not { Length: > 0 and < LongestName }) return PageMark.None;
        if (known.TryGetValue(name, out var marks)) return marks;
        return known[name] = Read(name);
    }

    private static PageMark Read(string name)
    {
        var marks = PageMark.None;
        Span<char> word = stackalloc char[24];
        var length = 0;
        PageMark before = PageMark.None;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : '\0';
            var isLetter = char.IsAsciiLetterOrDigit(c);
            // A capital after a small letter begins a word: relatedPosts.
            if (length > 0 && (!isLetter || char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(name[i - 1])))
            {
                var found = length <= word.Length ? BySpan.TryGetValue(word[..length], out var mark) ? mark : PageMark.None : PageMark.None;
                // "article body", "post content": two words of content in one name are the body itself.
                if ((found & PageMark.Content) != PageMark.None && (before & PageMark.Content) != PageMark.None) marks |= PageMark.ArticleBody;
                marks |= found;
                before = c is ' ' ? PageMark.None : found;
                length = 0;
            }

            if (!isLetter) continue;
            if (length < word.Length) word[length] = char.ToLowerInvariant(c);
            length++;
        }

        return marks;
    }

    private static FrozenDictionary<string, PageMark> Table()
    {
        var table = new Dictionary<string, PageMark>(StringComparer.Ordinal);
        Mark(PageMark.Furniture, "nav navbar navigation menu menus breadcrumb breadcrumbs sidebar related share sharing newsletter newsletters subscribe subscription cookie cookies advert advertisement advertising advertorial ads ad adsense recommended recommendation recommendations recirc pagination pager toc skip skiplink skiplinks masthead tags taglist social promo promos promotion promotions sponsor sponsored disqus popup modal overlay gdpr consent outbrain taboola trending popular mostread mostpopular signup login signin register banner rss teaser teasers jp sharedaddy addthis addtoany shariff authorbox authorbio prevnext donate donation paywall topbar bottombar toolbar shoutbox skyscraper remark hidden noprint print printonly tagcloud widget widgets upsell cta teaserlist mailchimp optin relatedposts relatedarticles readmore morefrom navi metanav subnav footernav topnav servicebar captcha respond");
        Mark(PageMark.Doubtful, "footer header meta contact media scroll shopping cat category categories copyright legal credits credit author bio extra supplemental combx com legends feedback rating ratings votes vote reactions aside list more links carousel gallery slideshow slider");
        Mark(PageMark.Content, "article body content entry hentry main page post text blog story richtext copy prose articletext articlebody articlecontent maincontent postbody storybody");
        Mark(PageMark.ArticleBody, "articlebody articlecontent articletext postbody storybody storytext");
        Mark(PageMark.Share, "share sharing sharedaddy social addthis addtoany shariff sharebar sharebuttons");
        Mark(PageMark.Comments, "comment comments commentlist commentaries kommentare kommentar disqus replies reply respond discussion");
        Mark(PageMark.Unseen, "screenreader");
        Mark(PageMark.Byline, "byline dateline pubdate postmeta entrymeta");
        Mark(PageMark.Notes, "footnote footnotes endnote endnotes references reflist reference bibliography biblist ltx");
        Mark(PageMark.Caption, "caption figcaption bildunterschrift credit credits");
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Mark(PageMark value, string names)
        {
            foreach (var name in names.Split(' ')) table[name] = table.GetValueOrDefault(name) | value;
        }
    }
}
