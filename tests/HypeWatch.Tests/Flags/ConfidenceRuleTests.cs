using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

public class ConfidenceRuleTests
{
    private static readonly Taxonomy Taxonomy = Taxonomy.Load();

    private static double Of(string code, Coverage coverage, FlagsOptions? options = null, bool complete = true, bool admitted = false, string? subtype = null, FlagSupport support = FlagSupport.Rules, params IReadOnlyList<string> caps)
    {
        var dossier = new DossierBuilder().With(coverage).Paper(text => text.States(Place.Title, "A claim.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)).Build();
        return new ConfidenceRule(Taxonomy, options ?? new()).Of(support, Taxonomy[code], new(dossier.Claims.Single()) { Subtype = subtype, Caps = caps }, dossier, complete, admitted).Confidence;
    }

    [Theory]
    [InlineData("OC01", Coverage.Full, 0.40)]
    [InlineData("OC13", Coverage.Full, 0.40)]
    [InlineData("OC13", Coverage.MainOnly, 0.35)]
    [InlineData("OC13", Coverage.Unknown, 0.35)]
    [InlineData("OC17", Coverage.Unknown, 0.40)]
    public void Absence_can_only_be_claimed_over_complete_coverage(string code, Coverage coverage, double expected) => Assert.Equal(expected, Of(code, coverage));

    [Fact]
    public void An_admission_lifts_the_cap_of_absence() => Assert.Equal(0.40, Of("OC13", Coverage.Unknown, admitted: true));

    [Fact]
    public void Only_the_subtype_none_of_a_mismatch_is_an_absence()
    {
        Assert.Equal(0.35, Of("OC10", Coverage.Unknown, subtype: "none"));
        Assert.Equal(0.40, Of("OC10", Coverage.Unknown, subtype: "citation"));
    }

    [Fact]
    public void An_incomplete_search_and_an_incomplete_reference_list_cap()
    {
        Assert.Equal(0.30, Of("OC01", Coverage.Full, complete: false));
        Assert.Equal(0.35, Of("OC17", Coverage.Full, caps: "reference_list_incomplete"));
    }

    [Theory]
    [InlineData(19, 19, 0.40)]
    [InlineData(20, 20, 0.70)]
    [InlineData(40, 60, 0.5408)]
    [InlineData(5, 60, 0.40)]
    public void From_twenty_labelled_cases_on_the_wilson_bound_sets_the_start(int right, int total, double expected)
    {
        var options = new FlagsOptions { Labelled = { ["OC01"] = new(right, total) } };
        Assert.Equal(expected, Of("OC01", Coverage.Full, options), 3);
    }

    [Fact]
    public void Two_readers_are_surer_than_one_and_surest_where_a_second_reading_answers_nothing()
    {
        FlagSupport[] supports = [FlagSupport.Rules, FlagSupport.Model, FlagSupport.Both, FlagSupport.BothUpheld];
        Assert.Equal([0.40, 0.45, 0.70, 0.85], supports.Select(support => Of("OC01", Coverage.Full, support: support)));
    }

    [Fact]
    public void A_cap_of_the_code_holds_above_a_measured_start() =>
        Assert.Equal(0.60, Of("OC05", Coverage.Full, new() { Labelled = { ["OC05"] = new(500, 500) } }), 3);

    [Fact]
    public void The_terms_name_every_cap_that_applies()
    {
        var dossier = new DossierBuilder().With(Coverage.Unknown).Paper(text => text.States(Place.Title, "A claim.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)).Build();
        var terms = new ConfidenceRule(Taxonomy, new()).Of(FlagSupport.Rules, Taxonomy["OC13"], new(dossier.Claims.Single()), dossier, searchComplete: false, admitted: false);
        Assert.Equal(["exculpation_incomplete", "absence_without_full_coverage"], terms.Caps.Select(cap => cap.Name).Intersect(["exculpation_incomplete", "absence_without_full_coverage"]));
        Assert.Equal(terms.Caps.Min(cap => cap.Value), terms.Confidence);
    }
}
