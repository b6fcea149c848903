using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Title, authors, date, publisher and language as a page states them, most trustworthy place first.</summary>
internal static class HtmlMetadata
{
    public static PageMetadata Read(PageDocument document, HtmlMainContent content, string address, string html)
    {
        var facts = PageFacts.Of(document);
        var json = StructuredData.Read(facts.JsonLd);
        var front = DistillFrontMatter.Read(facts.FrontMatter);
        var publisher = Squeezed(facts.First("og:site_name", "citation_publisher", "application-name") ?? json.Publisher);
        var titles = PageTitle.Statements(facts, json, front);
        var title = PageTitle.Of(titles, facts, publisher, address);
        var language = LanguageOf(facts);
        var dates = PageDates.Of(facts, json, content, address, language, html);
        return new()
        {
            Title = title,
            Titles = titles,
            Authors = PageAuthors.Of(facts, json, front, content, publisher),
            Publisher = publisher,
            Published = PublishedOf(dates),
            Dates = dates,
            Language = language,
            IsScholarly = facts.First("citation_title") is not null || front.Title is not null || facts.IsDistill || facts.IsLatexml,
        };
    }

    /// <summary>A value with white space collapsed; null when nothing is left.</summary>
    public static string? Squeezed(string? text)
    {
        if (text is null) return null;
        var words = new BlockDraft(new(BlockKind.Heading)).Append(text.AsSpan(0, Math.Min(text.Length, 2000))).Finish().Words;
        return words.Length == 0 ? null : words;
    }

    private static string? LanguageOf(PageFacts facts) =>
        facts.Language is { Length: >= 2 and <= 20 } lang ? lang : facts.First("http-equiv:content-language", "language", "og:locale") is { Length: >= 2 and <= 20 } stated ? stated.Replace('_', '-') : null;

    /// <summary>The best statement about publication; where a page only says when it was changed, it was public by then.</summary>
    private static PublicationDate? PublishedOf(IReadOnlyList<StatedDate> dates)
    {
        if (dates.FirstOrDefault(date => date.Role == DateRole.Published) is { } published) return published.Date;
        return dates.FirstOrDefault(date => date.Role == DateRole.Modified) is { } modified ? new(null, modified.Date.NotAfter, DatePrecision.Unknown, modified.Date.Basis) : null;
    }
}
