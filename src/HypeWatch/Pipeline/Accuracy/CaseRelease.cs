using System.Globalization;
using System.Text.Json;
using HypeWatch.Claims;
using HypeWatch.Evidence;
using HypeWatch.Flags;
using HypeWatch.Flags.Hearings;
using HypeWatch.Lexicons;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Reading;

namespace HypeWatch.Pipeline.Accuracy;

/// <summary>Takes the documents of a case through the product's own rooms, from text to flags.</summary>
public sealed class CaseRelease
{
    private readonly LexiconSet lexicons = new();
    private readonly OfflineClaimEngine engine;
    private readonly IReadOnlyList<PriorWork> works = LiteratureFile.Load();
    private readonly SupportAssessor supports;
    private readonly EdgeFinder edges;
    private readonly FlagAssessor assessor;
    private readonly FlagHearing? hearing;

    /// <summary>Puts the rooms together.</summary>
    /// <param name="hearing">Hears the releases; null for the rules alone. What is claimed and what it rests on is read by rules in either case.</param>
    public CaseRelease(FlagHearing? hearing = null)
    {
        var taxonomy = Taxonomy.Load();
        engine = ClaimsServices.Offline(lexicons);
        supports = new(lexicons);
        edges = new(lexicons);
        assessor = FlagAssessor.WithAllDetectors(taxonomy, lexicons, new());
        this.hearing = hearing;
    }

    /// <summary>Code and version of every detector, and what decides a hearing.</summary>
    public string Versions => string.Join(' ', [engine.Name, .. assessor.DetectorVersions, .. hearing is null ? [] : new[] { hearing.Key }]);

    /// <summary>The dossier of a case.</summary>
    /// <param name="item">The case.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Dossier> BuildAsync(FlagCase item, CancellationToken ct)
    {
        var versions = item.Documents.Select((document, index) => Version(item, document, index)).ToList();
        var primary = Math.Max(0, item.Documents.ToList().FindIndex(document => document.Kind is DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.Blog or DocumentKind.PressRelease));
        List<DocumentVersion> own = [.. versions.Where((_, index) => IsOwn(item, index, primary))];
        var tags = TopicTags.Of(string.Join('\n', own.Select(version => version.Text)));
        var matcher = new CitationMatcher([.. works, .. Stated(item, tags)]);
        var linker = new EvidenceLinker(lexicons, matcher);
        var documents = new List<DossierDocument>();
        for (var i = 0; i < versions.Count; i++)
        {
            var found = await engine.ExtractAsync(versions[i], ct);
            documents.Add(new(versions[i], Relation(item, i, primary), found.Claims, found.Caveats, linker.Link(versions[i], found)));
        }

        var first = versions[primary].Document;
        var release = new Release(
            new(ContentId.Of("rel", item.Id)), first.Title, first.Publisher ?? "", first.Published, item.Coverage, PeerReview.Unknown, tags,
            [.. documents.Select(document => new ReleaseDocument(document.Document.Id, document.Relation))]);
        return new(release, documents, supports.Assess(documents), new PriorWorkFinder(matcher).Find(tags, own, release.FirstPublished), edges.Find(documents));
    }

    /// <summary>The dossier of one paper that stands alone, with all that it has.</summary>
    /// <param name="version">The paper.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Dossier> BuildAsync(DocumentVersion version, CancellationToken ct)
    {
        var matcher = new CitationMatcher(works);
        var found = await engine.ExtractAsync(version, ct);
        List<DossierDocument> documents = [new(version, DocumentRelation.Primary, found.Claims, found.Caveats, new EvidenceLinker(lexicons, matcher).Link(version, found))];
        var tags = TopicTags.Of(version.Text);
        var release = new Release(
            new(ContentId.Of("rel", version.Id.Value)), version.Document.Title, version.Document.Publisher ?? "", version.Document.Published, Coverage.Full, PeerReview.Unknown, tags,
            [new ReleaseDocument(version.Document.Id, DocumentRelation.Primary)]);
        return new(release, documents, supports.Assess(documents), new PriorWorkFinder(matcher).Find(tags, [version], release.FirstPublished), []);
    }

    /// <summary>The flags of a dossier.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="HypeWatch.Llm.LlmException">The model gave no answer.</exception>
    public async Task<FlagReport> AssessAsync(Dossier dossier, CancellationToken ct)
    {
        var examined = assessor.Examine(dossier);
        var byRules = assessor.Weigh(examined);
        return hearing is null ? byRules : assessor.Weigh(examined, await hearing.HearAsync(examined.Asserted, byRules.Flags, ct));
    }

