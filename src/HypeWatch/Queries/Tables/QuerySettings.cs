using System.ComponentModel.DataAnnotations;

namespace HypeWatch.Queries.Tables;

/// <summary>Limits of lists, section <c>Queries</c>.</summary>
public sealed record QuerySettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Queries";

    /// <summary>Rows of a page when <c>_size</c> says nothing, 1 to 1000.</summary>
    [Range(1, 1000, ErrorMessage = "Queries:PageSize must lie between 1 and 1000")]
    public int PageSize { get; set; } = 50;

    /// <summary>Greatest <c>_size</c>, 1 to 10000; also the meaning of <c>_size=max</c>.</summary>
    [Range(1, 10_000, ErrorMessage = "Queries:MaxPageSize must lie between 1 and 10000")]
    public int MaxPageSize { get; set; } = 1000;

    /// <summary>Most rows of a CSV or NDJSON file, 1 to 10000000; when there are more, its last line says so.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Queries:MaxFileRows must lie between 1 and 10000000")]
    public int MaxFileRows { get; set; } = 100_000;

    /// <summary>Longest run of the question itself, in milliseconds, 10 to 600000.</summary>
    [Range(10, 600_000, ErrorMessage = "Queries:MaxMilliseconds must lie between 10 and 600000")]
    public int MaxMilliseconds { get; set; } = 10_000;

    /// <summary>Longest run of all counting of a page, of its rows and by the values of columns, in milliseconds, 1 to 600000; what is not done by then is named, and left out.</summary>
    [Range(1, 600_000, ErrorMessage = "Queries:CountMilliseconds must lie between 1 and 600000")]
    public int CountMilliseconds { get; set; } = 1500;

    /// <summary>A search that more claims match than this ranks the most promising of them alone and says so, 100 to 10000000; <c>_exact=1</c> ranks all.</summary>
    [Range(100, 10_000_000, ErrorMessage = "Queries:RankedMatches must lie between 100 and 10000000")]
    public int RankedMatches { get; set; } = 5000;

    /// <summary>Most values shown of a counted column, 1 to 1000.</summary>
    [Range(1, 1000, ErrorMessage = "Queries:FacetValues must lie between 1 and 1000")]
    public int FacetValues { get; set; } = 30;
}
