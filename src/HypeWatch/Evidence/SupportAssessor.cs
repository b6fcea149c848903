using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>
/// Says for each claim of a dossier what it rests on: the warrant W0 to W5 (specification 2.4) and the tested scope, pooled over all documents of the
/// release. Experiments of the release also support what others say about it; what others report never supports the release.
/// </summary>
/// <param name="lexicons">The word lists.</param>
public sealed class SupportAssessor(LexiconSet lexicons)
{
    /// <summary>In a text of at most this many sentences every test bears on every claim: a reader takes it in as one.</summary>
    private const int ShortText = 15;

    private const int MostExperiments = 12;

    /// <summary>Sentences that name a model family before a work is taken to have studied it.</summary>
    private const int FewestMentions = 3;

    /// <summary>A rate over at least this many cases is a sample, over fewer it is examples.</summary>
    private const int SmallestSample = 10;

    private readonly TestedScope scopes = new(lexicons);

    /// <summary>Assesses all claims of the documents.</summary>
    public IReadOnlyDictionary<ClaimId, ClaimSupport> Assess(IReadOnlyList<DossierDocument> documents)
    {
        var own = documents.Where(document => document.IsOwn).ToList();
        var releaseKnown = own.Exists(ReportsWork);
        var supports = new Dictionary<ClaimId, ClaimSupport>();
        foreach (var document in documents)
        {
            IReadOnlyList<DossierDocument> bearing = document.IsOwn ? own : [document, .. own];
            var pool = new Pool(bearing, scopes);
            foreach (var claim in document.Claims) supports[claim.Id] = Assess(claim, document, pool, releaseKnown);
        }

        return supports;
    }

    /// <summary>News, memos and critiques report on the work of others, even when that work is not at hand and they stand alone.</summary>
    private static bool ReportsWork(DossierDocument document) =>
        document.Document.Kind is not (DocumentKind.News or DocumentKind.Policy or DocumentKind.Critique or DocumentKind.Comment or DocumentKind.ThirdPartySocial);

    private static ClaimSupport Assess(Claim claim, DossierDocument home, Pool pool, bool releaseKnown)
    {
        var links = home.Evidence.Links.Where(link => link.Claim == claim.Id && link.Kind != EvidenceKind.None).ToList();
        var experiments = pool.Bearing(claim, home, links);
        return new(claim.Id, Judge(experiments, links, home, releaseKnown), pool.Scope(experiments, claim.IsHeadline || claim.Place == Place.Conclusion), experiments);
    }

    private static Warrant? Judge(IReadOnlyList<Experiment> experiments, List<EvidenceLink> links, DossierDocument home, bool releaseKnown)
    {
        if (experiments.Count > 0) return Of(experiments);
        if (links.Any(link => link.Kind is EvidenceKind.Citation or EvidenceKind.Link or EvidenceKind.Dataset)) return null;
        if (links.Any(link => link.Kind is EvidenceKind.Figure or EvidenceKind.Table or EvidenceKind.Section))
            return links.Any(link => link.TargetSpan is not null) ? Warrant.SelectedExamples : null;
        if (links.Count > 0) return Warrant.SelectedExamples;
        // A text about a release that is not at hand may rest on it; one that names no source at all rests on nothing.
        return !releaseKnown && (home.Version.Links.Count > 0 || home.Version.References.Count > 0) ? null : Warrant.None;
    }

    internal static Warrant Of(IReadOnlyList<Experiment> experiments)
    {
        if (experiments.Any(IsReplicationOrProof)) return Warrant.Replicated;
        var controlled = experiments.Where(experiment => experiment.Control != Control.None).ToList();
        var settings = experiments.Any(experiment => experiment.Tested.Model >= 3 || experiment.Tested.Data >= 3);
        if (settings && controlled.Any(experiment => experiment.Control == Control.StrongBaseline) && experiments.Any(experiment => experiment.HasUncertainty)) return Warrant.SeriousBaseline;
        if (controlled.Count > 0) return Warrant.Controlled;
        return experiments.Any(experiment => experiment.Sampling is Sampling.Random or Sampling.Exhaustive || (experiment.SampleSize >= SmallestSample && experiment.Sampling is Sampling.Unknown))
            ? Warrant.Sample
            : Warrant.SelectedExamples;
    }

