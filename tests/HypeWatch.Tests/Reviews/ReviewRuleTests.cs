using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Reviews;

namespace HypeWatch.Tests.Reviews;

public sealed class ReviewRuleTests
{
    private static readonly ReviewRule Rule = new(ActorList.Load());

    private static readonly AssessedFlag Serious = new(new("flg-1"), FlagStatus.Open, 4, "Anthropic", "Anthropic");

    private static ReviewEntry By(string reviewer, ReviewVerdict verdict, string affiliation = "none", int? severity = null, string? owner = null) =>
        new(Serious.Id, reviewer, affiliation, new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), verdict, verdict is ReviewVerdict.Dismiss ? ReviewReason.NotAClaim : null, severity, owner, null);

    [Fact]
    public void A_flag_without_reviews_stands_as_the_rules_left_it() => Assert.Equal(new(FlagStatus.Open, 4, "Anthropic", null), Rule.Of(Serious, []));

    [Fact]
    public void A_serious_flag_is_confirmed_by_one_and_waits_for_a_second() =>
        Assert.Equal(new(FlagStatus.Confirmed, 4, "Anthropic", ReviewWait.SecondReview), Rule.Of(Serious, [By("a", ReviewVerdict.Confirm)]));

    [Fact]
    public void Two_reviewers_settle_a_serious_flag() => Assert.Null(Rule.Of(Serious, [By("a", ReviewVerdict.Confirm), By("b", ReviewVerdict.Confirm)]).Waiting);

    [Fact]
    public void A_minor_flag_needs_one_reviewer() =>
        Assert.Equal(new(FlagStatus.Confirmed, 2, "Anthropic", null), Rule.Of(Serious with { Severity = 2 }, [By("a", ReviewVerdict.Confirm)]));

    [Fact]
    public void The_same_reviewer_twice_is_one_reviewer_whose_latest_word_counts()
    {
        Assert.Equal(ReviewWait.SecondReview, Rule.Of(Serious, [By("a", ReviewVerdict.Confirm), By("A", ReviewVerdict.Confirm)]).Waiting);
        Assert.Equal(FlagStatus.Dismissed, Rule.Of(Serious, [By("a", ReviewVerdict.Confirm), By("a", ReviewVerdict.Dismiss)]).Status);
    }

    [Fact]
    public void Asking_for_more_takes_a_verdict_back() => Assert.Equal(FlagStatus.Open, Rule.Of(Serious, [By("a", ReviewVerdict.Dismiss), By("a", ReviewVerdict.NeedsInfo)]).Status);

    [Fact]
    public void One_against_one_decides_nothing() =>
        Assert.Equal(new(FlagStatus.Open, 4, "Anthropic", ReviewWait.Disagreement), Rule.Of(Serious, [By("a", ReviewVerdict.Confirm), By("b", ReviewVerdict.Dismiss)]));

    [Fact]
    public void The_majority_decides() =>
        Assert.Equal(FlagStatus.Dismissed, Rule.Of(Serious, [By("a", ReviewVerdict.Confirm), By("b", ReviewVerdict.Dismiss), By("c", ReviewVerdict.Dismiss)]).Status);

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("anthropic pbc")]
    [InlineData("OpenAI")]
    public void The_own_organisation_or_a_rival_never_decides_alone(string affiliation)
    {
        Assert.Equal(new(FlagStatus.Open, 4, "Anthropic", ReviewWait.IndependentReview), Rule.Of(Serious, [By("a", ReviewVerdict.Dismiss, affiliation)]));
        Assert.Equal(FlagStatus.Dismissed, Rule.Of(Serious, [By("a", ReviewVerdict.Dismiss, affiliation), By("b", ReviewVerdict.Dismiss)]).Status);
    }

    [Fact]
    public void Who_is_neither_decides_alone() => Assert.Equal(FlagStatus.Dismissed, Rule.Of(Serious, [By("a", ReviewVerdict.Dismiss, "EleutherAI")]).Status);

    [Fact]
    public void A_reduction_lowers_the_severity_and_never_raises_it()
    {
        Assert.Equal(new(FlagStatus.Reduced, 2, "Anthropic", null), Rule.Of(Serious, [By("a", ReviewVerdict.Reduce, severity: 2)]));
        Assert.Equal(4, Rule.Of(Serious, [By("a", ReviewVerdict.Reduce, severity: 5)]).Severity);
    }

    [Fact]
    public void A_flag_can_be_given_to_another_owner() =>
        Assert.Equal(new(FlagStatus.Reattributed, 4, "The Daily Reader", ReviewWait.SecondReview), Rule.Of(Serious, [By("a", ReviewVerdict.Reattribute, owner: "The Daily Reader")]));

    [Fact]
    public void What_a_later_version_mended_stays_mended() =>
        Assert.Equal(FlagStatus.SupersededFixed, Rule.Of(Serious with { Status = FlagStatus.SupersededFixed }, [By("a", ReviewVerdict.Confirm)]).Status);
}
