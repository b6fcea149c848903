using System.Globalization;
using System.Text.Json;
using HypeWatch.Flags;
using HypeWatch.Model;

namespace HypeWatch.Pipeline.Accuracy;

/// <summary>A labelled case: a small release, and which flags it deserves.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Documents">Its texts, in the order that labels count them in.</param>
/// <param name="Coverage">How much of the release the texts are.</param>
/// <param name="Context">Facts beside the texts; null for none.</param>
/// <param name="ExpectedFlags">What it deserves.</param>
/// <param name="MustNotFlag">Codes that would be wrong, <c>OC01</c> or, for one document, <c>OC01:1</c>.</param>
/// <param name="Fair">Whether nothing of it deserves a flag.</param>
public sealed record FlagCase(
    string Id, IReadOnlyList<CaseDocument> Documents, Coverage Coverage, CaseContext? Context, IReadOnlyList<ExpectedFlag> ExpectedFlags, IReadOnlyList<string> MustNotFlag, bool Fair)
{
    private static readonly HashSet<string> Codes = [.. Taxonomy.Load().Types.Select(type => type.Code)];

    private static readonly JsonSerializerOptions Options = new(ModelJson.Options) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file of cases.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="HypeWatchException">It is no list of cases, or a label points to nothing.</exception>
    public static IReadOnlyList<FlagCase> Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var cases = JsonSerializer.Deserialize<CaseFile>(file, Options)?.Cases ?? throw new HypeWatchException($"{path} holds no labelled cases: an object with \"cases\" is wanted");
            if (cases.Count == 0) throw new HypeWatchException($"{path} holds no cases");
            if (cases.GroupBy(item => item?.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Key is not null && group.Count() > 1) is { } twice) throw new HypeWatchException($"{path} holds case '{twice.Key}' twice");
            if (cases.Any(item => item is null)) throw new HypeWatchException($"{path} holds null among its cases");
            return cases.FirstOrDefault(item => Fault(item) is not null) is { } wrong ? throw new HypeWatchException($"{path}: case '{wrong.Id}' {Fault(wrong)}") : cases;
        }
        catch (JsonException problem)
        {
            throw new HypeWatchException($"{path} cannot be read as labelled cases: {problem.Message}", problem);
        }
    }

    private static string? Fault(FlagCase item) =>
        item.Id is not { Length: > 0 } ? "has no id"
        : item.Documents is not { Count: > 0 } || item.Documents.Any(document => document?.Text is null || document.Asserter is null) ? "has a document without text or asserter, or no documents"
        : item.ExpectedFlags is null || item.MustNotFlag is null ? "lacks expected_flags or must_not_flag; an empty list says none"
        : item.ExpectedFlags.Any(flag => flag is null) || item.MustNotFlag.Any(rule => rule is null) ? "holds null in a list of flags"
        : item.Documents.Any(document => document.References?.Any(reference => reference is null) == true) ? "holds null in a reference list"
        : item.ExpectedFlags.Any(flag => flag.Code is null || flag.OnQuote is { Length: 0 }) ? "expects a flag without a code, or on no words"
        : item.ExpectedFlags.Any(flag => flag.SeverityRange is { } range && range is not [>= 0 and <= 5, >= 0 and <= 5]) || item.ExpectedFlags.Any(flag => flag.SeverityRange is [var low, var high] && low > high) ? "expects a severity that is no range of two numbers from 0 to 5"
        : item.ExpectedFlags.Select(flag => flag.Code).Concat(item.MustNotFlag.Select(rule => rule.Split(':')[0])).FirstOrDefault(code => !Codes.Contains(code)) is { } unknown ? $"names {unknown}, which is no flag code"
        : item.MustNotFlag.Any(rule => rule.Split(':') is [_, var number] && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < item.Documents.Count)) ? "forbids a flag on a document that it does not have"
        : item.ExpectedFlags.FirstOrDefault(flag => flag.DocumentIndex >= 0 && flag.DocumentIndex < item.Documents.Count && flag.OnQuote is { } words && !NormalizedText.From(item.Documents[flag.DocumentIndex].Text).Contains(NormalizedText.From(words), StringComparison.Ordinal)) is { } lost ? $"expects a flag on words that do not stand in its document: {lost.OnQuote}"
        : item.Documents.SelectMany(document => document.Links ?? []).Any(link => !(link.ValueKind == JsonValueKind.String || (link.ValueKind == JsonValueKind.Object && link.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String))) ? "has a link that is neither an address nor an object with url"
        : item.Context?.PriorWork?.Any(work => work is null || work.Year is < 1 or > 9999) == true ? "states an earlier work without a year of four digits"
        : item.ExpectedFlags.Any(flag => flag.DocumentIndex < 0 || flag.DocumentIndex >= item.Documents.Count) ? "expects a flag on a document that it does not have"
        : null;

    private sealed record CaseFile(IReadOnlyList<FlagCase> Cases);
}

