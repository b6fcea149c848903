using System.Text.RegularExpressions;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>A paper as the several services of arXiv describe it.</summary>
/// <param name="Id">Identifier without version.</param>
/// <param name="Version">Version such as <c>v2</c>; null when not stated.</param>
/// <param name="Title">Title; one paper is really called "0".</param>
internal sealed partial record ArxivPaper(string Id, string? Version, string Title)
{
    /// <summary>Authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Abstract.</summary>
    public string Abstract { get; init; } = "";

    /// <summary>The authors' comment.</summary>
    public string Comment { get; init; } = "";

    /// <summary>First version.</summary>
    public DateTimeOffset? Submitted { get; init; }

    /// <summary>This version.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>DOI of the published version.</summary>
    public string? Doi { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Journal { get; init; }

    /// <summary>Categories.</summary>
    public string Categories { get; init; } = "";

    /// <summary>Whether the size of this version is stated as nothing.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>A withdrawal is a version that says so and has no text (info.arxiv.org/help/withdraw); the earlier versions stay.</summary>
    public bool IsWithdrawn => Withdrawn().IsMatch(Comment) || WithdrawnAbstract().IsMatch(Abstract) || (IsEmpty && Comment.Contains("withdrawn", StringComparison.OrdinalIgnoreCase));

    /// <summary>The paper as a work.</summary>
    public WorkRecord Work => new(
        "arXiv", ApiText.Line(Title), [.. Authors.Select(ApiText.Line)], ApiText.Day(Submitted, "arxiv:published"), Journal is null ? null : ApiText.Line(Journal), Works.Doi(Doi), Id,
        "https://arxiv.org/abs/" + Id, Status: IsWithdrawn ? AnnouncedStatus.Withdrawn : null) { Abstract = ApiText.Line(Abstract) is { Length: > 0 } words ? words : null, State = PublicationState.Preprint };

    /// <summary>The paper as something to read.</summary>
    public Announced Announce() => new("https://arxiv.org/abs/" + Id, Title)
    {
        ReadAt = $"https://arxiv.org/abs/{Id}{Version}", Authors = Authors, Published = ApiText.Day(Submitted, "arxiv:published"),
        Summary = $"{Abstract} {Categories}", Kind = DocumentKind.Preprint, Version = Version, Status = IsWithdrawn ? AnnouncedStatus.Withdrawn : null,
        Aliases = [Works.Doi(Doi) is { } doi ? "https://doi.org/" + doi : null],
    };

    /// <summary>Reads an identifier with its version.</summary>
    public static (string? Id, string? Version) Identify(string? text)
    {
        if (text is null) return (null, null);
        var id = CanonicalUrl.ArxivId(text) ?? CanonicalUrl.ArxivId("arXiv:" + text);
        return (id, id is not null && VersionPattern().Match(text) is { Success: true } match ? match.Value : null);
    }

    /// <summary>Reads an entry of the search API; null when it names no paper.</summary>
    public static ArxivPaper? FromAtom(XmlView entry)
    {
        var (id, version) = Identify(entry.Text("id"));
        if (id is null || entry.Text("title") is not { } title) return null;
        return new(id, version, title)
        {
            Authors = [.. entry.Children.Where(child => child.Name == "author").Select(author => author.Text("name")).OfType<string>()],
            Abstract = entry.Text("summary") ?? "", Comment = entry.Text("arxiv:comment") ?? "", Doi = entry.Text("arxiv:doi"), Journal = entry.Text("arxiv:journal_ref"),
            Submitted = entry.Text("published") is { } first ? ApiText.Time(first) : null, Updated = entry.Text("updated") is { } last ? ApiText.Time(last) : null,
            Categories = string.Join(' ', entry.Children.Where(child => child.Name == "category").Select(category => category.Attribute("term"))),
        };
    }

    [GeneratedRegex(@"v[0-9]{1,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^\W{0,5}(?:this |the )?(?:\w+ ){0,3}(?:is |was |has been |have been )?withdrawn\b|\b(?:paper|article|submission|manuscript|preprint|work|version|authors?) (?:is |was |are |has been |have been |have |has )?(?:being )?withdrawn?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Withdrawn();

    [GeneratedRegex(@"^\s{0,10}(?:this|the) (?:paper|article|submission|manuscript|preprint|work) (?:is|was|has been) withdrawn\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithdrawnAbstract();
}
