using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

public class SeverityRuleTests
{
    private static readonly Taxonomy Taxonomy = Taxonomy.Load();

    private static readonly Finding Any = new(
        new DossierBuilder().Paper(text => text.States(Place.Title, "A claim.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)).Build().Claims.Single());

    [Fact]
    public void What_clears_the_asserter_leaves_no_severity() => Assert.Equal(0, SeverityRule.Of(Taxonomy["OC16"], Any with { Gap = 4 }, 1, 0, isCleared: true).Severity);

    // Specification 4, fixtures F1 to F8.
    [Theory]
    [InlineData("OC01", 3, 1, 2, 3)]
    [InlineData("OC01", 3, 1, 0, 5)]
    [InlineData("OC01", 1, 0, 2, 0)]
    [InlineData("OC16", 4, 1, 0, 5)]
    [InlineData("OC13", null, 0, 0, 2)]
    [InlineData("OC22", null, 1, 0, 2)]
    [InlineData("OC20", 4, 1, 0, 5)]
    [InlineData("OC02", 1, 1, 1, 2)]
    public void The_fixtures_of_the_specification_hold(string code, int? gap, int prominence, int relief, int severity) =>
        Assert.Equal(severity, SeverityRule.Of(Taxonomy[code], Any with { Gap = gap }, prominence, relief, isCleared: false).Severity);

    [Theory]
    [InlineData("OC13", 2, 1, 0, false, 3)]
    [InlineData("OC13", 4, 1, 0, false, 3)]
    [InlineData("OC13", 4, 1, 0, true, 5)]
    [InlineData("OC12", 1, 1, 0, true, 2)]
    [InlineData("OC13", 2, 1, 9, false, 0)]
    [InlineData("OC01", 5, 1, 9, false, 3)]
    public void Caps_hold_and_relief_takes_at_most_three(string code, int baseSeverity, int prominence, int relief, bool asserts, int severity) =>
        Assert.Equal(severity, SeverityRule.Of(Taxonomy[code], Any with { BaseSeverity = baseSeverity, AssertsUntestedProperty = asserts }, prominence, relief, isCleared: false).Severity);

    [Theory]
    [InlineData(DocumentKind.Paper, DocumentRelation.Primary, Place.Abstract, 1)]
    [InlineData(DocumentKind.Paper, DocumentRelation.Primary, Place.Results, 0)]
    [InlineData(DocumentKind.Paper, DocumentRelation.Primary, Place.Appendix, -1)]
    [InlineData(DocumentKind.Appendix, DocumentRelation.Appendix, Place.Results, -1)]
    [InlineData(DocumentKind.PromoSocial, DocumentRelation.PromoByOrg, Place.Social, 1)]
    [InlineData(DocumentKind.Policy, DocumentRelation.ThirdParty, Place.Policy, 1)]
    [InlineData(DocumentKind.News, DocumentRelation.ThirdParty, Place.Body, 1)]
    [InlineData(DocumentKind.Critique, DocumentRelation.Critique, Place.Body, 0)]
    public void Prominence_follows_the_place(DocumentKind kind, DocumentRelation relation, Place place, int expected)
    {
        var dossier = new DossierBuilder().Add(kind, relation, "X", text => text.States(place, "A claim.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)).Build();
        Assert.Equal(expected, SeverityRule.Prominence(new(dossier.Claims.Single()), dossier.Documents[0]));
    }

    [Fact]
    public void A_finding_about_a_whole_release_has_no_prominence()
    {
        var dossier = new DossierBuilder().Paper(text => text.States(Place.Title, "A claim.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)).Build();
        Assert.Equal(0, SeverityRule.Prominence(new Finding(dossier.Claims.Single()) { IsReleaseLevel = true }, dossier.Documents[0]));
    }

    [Fact]
    public void The_gap_is_the_largest_excess_and_the_scope_counts_less_one()
    {
        var dossier = new DossierBuilder().Paper(text => text.States(Place.Title, "A claim.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, new(5, null, 3, null))).Build();
        var claim = dossier.Claims.Single();
        var rule = new GapRule(Taxonomy);
        var support = new ClaimSupport(claim.Id, Warrant.Sample, new(1, null, 2, null), []);
        Assert.Equal(3, rule.Of(claim, support, withScope: true));
        Assert.Equal(0, rule.Of(claim, support, withScope: false));
        Assert.Equal(2, rule.Of(claim, support with { Warrant = Warrant.None }, withScope: false));
        Assert.Null(rule.Of(claim, support with { Warrant = null }, withScope: false));
    }
}