/// <summary>A document of a case.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where in it the text stands.</param>
/// <param name="Asserter">Who published it.</param>
/// <param name="Text">The text.</param>
/// <param name="Published">Day of publication; null when unknown.</param>
/// <param name="Url">Its address; null for an invented one.</param>
/// <param name="Title">Its title; null for none.</param>
/// <param name="Links">Its links: addresses, or objects of <c>url</c> and the linked <c>text</c>.</param>
/// <param name="References">Its reference list.</param>
public sealed record CaseDocument(
    DocumentKind Kind, Place Place, string Asserter, string Text, string? Published = null, string? Url = null, string? Title = null, IReadOnlyList<JsonElement>? Links = null,
    IReadOnlyList<CaseReference>? References = null);

/// <summary>An entry of a reference list.</summary>
/// <param name="Title">Title.</param>
/// <param name="Authors">Authors, surname last.</param>
/// <param name="Year">Year.</param>
/// <param name="Arxiv">arXiv identifier.</param>
/// <param name="Doi">DOI.</param>
/// <param name="Url">Address.</param>
public sealed record CaseReference(string? Title = null, IReadOnlyList<string>? Authors = null, int? Year = null, string? Arxiv = null, string? Doi = null, string? Url = null);

/// <summary>Optional facts of a case.</summary>
/// <param name="PriorWork">Works that were there before.</param>
public sealed record CaseContext(IReadOnlyList<CaseWork>? PriorWork = null);

/// <summary>A work that the case says was there before.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Title.</param>
/// <param name="Authors">Authors, surname last.</param>
/// <param name="Year">Year.</param>
/// <param name="FirstPublicAt">Day on which it was first public.</param>
/// <param name="Published">Day of publication, where it was not public before.</param>
/// <param name="Tags">Its topics; null for those of the release.</param>
/// <param name="BearsOn">Codes that it bears on.</param>
/// <param name="Summary">What it says.</param>
/// <param name="Verified">Whether somebody checked that it exists.</param>
/// <param name="ContestedBy">Works that contest it.</param>
public sealed record CaseWork(
    string? Id = null, string? Title = null, IReadOnlyList<string>? Authors = null, int? Year = null, string? FirstPublicAt = null, string? Published = null,
    IReadOnlyList<string>? Tags = null, IReadOnlyList<string>? BearsOn = null, string? Summary = null, bool Verified = true, IReadOnlyList<string>? ContestedBy = null);

/// <summary>A flag that the case deserves.</summary>
/// <param name="Code">Its code.</param>
/// <param name="OnQuote">Words that it stands on.</param>
/// <param name="Owner">Who asserted them.</param>
/// <param name="SeverityRange">Least and highest severity; null for any.</param>
/// <param name="DocumentIndex">Which document, from 0.</param>
public sealed record ExpectedFlag(string Code, string? OnQuote, string? Owner, IReadOnlyList<int>? SeverityRange, int DocumentIndex = 0);
