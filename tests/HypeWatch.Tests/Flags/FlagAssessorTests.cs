using HypeWatch.Flags;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

public class FlagAssessorTests
{
    private static readonly Scope LargeModels = new(5, null, 3, null, Generic: true);

    private static DossierBuilder Broad() => new DossierBuilder().Paper(paper => paper
        .Say(Place.Title, "Reading moods in Gemma 2")
        .States(Place.KeyResults, "Dictionaries give readable latents for large models.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, LargeModels)
        .Say(Place.Results, "We rated 200 randomly sampled latents of the middle layer of Gemma 2.")
        .Limits(Place.Limitations, "One layer tells little about others.", CaveatKind.Scope));

    [Fact]
    public void The_first_fixture_comes_out_of_the_whole_path()
    {
        var flag = Assert.Single(Broad().Raised("OC01"));
        Assert.Equal((3, 3, 0.40, FlagStatus.Open, "Lab A"), (flag.Gap, flag.Severity, flag.Confidence, flag.Status, flag.Asserter));
        Assert.Contains(flag.Exculpations, found => found is { Kind: ExculpationKind.RestrictingDefinition, Verdict: ExculpationVerdict.Reduces, Text: "Reading moods in Gemma 2" });
        Assert.Contains(flag.Exculpations, found => found is { Kind: ExculpationKind.NotComparative, Verdict: ExculpationVerdict.Reduces });
        Assert.Contains(flag.Exculpations, found => found is { Kind: ExculpationKind.LimitationsSection, Verdict: ExculpationVerdict.NoEffect, Text: "One layer tells little about others." });
    }

    [Fact]
    public void What_a_copy_repeats_is_flagged_at_its_origin_and_what_it_adds_at_the_copy()
    {
        var dossier = Broad().Paper(paper => paper
            .States(Place.KeyResults, "Dictionaries give readable latents for large models.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, LargeModels)).Build();
        var assessor = FlagAssessor.WithAllDetectors(Taxonomy.Load(), new(), new());
        var (origin, copy) = (dossier.Documents[0].Version.Id, dossier.Documents[1].Version.Id);
        List<VersionId> Flagged(params Copy[] copies) => [.. assessor.Assess(dossier with { Copies = copies }).Flags.Where(flag => flag.Code == "OC01").Select(flag => flag.Version).Distinct()];
        Assert.Equal([origin], Flagged(new Copy(copy, origin, 1, [])));
        Assert.Contains(copy, Flagged(new Copy(copy, origin, 0.9, [dossier.Documents[1].Claims[0].Span])));
    }

    [Fact]
    public void Every_quote_and_every_exculpation_with_a_span_is_verbatim()
    {
        var builder = Broad();
        var texts = builder.Build().Documents.ToDictionary(document => document.Version.Id, document => document.Version.Text);
        foreach (var flag in builder.Assess().Flags)
        {
            Assert.All(flag.Quotes, quote => Assert.Equal(quote.Quote, quote.Span.Of(texts[quote.Version])));
            foreach (var found in flag.Exculpations)
                if (found.Span is { } span) Assert.Equal(found.Text, span.Of(texts[found.Version!.Value]));
        }
    }

    [Fact]
    public void Each_search_is_recorded_with_where_it_looked()
    {
        var flag = Broad().Raised("OC01").Single();
        Assert.True(flag.SearchComplete);
        Assert.Equal(
            ["E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E11", "E12", "E13"],
            flag.Searches.Select(search => search.Kind.ToCode()));
        Assert.All(flag.Searches, search => Assert.NotEmpty(search.Where));
    }

    [Fact]
    public void The_rationale_quotes_both_sides_in_two_to_four_sentences_and_never_speaks_of_intent()
    {
        foreach (var flag in Broad().Raised())
        {
            Assert.Contains("\u201cDictionaries give readable latents for large models.\u201d", flag.Rationale, StringComparison.Ordinal);
            Assert.Contains("may", flag.Rationale, StringComparison.Ordinal);
            foreach (var word in (string[])["lie", "deceiv", "dishonest", "safety washing", "mislead", "fail", "admit", "!"])
                Assert.DoesNotContain(word, flag.Rationale, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void The_same_dossier_gives_the_same_flags() => Assert.Equal(Broad().Assess().Flags.Select(flag => flag.Id), Broad().Assess().Flags.Select(flag => flag.Id));

    [Fact]
    public void One_detector_that_throws_is_recorded_and_the_others_run()
    {
        var taxonomy = Taxonomy.Load();
        var lexicons = new LexiconSet();
        var report = new FlagAssessor([new Broken(), .. DetectorCatalog.All(taxonomy, lexicons)], taxonomy, lexicons, new()).Assess(Broad().Build());
        Assert.Equal("OC99", Assert.Single(report.Failures).Code);
        Assert.Contains(report.Flags, flag => flag.Code == "OC01");
    }

    [Fact]
    public void Of_two_flags_of_one_family_on_one_claim_only_the_gravest_is_open()
    {
        var taxonomy = Taxonomy.Load();
        var lexicons = new LexiconSet();
        var report = new FlagAssessor([new Always("OC15", 2), new Always("OC16", 4), new Always("OC13", null)], taxonomy, lexicons, new()).Assess(Broad().Build());
        Assert.Equal(
            ["OC13 Open", "OC15 Candidate", "OC16 Open"],
            report.Flags.Select(flag => $"{flag.Code} {flag.Status}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_of_a_detector_is_in_the_taxonomy_and_nearly_every_code_has_a_detector()
    {
        var taxonomy = Taxonomy.Load();
        var codes = DetectorCatalog.All(taxonomy, new()).Select(detector => detector.Code).ToList();
        Assert.All(codes, code => Assert.Equal(code, taxonomy[code].Code));
        Assert.True(codes.Distinct(StringComparer.Ordinal).Count() >= 17);
    }

    private sealed class Broken : IFlagDetector
    {
        public string Code => "OC99";

        public int Version => 1;

        public IEnumerable<Finding> Examine(Dossier dossier) => throw new InvalidOperationException("out of order");
    }

    private sealed class Always(string code, int? gap) : IFlagDetector
    {
        public string Code => code;

        public int Version => 1;

        public IEnumerable<Finding> Examine(Dossier dossier) => dossier.Claims.Select(claim => new Finding(claim, "A reason.") { Gap = gap });
    }
}
