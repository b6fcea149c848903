using System.Text;
using HypeWatch.Evidence;
using HypeWatch.Lexicons;
using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.Tests.Fakes;

/// <summary>
/// Builds a dossier from sentences: the versions are real, claims and caveats are given by hand, and evidence, warrants and prior work come from the
/// product's own rooms.
/// </summary>
internal sealed class DossierBuilder
{
    private static readonly LexiconSet Lexicons = new();

    private readonly List<DocumentBuilder> documents = [];
    private readonly List<PropagationEdge> edges = [];
    private IReadOnlyList<PriorWork> works = [];
    private Coverage coverage = Coverage.Full;
    private IReadOnlyList<string> tags = [];

    public DossierBuilder With(Coverage value)
    {
        coverage = value;
        return this;
    }

    public DossierBuilder With(IReadOnlyList<PriorWork> value, params IReadOnlyList<string> topics)
    {
        (works, tags) = (value, topics);
        return this;
    }

    public DossierBuilder Add(DocumentKind kind, DocumentRelation relation, string asserter, Action<DocumentBuilder> write, string published = "2025-03-01")
    {
        var document = new DocumentBuilder(kind, relation, asserter, published, documents.Count);
        write(document);
        documents.Add(document);
        return this;
    }

    public DossierBuilder Paper(Action<DocumentBuilder> write, string published = "2025-03-01") => Add(DocumentKind.Paper, DocumentRelation.Primary, "Lab A", write, published);

    public DossierBuilder News(Action<DocumentBuilder> write, string published = "2025-03-05") => Add(DocumentKind.News, DocumentRelation.ThirdParty, "Daily Example", write, published);

    public DossierBuilder Memo(Action<DocumentBuilder> write, string published = "2025-06-01") => Add(DocumentKind.Policy, DocumentRelation.ThirdParty, "Fund B", write, published);

    /// <summary>An edge between the first claims of two documents, with the differences that their scales give.</summary>
    public DossierBuilder Edge(int upstream, int downstream, EdgeSupport support = EdgeSupport.ExplicitLink, ExcessOwner owner = ExcessOwner.Downstream)
    {
        var (from, to) = (documents[upstream], documents[downstream]);
        var (a, b) = (from.Claims[0], to.Claims[0]);
        edges.Add(new(
            new(ContentId.Of("edg", a.Id.Value, b.Id.Value)), from.Version.Document.Id, a.Id, to.Version.Document.Id, b.Id, EdgeKind.Paraphrases, support, null,
            from.Version.Document.Published.IsOnOrBefore(to.Version.Document.Published), b.Strength - a.Strength, b.Certainty - a.Certainty, b.Scope.ExcessOver(a.Scope),
            [.. from.Caveats.Where(caveat => caveat.IsSpecific).Select(caveat => caveat.Id)], 0.9, owner));
        return this;
    }

    public Dossier Build()
    {
        var matcher = new CitationMatcher(works);
        var linker = new EvidenceLinker(Lexicons, matcher);
        List<DossierDocument> built =
        [
            .. documents.Select(document => new DossierDocument(
                document.Version, document.Relation, document.Claims, document.Caveats,
                linker.Link(document.Version, new(document.Version.Id, document.Claims, document.Caveats, new("offline", 0, 0, 0, 0, 0))))),
        ];
        var first = documents[0].Version.Document;
        var release = new Release(
            new("rel-1"), first.Title, first.Publisher ?? "", first.Published, coverage, PeerReview.Preprint, tags,
            [.. documents.Select(document => new ReleaseDocument(document.Version.Document.Id, document.Relation))]);
        var own = built.Where(document => document.IsOwn).Select(document => document.Version).ToList();
        return new(release, built, new SupportAssessor(Lexicons).Assess(built), new PriorWorkFinder(matcher).Find(tags, own, release.FirstPublished), edges);
    }
}

/// <summary>Writes one document sentence by sentence; a new place begins a new paragraph.</summary>
internal sealed class DocumentBuilder(DocumentKind kind, DocumentRelation relation, string asserter, string published, int number)
{
    private static readonly Provenance ByHand = new("human", "1");

    private readonly StringBuilder text = new();
    private readonly List<Passage> passages = [];
    private readonly List<Reference> references = [];
    private readonly List<TextLink> links = [];
    private readonly List<(Span Span, ClaimReading Reading)> claims = [];
    private readonly List<(Span Span, CaveatKind Kind, bool IsSpecific, Place Place)> caveats = [];
    private DocumentVersion? version;
    private int paragraph = -1;
    private string? speaker;