    private static bool IsOwn(FlagCase item, int index, int primary) => new ReleaseDocument(new(""), Relation(item, index, primary)).IsOwn;

    private static DocumentRelation Relation(FlagCase item, int index, int primary)
    {
        var document = item.Documents[index];
        if (index == primary) return DocumentRelation.Primary;
        if (document.Kind == DocumentKind.Appendix) return DocumentRelation.Appendix;
        if (document.Kind is DocumentKind.Critique or DocumentKind.Comment) return DocumentRelation.Critique;
        if (document.Asserter != item.Documents[primary].Asserter) return DocumentRelation.ThirdParty;
        return document.Kind is DocumentKind.Paper or DocumentKind.Preprint ? DocumentRelation.Primary : DocumentRelation.PromoByOrg;
    }

    private static DocumentVersion Version(FlagCase item, CaseDocument document, int index)
    {
        var text = NormalizedText.From(document.Text);
        var url = document.Url ?? FormattableString.Invariant($"https://case.example/{item.Id}/{index}");
        var canonical = CanonicalUrl.Of(url);
        var references = (document.References ?? []).Select((entry, number) => new Reference(
            number, string.Join(". ", [string.Join(", ", entry.Authors ?? []), entry.Title ?? "", entry.Year?.ToString(CultureInfo.InvariantCulture) ?? ""]), null, entry.Title,
            [.. (entry.Authors ?? []).Select(author => author.Split(' ')[^1])], entry.Year, entry.Doi?.ToLowerInvariant(), entry.Arxiv, entry.Url,
            FormattableString.Invariant($"{number + 1}")));
        return new(
            new(ContentId.Of("ver", canonical, ContentId.Sha256(text))),
            new(
                new(ContentId.Of("doc", canonical)), document.Kind, url, canonical, document.Title ?? url, document.Asserter, [],
                PublicationDate.TryParseIso(document.Published, "case") ?? PublicationDate.Unknown, "en"),
            new("snp-case"), text, ContentId.Sha256(text), "case/1", Passages(text, document.Place), [.. references], [.. Links(text, document)], []);
    }

    private static List<Passage> Passages(string text, Place place)
    {
        var passages = new List<Passage>();
        var paragraph = 0;
        for (var start = 0; start < text.Length; paragraph++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var sentence = 0;
            foreach (var span in SentenceSplitter.Split(text, new(start, end))) passages.Add(new(passages.Count, span, place, "", paragraph, sentence++));
            start = end + 1;
        }

        return passages;
    }

    /// <summary>A link is an address, or an object with <c>url</c> and the linked <c>text</c>.</summary>
    private static IEnumerable<TextLink> Links(string text, CaseDocument document)
    {
        foreach (var link in document.Links ?? [])
        {
            var isObject = link.ValueKind == JsonValueKind.Object;
            var url = isObject ? link.GetProperty("url").GetString()! : link.GetString()!;
            var words = isObject && link.TryGetProperty("text", out var given) ? given.GetString() ?? "" : "";
            var start = words.Length > 0 ? text.IndexOf(words, StringComparison.Ordinal) : -1;
            yield return new(start < 0 ? new(0, 0) : new(start, start + words.Length), url);
        }
    }

    /// <summary>Works that the case states. One without topics is about the release's own.</summary>
    private static IEnumerable<PriorWork> Stated(FlagCase item, IReadOnlyList<string> tags)
    {
        foreach (var (index, work) in (item.Context?.PriorWork ?? []).Index())
        {
            var published = PublicationDate.TryParseIso(work.FirstPublicAt ?? work.Published, "case")?.NotAfter ?? new DateOnly(work.Year ?? 1, 12, 31);
            yield return new(
                new(work.Id ?? FormattableString.Invariant($"{item.Id}-work-{index}")), work.Title ?? "", [.. (work.Authors ?? []).Select(author => author.Split(' ')[^1])],
                work.Year ?? published.Year, published, null, null, null, null, work.Tags ?? ["critique", .. tags], work.Summary ?? "", work.BearsOn ?? ["OC17", "OC18"],
                [.. (work.ContestedBy ?? []).Select(id => new WorkId(id))], false, work.Verified);
        }
    }
}
