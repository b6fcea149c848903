using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>The built-in prior-work base (specification 12), compiled from public lists; embedded as <c>literature.json</c>.</summary>
public static class LiteratureFile
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads all entries, in file order.</summary>
    /// <exception cref="FormatException">The file is malformed.</exception>
    public static IReadOnlyList<PriorWork> Load()
    {
        using var stream = typeof(LiteratureFile).Assembly.GetManifestResourceStream("literature.json")
            ?? throw new FormatException("literature.json is not embedded");
        return Read(stream);
    }

    /// <summary>Reads entries in the format of <c>literature.json</c>.</summary>
    /// <exception cref="FormatException">The stream is malformed.</exception>
    internal static IReadOnlyList<PriorWork> Read(Stream stream)
    {
        try
        {
            return [.. JsonSerializer.Deserialize<File>(stream, Options)!.Works.Select(Work)];
        }
        catch (JsonException problem)
        {
            throw new FormatException($"literature.json: {problem.Message}", problem);
        }
    }

    private static PriorWork Work(Entry entry) => new(
        new(entry.Id), entry.Title, entry.Authors ?? [], entry.Year, FirstPublic(entry), entry.Venue, ArxivId.TryParse(entry.Arxiv) ?? entry.Arxiv, entry.Doi?.ToLowerInvariant(), entry.Url,
        entry.Tags ?? [], entry.Summary ?? "", entry.BearsOn ?? [], [.. (entry.ContestedBy ?? []).Select(id => new WorkId(id))], entry.PeerReviewed, entry.Verified);

    /// <summary>
    /// The last day on which the work can have become public: an unknown month is 31 December (specification 12), a known one ends with its last
    /// day, so that the 90-day rule never counts a work as older than it is.
    /// </summary>
    private static DateOnly FirstPublic(Entry entry) =>
        PublicationDate.TryParseIso(entry.FirstPublicMonth, "literature")?.NotAfter ?? new DateOnly(entry.Year, 12, 31);

    private sealed record File(IReadOnlyList<Entry> Works);

    private sealed record Entry(
        string Id, string Title, IReadOnlyList<string>? Authors, int Year, string? Venue, string? Arxiv, string? Doi, string? Url, IReadOnlyList<string>? Tags,
        string? Summary, IReadOnlyList<string>? BearsOn, bool PeerReviewed, bool Verified, IReadOnlyList<string>? ContestedBy, string? FirstPublicMonth);
}