    public DocumentRelation Relation => relation;

    public DocumentVersion Version => version ??= Make();

    public IReadOnlyList<Claim> Claims => [.. claims.Select(claim => Claim.Cut(Version, claim.Span, claim.Reading, ByHand))];

    public IReadOnlyList<Caveat> Caveats => [.. caveats.Select(caveat => Caveat.Cut(Version, caveat.Span, caveat.Kind, caveat.IsSpecific, caveat.Place, ByHand))];

    public DocumentBuilder Say(Place place, string sentence)
    {
        var isNew = passages.Count == 0 || passages[^1].Place != place;
        if (isNew) paragraph++;
        if (text.Length > 0) text.Append(isNew ? "\n" : " ");
        var start = text.Length;
        text.Append(sentence);
        passages.Add(new(passages.Count, new(start, text.Length), place, place.ToCode(), paragraph, isNew ? 0 : passages[^1].Sentence + 1, speaker));
        return this;
    }

    /// <summary>Who speaks from here on.</summary>
    public DocumentBuilder By(string name)
    {
        speaker = name;
        return this;
    }

    /// <summary>The next sentence begins a new paragraph even at the same place.</summary>
    public DocumentBuilder Break()
    {
        passages.Add(new(passages.Count, new(text.Length, text.Length), Place.Other, "", ++paragraph, 0));
        return this;
    }

    public DocumentBuilder States(Place place, string sentence, ClaimType type, Strength strength, Certainty certainty, Scope? scope = null, ClaimType? second = null,
        Polarity polarity = Polarity.Positive, AssertMode mode = AssertMode.Asserts, string? part = null)
    {
        Say(place, sentence);
        var span = Part(sentence, part);
        claims.Add((span, new(second is { } other ? [type, other] : [type], strength, certainty, scope ?? Scope.Unknown, asserter, place, 0.8, Polarity: polarity, Mode: mode)));
        return this;
    }

    /// <summary>A sentence that quotes words of somebody else as a claim.</summary>
    public DocumentBuilder Quotes(Place place, string sentence, string words, string by, ClaimType type, Strength strength, Certainty certainty, Scope? scope = null)
    {
        Say(place, sentence);
        claims.Add((Part(sentence, words), new([type], strength, certainty, scope ?? Scope.Unknown, by, place, 0.8, Mode: AssertMode.QuotesOther, AttributedTo: by)));
        return this;
    }

    public DocumentBuilder Limits(Place place, string sentence, CaveatKind caveat, bool isSpecific = true)
    {
        Say(place, sentence);
        caveats.Add((passages[^1].Span, caveat, isSpecific, place));
        return this;
    }

    /// <summary>Marks words of the last sentence as a caveat.</summary>
    public DocumentBuilder Within(string words, CaveatKind caveat)
    {
        caveats.Add((Part(text.ToString()[passages[^1].Span.Start..], words), caveat, true, passages[^1].Place));
        return this;
    }

    public DocumentBuilder Cites(string title, string author, int year, string? arxiv = null)
    {
        references.Add(new(references.Count, $"{author}. {title}. {year}.", null, title, [author], year, null, arxiv, null, $"{references.Count + 1}"));
        return this;
    }

    public DocumentBuilder Links(string words, string url)
    {
        links.Add(new(Part(text.ToString()[passages[^1].Span.Start..], words), url));
        return this;
    }

    private Span Part(string sentence, string? part)
    {
        var start = passages[^1].Span.Start + (part is null ? 0 : sentence.IndexOf(part, StringComparison.Ordinal));
        return new(start, start + (part ?? sentence).Length);
    }

    private DocumentVersion Make()
    {
        var url = FormattableString.Invariant($"https://example.org/{number}");
        var document = new Document(
            new(ContentId.Of("doc", url)), kind, url, url, passages.Count > 0 ? passages[0].Span.Of(text.ToString()) : "", asserter, [],
            PublicationDate.TryParseIso(published, "test") ?? PublicationDate.Unknown, "en");
        var words = text.ToString();
        return new(
            new(ContentId.Of("ver", url, ContentId.Sha256(words))), document, new("snp-1"), words, ContentId.Sha256(words), "test/1",
            [.. passages.Where(passage => passage.Span.Length > 0).Select((passage, index) => passage with { Index = index })], references, links, []);
    }
}
