using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>A sentence of a document of a dossier.</summary>
internal readonly record struct Sentence(DossierDocument Document, Passage Passage)
{
    public string Text => Document.Version.TextOf(Passage);

    /// <summary>Whether it stands where few read: in an appendix, which may be a document of its own, or in a footnote.</summary>
    public bool IsAppendix => Passage.Place is Place.Appendix or Place.Footnote || Document.Relation == DocumentRelation.Appendix;

    public FlagQuote Quote(string role) => new(Document.Version.Id, Passage.Span, Text, role);
}

/// <summary>Questions that several detectors ask of a dossier.</summary>
internal static class DossierReading
{
    private const int LongestCitation = 180;

    /// <summary>A release of at most this many sentences is read as one: every sentence bears on every other.</summary>
    private const int ShortText = 8;

    /// <summary>A release of more sentences than this is a long work.</summary>
    private const int LongWork = 60;

    /// <summary>Words that every text of the field shares, so that sharing one says nothing about the task.</summary>
    private static readonly HashSet<string> FieldWords =
        new(["model", "featur", "neuron", "method", "languag", "autoenc", "sparse", "network", "interpr", "latent", "sae", "saes", "ai", "llm", "llms", "transfo", "activat", "learn", "analys"], StringComparer.Ordinal);

    /// <summary>All claims by their id.</summary>
    public static Dictionary<ClaimId, Claim> ClaimsById(this Dossier dossier) => dossier.Claims.DistinctBy(claim => claim.Id).ToDictionary(claim => claim.Id);

    /// <summary>The release's own documents that report work; news, memos and critiques report on the work of others even when nothing else is at hand.</summary>
    public static IEnumerable<DossierDocument> Works(this Dossier dossier) =>
        dossier.Own.Where(document => document.Document.Kind is not (DocumentKind.News or DocumentKind.Policy or DocumentKind.Critique or DocumentKind.Comment or DocumentKind.ThirdPartySocial));

    /// <summary>The content words of their titles: what the release is about, and often its own method.</summary>
    public static HashSet<string> TitleWords(this Dossier dossier) => dossier.Works().SelectMany(document => ContentWords.Of(document.Document.Title)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The claims of these documents in their own voice, and those of the release that only others quote; what readers wrote below them is not theirs.</summary>
    public static IEnumerable<Claim> WorkClaims(this Dossier dossier) => dossier.Works().SelectMany(document => document.Claims).Where(claim => claim.Place != Place.Comment)
        .Concat(dossier.Claims.Where(claim => dossier.QuotedOwn.Contains(claim.Id)));

    /// <summary>Whether two spans of a version are spoken by the same voice: the document's own, or the same commenter's.</summary>
    public static bool IsSameVoice(DocumentVersion version, Span a, Span b) => version.PassageAt(a)?.Speaker == version.PassageAt(b)?.Speaker;

    /// <summary>The sentence that a claim stands in, at least the claim itself.</summary>
    public static Span SentenceOf(this Dossier dossier, Claim claim) => SentenceOf(dossier.DocumentOf(claim), claim);

    public static Span SentenceOf(DossierDocument home, Claim claim)
    {
        var passage = home.Version.PassageAt(claim.Span);
        return passage is null ? claim.Span : new(passage.Span.Start, Math.Max(passage.Span.End, claim.Span.End));
    }

    /// <summary>Whether two claims stand in one sentence.</summary>
    public static bool IsSameSentence(this Dossier dossier, Claim a, Claim b) => a.Version == b.Version && dossier.SentenceOf(a).Overlaps(dossier.SentenceOf(b));

    public static string SentenceText(this Dossier dossier, Claim claim)
    {
        var home = dossier.DocumentOf(claim);
        return SentenceOf(home, claim).Of(home.Version.Text);
    }

    /// <summary>Sentences of documents, without reference lists and related work, which speak about others.</summary>
    public static IEnumerable<Sentence> Sentences(this IEnumerable<DossierDocument> documents) =>
        from document in documents
        from passage in document.Version.Passages
        where passage.Place is not (Place.RelatedWork or Place.Other)
        select new Sentence(document, passage);

    /// <summary>The documents that may support a claim: those of the release, and the claim's own.</summary>
    public static IReadOnlyList<DossierDocument> SupportersOf(this Dossier dossier, Claim claim)
    {
        var home = dossier.DocumentOf(claim);
        return home.IsOwn ? [.. dossier.Own] : [home, .. dossier.Own];
    }

    /// <summary>Whether documents are so short that a reader takes them in as one.</summary>
    public static bool IsShort(this IEnumerable<DossierDocument> documents) => SubjectSentences.AreAtMost(documents.Select(document => document.Version), ShortText);

    /// <summary>Whether a release is so long that what bears on a sentence may stand where rules do not follow; there they ask for plainer signs.</summary>
    public static bool IsLong(this IEnumerable<DossierDocument> documents) => !SubjectSentences.AreAtMost(documents.Select(document => document.Version), LongWork);

    /// <summary>Whether two sentences speak about the same thing: they share a word of content that is no word of the whole field.</summary>
    public static bool SharesTopic(string a, string b) => SharedTopic(ContentWords.Of(a), ContentWords.Of(b)) > 0;

    public static int SharedTopic(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Count(word => b.Contains(word) && !FieldWords.Contains(word));

    /// <summary>The content words of a text that are no words of the whole field.</summary>
    public static IReadOnlyList<string> TopicOf(string text) => [.. ContentWords.Of(text).Where(word => !FieldWords.Contains(word))];

    public static FlagQuote Quote(this Claim claim, string role) => new(claim.Version, claim.Span, claim.Quote, role);

    public static FlagQuote Quote(this Experiment experiment, string role = "evidence") => new(experiment.Version, experiment.Span, experiment.Quote, role);

    public static FlagQuote Quote(this Caveat caveat, string role = "caveat") => new(caveat.Version, caveat.Span, caveat.Quote, role);

    /// <summary>Words in quotation marks for a rationale, cut at a word when long.</summary>
    public static string Cite(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= LongestCitation) return $"\u201c{line}\u201d";
        var end = line.LastIndexOf(' ', LongestCitation);
        return $"\u201c{line[..(end > 0 ? end : LongestCitation)]} \u2026\u201d";
    }

    /// <summary>Where was looked, in words: "main text and appendix of N documents" or what there was of it.</summary>
    public static string Looked(this Dossier dossier) => dossier.Release.Coverage switch
    {
        Coverage.Full => "main text and appendices",
        Coverage.MainOnly => "the main text (appendices were not read)",
        Coverage.AbstractOnly => "the abstract (the main text was not read)",
        _ => "the documents at hand (whether they are complete is not known)",
    };
}