    private static bool IsReplicationOrProof(Experiment experiment) =>
        (experiment.Quote.Contains("replicat", StringComparison.OrdinalIgnoreCase) && experiment.Quote.Contains("independent", StringComparison.OrdinalIgnoreCase))
        || (experiment.Quote.Contains("we prove", StringComparison.OrdinalIgnoreCase) && experiment.Quote.Contains("assum", StringComparison.OrdinalIgnoreCase));

    /// <summary>The experiments of some documents, with their words.</summary>
    private sealed class Pool
    {
        private readonly IReadOnlyList<(Experiment Experiment, Passage? Passage, IReadOnlySet<string> Words)> all;
        private readonly bool isShort;
        private readonly int? namedModel;
        private readonly int? studied;

        public Pool(IReadOnlyList<DossierDocument> documents, TestedScope scopes)
        {
            all =
            [
                .. from document in documents
                   from experiment in document.Evidence.Experiments
                   select (experiment, document.Version.PassageAt(experiment.Span), ContentWords.Of(experiment.Quote)),
            ];
            isShort = SubjectSentences.AreAtMost(documents.Select(document => document.Version), ShortText);
            namedModel = NamedModel(documents, scopes);
            studied = Studied(documents);
        }

        public IReadOnlyList<Experiment> Bearing(Claim claim, DossierDocument home, IReadOnlyList<EvidenceLink> links)
        {
            var words = ContentWords.Of(claim.Quote);
            var passage = home.Version.PassageAt(claim.Span);
            var needed = words.Count <= 3 ? 1 : 2;
            return
            [
                .. from entry in all
                   let inHome = entry.Experiment.Version == claim.Version
                   let sameParagraph = inHome && passage is not null && entry.Passage?.Paragraph == passage.Paragraph
                   let pointed = inHome && links.Any(link => link.TargetSpan is { } target && target.Overlaps(entry.Experiment.Span))
                   let shared = ContentWords.Shared(words, entry.Words)
                   where isShort || sameParagraph || pointed || shared >= needed
                   orderby sameParagraph || pointed descending, shared descending
                   select entry.Experiment,
            ];
        }

        /// <summary>The tested scope; a headline or a conclusion speaks of the whole work, so all models that it names at least twice count.</summary>
        public Scope Scope(IReadOnlyList<Experiment> experiments, bool isAboutAll)
        {
            var joined = experiments.Aggregate(Model.Scope.Unknown, (scope, experiment) => scope.Join(experiment.Tested));
            var words = string.Join('\n', experiments.Select(experiment => experiment.Quote));
            var model = TestedScope.Pooled(joined.Model, ModelMentions.Families(words), ModelMentions.Sizes(words));
            if (isAboutAll && !isShort && studied > (model ?? -1)) model = studied;
            return joined with { Model = model ?? namedModel, Generic = false };
        }

        /// <summary>The families that a work names again and again outside related work: it worked with them.</summary>
        private static int? Studied(IReadOnlyList<DossierDocument> documents)
        {
            var families = from document in documents
                           where document.IsOwn
                           from passage in document.Version.Passages
                           where passage.Place is not (Place.RelatedWork or Place.Other)
                           from family in ModelMentions.Families(document.Version.TextOf(passage))
                           group family by family into named
                           where named.Count() >= FewestMentions
                           select named.Key;
            return families.Count() switch { 0 => null, 1 => 2, _ => 4 };
        }

        /// <summary>The model that title, abstract or method name, where the describing sentences name none.</summary>
        private static int? NamedModel(IReadOnlyList<DossierDocument> documents, TestedScope scopes)
        {
            var passages = from document in documents
                           from passage in document.Version.Passages
                           where passage.Place is Place.Title or Place.Abstract or Place.Method or Place.Results
                           select document.Version.TextOf(passage);
            var words = string.Join('\n', passages.Take(200));
            var families = ModelMentions.Families(words);
            var sizes = ModelMentions.Sizes(words);
            return families.Count + sizes.Count == 0 ? null : scopes.Read(words, Sampling.Unknown).Model;
        }
    }
}
