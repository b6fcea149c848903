using HypeWatch.Model;

namespace HypeWatch.Sources.Apis;

/// <summary>A service that knows works by identifier or title.</summary>
internal interface IWorkApi : IApi
{
    /// <summary>Its place among the services that are asked for a work; the lowest is asked first.</summary>
    int Merit { get; }

    /// <summary>The question for a work; null when the service cannot be asked for it.</summary>
    ApiCall? Find(WorkQuery query, ApiAsk ask);
}

/// <summary>What the bibliographic services share.</summary>
internal static class Works
{
    /// <summary>
    /// The work as something to read. Its identity is that of the copy that is read: the arXiv paper where there is one, since that everybody may read, else the DOI;
    /// the other one is an alias (sources section 2: preprint and published version are two manifestations of one work).
    /// </summary>
    public static Announced? Announce(WorkRecord work, string? summary = null, Reception? reception = null, DocumentKind kind = DocumentKind.Paper)
    {
        var arxiv = work.Arxiv is null ? null : "https://arxiv.org/abs/" + work.Arxiv;
        var doi = work.Doi is null ? null : "https://doi.org/" + work.Doi;
        if ((arxiv ?? doi ?? work.Url) is not { } link) return null;
        return new(link, work.Title)
        {
            Authors = work.Authors, Published = work.Published, Publisher = null, Summary = ApiText.Line(summary), Status = work.Status, Reception = reception,
            Kind = arxiv is not null ? DocumentKind.Preprint : kind, Aliases = [doi, work.Url], ReadAt = arxiv is null ? work.OpenCopy : null,
        };
    }

    /// <summary>A date of year, month and day as far as they are there.</summary>
    public static PublicationDate? Date(string basis, params ReadOnlySpan<long?> parts)
    {
        var text = parts.Length == 0 || parts[0] is not { } year ? null
            : parts.Length < 2 || parts[1] is not { } month ? FormattableString.Invariant($"{year:0000}")
            : parts.Length < 3 || parts[2] is not { } day ? FormattableString.Invariant($"{year:0000}-{month:00}")
            : FormattableString.Invariant($"{year:0000}-{month:00}-{day:00}");
        return PublicationDate.TryParseIso(text, basis);
    }

    /// <summary>The state of what stands in proceedings: a name that says "workshop" is believed.</summary>
    public static PublicationState Meeting(string? venue) =>
        venue?.Contains("workshop", StringComparison.OrdinalIgnoreCase) == true || venue?.Contains('@', StringComparison.Ordinal) == true ? PublicationState.Workshop : PublicationState.Conference;

    /// <summary>The DOI in a field; null when there is none, or that of an arXiv paper.</summary>
    public static string? Doi(string? text) => text is null ? null : CanonicalUrl.Doi(text);

    /// <summary>The arXiv identifier in a field that holds a bare identifier, an address or an arXiv DOI.</summary>
    public static string? Arxiv(string? text) => text is null ? null : CanonicalUrl.ArxivId(text) ?? CanonicalUrl.ArxivId("arXiv:" + text);
}
