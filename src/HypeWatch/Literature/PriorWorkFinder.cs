using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>
/// Finds the earlier works that bear on a release (specification 12): they share a topic with it, or stand in the register of hazards for its method, and were
/// public at least 90 days before it; and tells for each whether the release cites it, or cites another work that makes the same point.
/// </summary>
/// <param name="matcher">The prior-work base.</param>
/// <param name="hazards">The register of hazards; null for the built-in one.</param>
public sealed class PriorWorkFinder(CitationMatcher matcher, HazardRegister? hazards = null)
{
    /// <summary>A work younger than this many days at the release cannot be expected to be cited (specification 3, OC17).</summary>
    public const int DaysBefore = 90;

    /// <summary>Code of the flag for works that were left out; hazards without it matter for other flags.</summary>
    private const string OmittedWork = "OC17";

    /// <summary>So many wordings of a method are shown.</summary>
    private const int NamedShown = 3;

    /// <summary>Words that may stand behind the title of a release where it is archived.</summary>
    private const int LongestRemark = 2;

    /// <summary>Topics so wide that sharing one says nothing about the method.</summary>
    private static readonly HashSet<string> WideTags =
        new(["critique", "survey", "evaluation", "benchmark", "baseline", "nlp", "theory", "philosophy", "human", "foundations", "methodology", "utility", "policy"], StringComparer.Ordinal);

    /// <summary>Codes and types that say what point a work makes; wide ones ("is prior work", "is about safety") make no point.</summary>
    private static readonly HashSet<string> WidePoints = new(["OC17", "OC18", "T2", "T5", "T8", "T9", "T10"], StringComparer.Ordinal);

    private readonly HazardRegister register = hazards ?? HazardRegister.Load();

    /// <summary>Hash of the register: with another one other works may be found.</summary>
    public string Digest => register.Digest;

    /// <summary>Finds them: critiques of the method first, then general results, then surveys; cited works are listed whatever their date.</summary>
    /// <param name="tags">Topics of the release (see <see cref="TopicTags"/>).</param>
    /// <param name="documents">The documents of the release itself, with their reference lists.</param>
    /// <param name="released">When it was first public; with an unknown date no work can be said to be early enough, so only cited ones are listed.</param>
    public IReadOnlyList<PriorWorkMatch> Find(IReadOnlyList<string> tags, IReadOnlyList<DocumentVersion> documents, PublicationDate released)
    {
        var topics = tags.ToHashSet(StringComparer.Ordinal);
        var own = Itself(documents);
        var cited = Cited(documents);
        foreach (var id in own) cited.Remove(id);
        var named = register.Find(string.Join('\n', documents.Select(document => document.Text)));
        var matches = from work in matcher.Works
                      let shared = (IReadOnlyList<string>)[.. work.Tags.Where(topics.Contains)]
                      let points = (IReadOnlyList<HazardHit>)[.. named.Where(hit => hit.Hazard.Works.Contains(work.Id))]
                      where !own.Contains(work.Id) && (cited.ContainsKey(work.Id) || (shared.Count + points.Count > 0 && WasPublicBefore(work, released)))
                      orderby Rank(work), points.Count descending, shared.Count(tag => !WideTags.Contains(tag)) descending, work.FirstPublic
                      select new PriorWorkMatch(work, cited.ContainsKey(work.Id), cited.GetValueOrDefault(work.Id), Equivalent(work, cited), shared)
                      {
                          HazardWords = [.. points.Where(hit => hit.Hazard.Codes.Contains(OmittedWork)).SelectMany(hit => hit.Named).Distinct(StringComparer.Ordinal)],
                          Hazards = [.. points.Select(hit => $"{hit.Hazard.Name} ({string.Join(", ", hit.Named.Take(NamedShown))}): {hit.Hazard.Why}")],
                      };
        return [.. matches];
    }

    /// <summary>The works of the base that the release itself is: it names its own title, which is no citation.</summary>
    private HashSet<WorkId> Itself(IReadOnlyList<DocumentVersion> documents)
    {
        var titles = documents.SelectMany(document => document.Titles.Select(stated => stated.Text).Append(document.Document.Title)).Select(TitleKey.Of).Where(title => title.Length > 0).ToList();
        var addresses = documents.SelectMany(document => (string[])[document.Document.Url, document.Document.CanonicalUrl]).Select(matcher.MatchUrl).OfType<WorkId>();
        return matcher.Works.Where(work => TitleKey.Of(work.Title) is { Length: >= TitleKey.TellingLength } title && titles.Any(stated => IsTitle(stated, title))).Select(work => work.Id)
            .Concat(addresses).ToHashSet();
    }

    /// <summary>The same title, or one with a remark behind it, such as "(excerpts)".</summary>
    private static bool IsTitle(string stated, string title) =>
        stated.StartsWith(title, StringComparison.Ordinal) && (stated.Length == title.Length || (stated[title.Length] == ' ' && stated.AsSpan(title.Length).Count(' ') <= LongestRemark));

    private static bool WasPublicBefore(PriorWork work, PublicationDate released) =>
        released.NotBefore is { } day && work.FirstPublic.AddDays(DaysBefore) <= day;

    /// <summary>Critique of a method before general methodological result before survey (specification 12).</summary>
    private static int Rank(PriorWork work) =>
        work.Tags.Contains("survey") ? 2 : IsCritical(work) ? 0 : 1;

    private static bool IsCritical(PriorWork work) => work.Tags.Any(tag => tag is "critique" or "illusion" or "sanity-check" or "sensitivity" or "baseline" or "rebuttal");

    /// <summary>A cited work that makes the same point: it shares a telling code with the uncited one, and a telling topic or the critical stance.</summary>
    private WorkId? Equivalent(PriorWork work, Dictionary<WorkId, string> cited)
    {
        if (cited.ContainsKey(work.Id)) return null;
        foreach (var other in matcher.Works)
        {
            if (!cited.ContainsKey(other.Id)) continue;
            var samePoint = other.BearsOn.Any(point => !WidePoints.Contains(point) && work.BearsOn.Contains(point));
            var sameTopic = other.Tags.Any(tag => !WideTags.Contains(tag) && work.Tags.Contains(tag));
            // A work that uses the method does not make the point of one that questions it.
            if (samePoint && (IsCritical(work) ? IsCritical(other) : sameTopic)) return other.Id;
        }

        return null;
    }

    /// <summary>What the documents cite: their reference lists, their links, and works that the text names by title, identifier or author with year.</summary>
    private Dictionary<WorkId, string> Cited(IReadOnlyList<DocumentVersion> documents)
    {
        var cited = new Dictionary<WorkId, string>();
        foreach (var document in documents)
        {
            foreach (var reference in document.References)
                if (matcher.Match(reference) is { } id) cited.TryAdd(id, reference.Text);
            foreach (var link in document.Links)
                if (matcher.MatchUrl(link.Url) is { } id) cited.TryAdd(id, link.Url);
            foreach (var id in matcher.Named(document.Text)) cited.TryAdd(id, $"named in the text of {document.Document.Title}");
            foreach (var citation in InlineCitations.Find(document.Text))
            {
                // A list that names the work of that author and year under another title decides; only without one may the pair stand for the work.
                if (document.References.Any(entry => citation.IsEntry(entry))) continue;
                if (matcher.Match(citation.FirstAuthor, citation.Year) is { } id) cited.TryAdd(id, citation.Span.Of(document.Text));
            }
        }

        return cited;
    }
}
