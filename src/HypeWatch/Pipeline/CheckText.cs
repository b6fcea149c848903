using HypeWatch.Claims;
using HypeWatch.Evidence;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Reading;

namespace HypeWatch.Pipeline;

/// <summary>A claim of a text that was only looked at.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Evidence">What it points to.</param>
/// <param name="Caveats">What limits it, nearest first.</param>
/// <param name="Earlier">Archived claims that are worded alike; null when there is no archive to look into.</param>
public sealed record CheckedClaim(Claim Claim, IReadOnlyList<EvidenceLink> Evidence, IReadOnlyList<CaveatView> Caveats, IReadOnlyList<ClaimView>? Earlier);

/// <summary>A text that was only looked at.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Claims">Its claims, in reading order.</param>
/// <param name="PriorWork">Works of the prior literature on its topics, with whether it names them.</param>
/// <param name="Note">Why nothing was read; null when something could be.</param>
public sealed record CheckedText(string Title, IReadOnlyList<CheckedClaim> Claims, IReadOnlyList<PriorWorkMatch> PriorWork, string? Note);

/// <summary>Looks at a text before it is published: by rules alone, so that nothing leaves this machine, and without writing a row or an object.</summary>
public sealed class CheckText(Reader reader, OfflineClaimEngine engine, EvidenceLinker linker, PriorWorkFinder finder, ClaimQueries claims, TimeProvider time)
{
    private const int CaveatsShown = 3, EarlierShown = 3;

    /// <summary>Looks at a text.</summary>
    /// <param name="name">Name of the file, whose ending tells its format; null for words.</param>
    /// <param name="bytes">The text.</param>
    /// <param name="hasArchive">Whether there is a database whose claims may be compared.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<CheckedText> RunAsync(string? name, ReadOnlyMemory<byte> bytes, bool hasArchive, CancellationToken ct)
    {
        var (now, sha256) = (time.GetUtcNow(), ContentId.Sha256(bytes.Span));
        var address = "urn:sha256:" + sha256;
        var item = new SourceItem(address, address, "check", new ItemMetadata(Published: PublicationDate.OnDay(DateOnly.FromDateTime(now.UtcDateTime), "checked"), AnyTopic: true));
        var snapshot = new Snapshot(new(ContentId.Of("snp", address, sha256)), item, now, sha256, bytes.Length, TypeOf(name));
        if (await reader.ReadAsync(snapshot, bytes, ct) is not Readable { Version: var version }) return new(name ?? "", [], [], "it could not be read as a text, web page or PDF");
        if (!EnglishText.Is(version.Text)) return new(version.Document.Title, [], [], "it is not in English, so nothing was read from it");
        var found = await engine.ExtractAsync(version, ct);
        var evidence = linker.Link(version, found);
        var links = evidence.Links.ToLookup(link => link.Claim);
        var caveats = found.Caveats.ToDictionary(caveat => caveat.Id);
        var limits = evidence.CaveatLinks.ToLookup(link => link.Claim);
        var looked = new List<CheckedClaim>(found.Claims.Count);
        foreach (var claim in found.Claims)
        {
            looked.Add(new(
                claim, [.. links[claim.Id].Where(link => link.Kind is not EvidenceKind.None)],
                [.. limits[claim.Id].OrderBy(link => link.Proximity).Take(CaveatsShown).Select(link => new CaveatView(caveats[link.Caveat], link.Proximity))],
                hasArchive ? await claims.AlikeAsync(claim.Quote, EarlierShown, ct) : null));
        }

        return new(version.Document.Title, looked, finder.Find(TopicTags.Of(version.Text), [version], version.Document.Published), null);
    }

    private static string TypeOf(string? name) => Path.GetExtension(name ?? "").ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => "text/html",
        ".pdf" => "application/pdf",
        ".md" or ".markdown" => "text/markdown",
        ".tex" => "application/x-tex",
        _ => "text/plain",
    };
}
