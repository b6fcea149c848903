using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Every date that a page states about itself, the most trustworthy first: what it tells machines (meta elements, JSON-LD), its address, its marked-up times,
/// elements named after a date, dates beside words such as "published", and last any date near the document.
/// </summary>
internal sealed partial class PageDates
{
    private const int Most = 60;
    private const int LongestLabel = 160;
    private const int LongestKey = 120;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "citation_publication_date", "citation_online_date", "citation_date", "og:published_time", "og:article:published_time", "article.published", "itemprop:datePublished",
        "datePublished", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "dc:date", "sailthru.date", "parsely-pub-date", "rnews:datePublished", "pubdate", "pub_date",
        "publish-date", "publish_date", "publishdate", "published-date", "published_date", "publication_date", "publication-date", "date_published", "date-published", "date.created", "date.published", "bt:pubdate",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article:post_date", "originalpublicationdate", "article:published", "ptime", "release_date", "date", "article_date_original", "og:pubdate", "shareaholic:article_published_time", "citation_year",
        "itemprop:dateCreated", "creation_date", "sdate", "timestamp", "video:release_date", "itemprop:uploadDate",
    ];

    /// <summary>The names from here on are also used for other things than a document's publication.</summary>
    private const int FirstVague = 45;

    private static readonly string[] ModifiedNames =
    [
        "article:modified_time", "og:updated_time", "og:article:modified_time", "itemprop:dateModified", "dateModified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "modified", "revised", "http-equiv:last-modified", "updated_time", "article:updated_time", "http-equiv:date", "itemprop:dateUpdate", "lastmodified", "date.modified", "utime",
    ];

    private static readonly System.Buffers.SearchValues<string> ScriptKeys =
        System.Buffers.SearchValues.Create(["\"publish", "\"datePublished", "\"date_published", "\"pubDate", "\"pubdate", "\"pub_date", "\"firstPublished", "\"publication"], StringComparison.Ordinal);

    private readonly PageFacts facts;
    private readonly HtmlMainContent content;
    private readonly bool monthFirst;
    private readonly List<(int Rank, StatedDate Date)> found = [];

    private PageDates(PageFacts facts, HtmlMainContent content, string? language)
    {
        (this.facts, this.content) = (facts, content);
        // Of the languages that print the month first, English without a British country is the one that these pages are in.
        monthFirst = language is null || language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && !IsDayFirst(language);
    }

    /// <summary>The statements, the most trustworthy first.</summary>
    public static IReadOnlyList<StatedDate> Of(PageFacts facts, StructuredData json, HtmlMainContent content, string address, string? language, string html)
    {
        var dates = new PageDates(facts, content, language);
        dates.FromMetas();
        dates.Add(20, DateRole.Published, json.Published, "json-ld");
        dates.Add(70, DateRole.Modified, json.Modified, "json-ld:modified");
        dates.FromAddress(address);
        dates.FromTimes();
        dates.FromNamed();
        if (dates.found.All(entry => entry.Rank > 35)) dates.FromScripts(html);
        if (dates.found.All(entry => entry.Rank > 55)) dates.FromWords();
        return dates.Ranked();
    }

    /// <summary>
    /// The statements in order. A time in UTC may be the day before or after in the author's own zone: where a visible date or one with a zone says so, that is the day
    /// as the author printed it.
    /// </summary>
    private List<StatedDate> Ranked()
    {
        List<StatedDate> ranked = [.. found.OrderBy(entry => entry.Rank).Select(entry => entry.Date).DistinctBy(date => (date.Role, date.Date.Basis, date.Day, date.Date.NotBefore)).Take(Most)];
        if (ranked.Count == 0 || ranked[0].Day is not { } day || !IsUtc(ranked[0].Printed)) return ranked;
        var local = ranked.FirstOrDefault(date => date.Role == DateRole.Published && date.Day is { } other && Math.Abs(other.DayNumber - day.DayNumber) <= 1 && !IsUtc(date.Printed) && date.Date.Basis != "words" && Fits(ranked[0].Printed, other.DayNumber - day.DayNumber));
        if (local is not null) ranked[0] = ranked[0] with { Day = local.Day };
        return ranked;

        // Ten hours east or nine hours west of UTC hold nearly everybody.
        static bool Fits(string printed, int days) =>
            days == 0 || DateTimeOffset.TryParse(printed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && (days > 0 ? time.UtcDateTime.Hour >= 14 : time.UtcDateTime.Hour < 9);

        static bool IsUtc(string printed) => printed.Length > 15 && (printed[^1] == 'Z' || printed.EndsWith("+00:00", StringComparison.Ordinal) || printed.EndsWith("+0000", StringComparison.Ordinal));
    }

    private static bool IsDayFirst(string language) => language.Length > 2 && language[3..].ToUpperInvariant() is "GB" or "AU" or "NZ" or "IE" or "IN" or "ZA" or "UK";

    private void FromMetas()
    {
        for (var i = 0; i < PublishedNames.Length; i++)
        {
            if (facts.First(PublishedNames[i]) is { } value) Add(i < 27 ? 10 : i < FirstVague ? 30 : 62, DateRole.Published, value.Length == 10 ? value.Replace('/', '-') : value, "meta:" + PublishedNames[i]);
        }

        foreach (var name in ModifiedNames)
        {
            if (facts.First(name) is { } value) Add(72, DateRole.Modified, value, "meta:" + name);
        }
    }

    private void FromAddress(string address)
    {
        foreach (var url in (string?[])[address, facts.CanonicalUrl, facts.First("og:url")])
        {
            if (url is null || DocumentDates.InAddress(url) is not { } date) continue;
            found.Add((date.Precision == DatePrecision.Day ? 15 : 90, new(DateRole.Published, date, date.Precision == DatePrecision.Day ? date.NotBefore : null, url.Length > 300 ? url[..300] : url)));
            return;
        }
    }

    private void FromTimes()
    {
        foreach (var time in facts.Times.Take(200))
        {
            if (content.IsElsewhere(time)) continue;
            var name = (time.ClassName + " " + time["itemprop"] + " " + time.Parent?.ClassName).ToLowerInvariant();
            var isModified = name.Contains("modif", StringComparison.Ordinal) || name.Contains("updat", StringComparison.Ordinal) || ModifiedWord().IsMatch(Before(time));
            var isPublished = !isModified && (time["pubdate"] is not null || name.Contains("publish", StringComparison.Ordinal) || name.Contains("entry-date", StringComparison.Ordinal) || name.Contains("posted", StringComparison.Ordinal));
            var stated = time.Name == "abbr" ? time["title"] : time["datetime"];
            if (time.Name == "abbr" && stated is null && !IsDateName(time.ClassName)) continue;
            var rank = isModified ? 74 : isPublished ? 25 : content.IsNear(time) ? 40 : 44;
            if (!Add(rank, isModified ? DateRole.Modified : DateRole.Published, stated ?? time["content"], "time")) Add(rank + 1, isModified ? DateRole.Modified : DateRole.Published, time.Words(LongestLabel), "time");
        }
    }

    private void FromNamed()
    {
        var seen = 0;
        foreach (var element in facts.Dates)
        {
            if (seen > 200) break;
            var itemprop = element["itemprop"];
            if (itemprop is "datePublished" or "dateModified" or "dateCreated" && element.Name != "meta")
            {
                var isModified = itemprop == "dateModified";
                Add(isModified ? 71 : 24, isModified ? DateRole.Modified : DateRole.Published, element["content"] ?? element["datetime"] ?? element.Words(LongestLabel), "itemprop:" + itemprop);
                continue;
            }

            if (element.Number < 0 || content.Outline.Sums[element.Number].Text is 0 or > LongestLabel || content.IsElsewhere(element)) continue;
            seen++;
            var words = element.Words(LongestLabel);
            var stated = element["data-date"] ?? element["data-datetime"] ?? element["data-published"] ?? element["data-published-date"];
            var isPlain = IsDateName(element.ClassName) || IsDateName(element.Id);
            var rank = isPlain ? content.IsNear(element) ? 50 : 52 : content.IsNear(element) ? 54 : 58;
            foreach (var text in (string?[])[stated, words]) AddWords(rank, text, "named");
        }
    }

    /// <summary>Dates in the data that pages hand to their own scripts, such as <c>"publishedAt":"2024-03-05T10:00:00Z"</c>.</summary>
    private void FromScripts(string html)
    {
        var from = 0;
        for (var hits = 0; hits < 200 && from < html.Length && html.AsSpan(from).IndexOfAny(ScriptKeys) is var at and >= 0; hits++)
        {
            from += at + 1;
            var match = ScriptPattern().Match(html[from..Math.Min(html.Length, from + LongestKey)]);
            if (match.Success && Add(36, DateRole.Published, match.Groups["value"].Value, "script")) return;
        }
    }

    /// <summary>Dates in the page's words: beside a word that says what they are, else in a short line before or after the document.</summary>
    private void FromWords()
    {
        var outline = content.Outline;
        var read = 0;
        for (var i = 0; i < outline.Count && read < 4000; i++)
        {
            if (outline.States[i] is PageState.Hidden or PageState.Machinery or PageState.Comment)
            {
                i = outline.Ends[i] - 1;
                continue;
            }

            foreach (var child in outline.Elements[i].Children)
            {
                if (child is not PageText { Data.Length: > 5 and < 400 } text) continue;
                read++;
                var length = text.Data.AsSpan().Trim().Length;
                if (length > 90) continue;
                var elsewhere = content.IsElsewhere(outline.Elements[i]);
                // A line that is a date and hardly more; one that says what the date is; any other.
                var rank = length <= 32 ? 56 : PublishedWord().IsMatch(text.Data) ? 58 : 80;
                AddWords(elsewhere ? Math.Max(rank, 80) + 6 : rank, text.Data, "words");
            }
        }
    }

    private void AddWords(int rank, string? text, string basis)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        foreach (var date in DateScanner.In(text, monthFirst).Take(3))
        {
            var before = text[Math.Max(0, date.Start - 40)..date.Start];
            var isModified = ModifiedWord().IsMatch(before) && !PublishedWord().IsMatch(before);
            var day = date.Day > 0 ? new DateOnly(date.Year, date.Month, date.Day) : (DateOnly?)null;
            var stated = day is { } known ? PublicationDate.OnDay(known, basis) : PublicationDate.TryParseIso(string.Create(CultureInfo.InvariantCulture, $"{date.Year}-{date.Month:00}"), basis)!;
            found.Add((isModified ? rank + 20 : day is null ? rank + 12 : rank, new(isModified ? DateRole.Modified : rank >= 80 ? DateRole.Unclear : DateRole.Published, stated, day, text.Trim())));
        }
    }

    private bool Add(int rank, DateRole role, string? text, string basis)
    {
        if (string.IsNullOrWhiteSpace(text) || DocumentDates.Stated(text, basis, monthFirst) is not { } date) return false;
        var day = date.Precision == DatePrecision.Day ? DocumentDates.PrintedDay(text) ?? date.NotBefore : null;
        if (date.NotBefore is { Year: < 1990 }) return false;
        found.Add((day is null ? rank + 45 : rank, new(role, date, day, text.Length > 300 ? text[..300] : text)));
        return true;
    }

    private static string Before(PageElement element)
    {
        if (element.Parent is not { } parent) return "";
        var before = "";
        foreach (var child in parent.Children)
        {
            if (ReferenceEquals(child, element)) break;
            before = child is PageText text ? text.Data : child is PageElement inner ? inner.Words(60) : before;
        }

        return before.Length > 60 ? before[^60..] : before;
    }

    private static bool IsDateName(string? name) => name is not null && DateName().IsMatch(name);

    [GeneratedRegex(@"(?:^|[\s_-])(?:date|datum|published|publication-?date|pub-?date|post-?date|entry-?date|posted-?on|date-?published|timestamp|article-?date|created|dateline)(?:[\s_-]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateName();

    [GeneratedRegex(@"\b(?:updated?|modified|last (?:changed|edited|updated)|aktualisiert|aktualisierung|geändert|zuletzt|mis à jour|actualizado|aggiornato|stand)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ModifiedWord();

    [GeneratedRegex(@"\b(?:published|posted|publié|veröffentlicht|erstellt|publicado|pubblicato|erschienen|gepostet|geschrieben|created|released)\b|^\s{0,9}(?:date|datum|vom|am)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PublishedWord();

    [GeneratedRegex("^(?:publish(?:ed)?(?:[-_]?(?:at|on|date|time|At|On|Date|Time))?|datePublished|date_published|pub_?[dD]ate|firstPublished(?:Date)?|publication[-_]?(?:date|Date))\\\\?\"\\s{0,3}:\\s{0,3}\\\\?\"(?<value>[12]\\d{3}-\\d\\d-\\d\\d[^\"\\\\]{0,20})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ScriptPattern();
}
