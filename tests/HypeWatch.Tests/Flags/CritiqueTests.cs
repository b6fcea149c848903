using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>What critics say of a release is kept as theirs, with what was answered; what they quote is read as the words of whoever said them.</summary>
public sealed class CritiqueTests
{
    private const string Words = "Lantern units lay open large models";

    private static readonly Scope Wide = new(5, null, null, null, true);

    private static DossierBuilder Release(Action<DocumentBuilder> critique, DocumentKind kind = DocumentKind.Blog) => new DossierBuilder().With(Coverage.MainOnly)
        .Paper(paper => paper.States(Place.Results, "In 40 prompts of one layer of one small model the lantern units fired.", ClaimType.Existence, Strength.Existence, Certainty.Plain, new(1, null, null, null, false)))
        .Add(kind, DocumentRelation.ThirdParty, "Robin Example", critique, "2025-03-04");

    private static IReadOnlyList<Flag> Accused(DossierBuilder builder) => [.. builder.Assess().Flags.Where(flag => flag.RaisedBy == RaisedBy.Critic)];

    private static DocumentBuilder Quoting(DocumentBuilder critique, string sentence) =>
        critique.Quotes(Place.Body, sentence, Words, "Lab A", ClaimType.Generalisation, Strength.Regularity, Certainty.Plain, Wide);

    [Fact]
    public void A_claim_that_a_critic_quotes_and_calls_oversold_is_a_candidate_of_the_critic()
    {
        var flag = Assert.Single(Accused(Release(critique => Quoting(critique, $"The post oversells what was done: \u201c{Words}.\u201d"))));
        Assert.Equal(("OC02", "Lab A", FlagStatus.Candidate), (flag.Code, flag.Asserter, flag.Status));
        Assert.True(flag.Confidence <= 0.3);
        Assert.Contains(flag.Quotes, quote => quote.Role == "accusation");
        Assert.Contains("Robin Example writes", flag.Rationale, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The examples in the paper are not cherry-picked, as some feared.")]
    [InlineData("Others have done well on certain non-cherry-picked tasks of the paper.")]
    [InlineData("Nobody can say that the paper overclaims.")]
    [InlineData("If the paper were cherry-picked, there would be no limitations section.")]
    [InlineData("Some people call the paper cherry-picked, but they are wrong.")]
    [InlineData("The authors didn't cherry-pick anything in the paper.")]
    public void A_fault_that_is_denied_is_no_accusation(string sentence) =>
        Assert.Empty(Accused(Release(critique => critique.States(Place.Body, sentence, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain))));

    [Fact]
    public void A_fault_that_is_found_in_something_else_is_not_held_against_the_release() =>
        Assert.Empty(Accused(Release(critique => critique.States(Place.Body, "Much of the stock market is overhyped.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain))));

    [Fact]
    public void An_accusation_without_a_quoted_claim_stands_on_the_critics_sentence_and_is_about_the_release()
    {
        var flag = Assert.Single(Accused(Release(critique => critique.States(Place.Body, "The paper rests on cherry-picked examples.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain))));
        Assert.Equal(("OC04", "Lab A"), (flag.Code, flag.Asserter));
    }

    [Theory]
    [InlineData("Their messaging directly led to this viral claim on interpretability.", "OC06", null)]
    [InlineData("Their messaging seems to have led to this viral claim on interpretability.", null, Certainty.Tentative)]
    [InlineData("Anthropic orchestrated a news story to go with the interpretability paper.", "OC10", null)]
    [InlineData("Anthropic has not orchestrated any news story on interpretability.", null, null)]
    [InlineData("The team staged its roll-out over a week.", null, null)]
    [InlineData("Anthropic deliberately trained a model with a planted backdoor for interpretability.", null, null)]
    public void A_critic_who_says_what_words_led_to_or_what_others_meant_must_point_to_something(string sentence, string? code, Certainty? certainty)
    {
        var flags = Release(critique => critique.States(Place.Body, sentence, ClaimType.CausalEffect, Strength.Regularity, certainty ?? Certainty.Plain)).Raised()
            .Where(flag => flag.RaisedBy == RaisedBy.System && flag.Code is "OC06" or "OC10").ToList();
        Assert.Equal(code is null ? [] : [code], flags.Select(flag => flag.Code));
        Assert.All(flags, flag => Assert.Equal("Robin Example", flag.Asserter));
        Assert.DoesNotContain(Release(critique => critique.States(Place.Body, sentence, ClaimType.CausalEffect, Strength.Regularity, Certainty.Plain).Links(sentence[..5], "https://example.org/9")).Raised(), flag => flag.Code is "OC06" or "OC10");
    }

    [Fact]
    public void What_others_are_told_to_have_said_is_not_held_against_the_teller() => Assert.DoesNotContain(Release(critique => critique.States(
        Place.Body, "Their messaging was followed by a claim in a memo that \u201crecent work has resolved the black box of all models, thereby ensuring that they are safe for everyone\u201d.", ClaimType.SafetyImplication, Strength.Closure, Certainty.Plain))
        .Raised(), flag => flag.Asserter == "Robin Example");

    [Fact]
    public void Quoted_words_that_stand_in_the_release_are_its_own_claim_there()
    {
        var flag = Assert.Single(Accused(Release(critique => critique.States(
            Place.Body, "\u201cIn 40 prompts of one layer of one small model the lantern units fired\u201d oversells the evidence.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain))));
        Assert.Equal(("OC02", "Lab A", "In 40 prompts of one layer of one small model the lantern units fired."), (flag.Code, flag.Asserter, flag.Quotes[0].Quote));
    }

    [Fact]
    public void What_a_critic_quotes_of_the_release_is_examined_and_stays_a_candidate()
    {
        var flag = Assert.Single(Release(critique => Quoting(critique, $"Their post says: \u201c{Words}.\u201d")).Raised("OC01"));
        Assert.Equal((RaisedBy.System, "Lab A", FlagStatus.Candidate), (flag.RaisedBy, flag.Asserter, flag.Status));
        Assert.Contains("known only as Robin Example quotes them", flag.Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void Hedges_of_the_text_around_a_quotation_are_not_the_quoteds()
    {
        var flag = Assert.Single(Release(critique => Quoting(critique, $"It might perhaps seem that in a small model it could be so, but they say: \u201c{Words}.\u201d")).Raised("OC01"));
        Assert.DoesNotContain(flag.Exculpations, found => found.Kind == ExculpationKind.SameSentenceHedge);
    }

    [Fact]
    public void Words_of_somebody_who_does_not_speak_in_public_are_nobodys_claim() =>
        Assert.Empty(Release(critique => critique.Quotes(Place.Body, $"My neighbour says: \u201c{Words}.\u201d", Words, "Sam Neighbour", ClaimType.Generalisation, Strength.Regularity, Certainty.Plain, Wide)).Raised("OC01"));

    [Fact]
    public void What_commenters_answer_stands_beside_the_flag_with_what_was_granted()
    {
        var flag = Assert.Single(Accused(Release(critique => Quoting(critique, $"The post oversells what was done: \u201c{Words}.\u201d")
            .By("reader-one").Say(Place.Comment, "This criticism is unfair, since the lab has been clear that most of it is open.")
            .By("robin").Say(Place.Comment, "Fair point, and thanks.")
            .By("reader-two").Say(Place.Comment, "I read it on the train."))));
        Assert.Equal([CounterargumentKind.Evidence, CounterargumentKind.Concession], flag.Counterarguments.Select(answer => answer.Kind));
        Assert.All(flag.Counterarguments, answer => Assert.Equal("a commenter", answer.ArguerRole));
    }

    [Fact]
    public void A_grant_is_kept_once_however_many_disputed_before_it_and_a_denied_one_is_none()
    {
        var flag = Assert.Single(Accused(Release(critique => Quoting(critique, $"The post oversells what was done: \u201c{Words}.\u201d")
            .By("reader-one").Say(Place.Comment, "This criticism is unfair to the lab.")
            .By("reader-two").Say(Place.Comment, "I disagree with this criticism too.")
            .By("robin").Say(Place.Comment, "Fair point, and thanks.")
            .By("reader-three").Say(Place.Comment, "That is not entirely fair to you."))));
        Assert.Equal(1, flag.Counterarguments.Count(answer => answer.Kind == CounterargumentKind.Concession));
    }

    [Fact]
    public void Limitations_of_the_release_speak_for_it_where_only_a_critic_quotes_the_claim()
    {
        var release = new DossierBuilder().With(Coverage.MainOnly)
            .Paper(paper => paper.States(Place.Results, "In 40 prompts of one layer of one small model the lantern units fired.", ClaimType.Existence, Strength.Existence, Certainty.Plain, new(1, null, null, null, false))
                .Limits(Place.Limitations, "Whether lantern units lay open anything in large models is unknown.", CaveatKind.Scope))
            .Add(DocumentKind.Blog, DocumentRelation.ThirdParty, "Robin Example", critique => Quoting(critique, $"Their post says: \u201c{Words}.\u201d"), "2025-03-04");
        Assert.Contains(Assert.Single(release.Raised("OC01")).Exculpations, found => found.Text.Contains("is unknown", StringComparison.Ordinal));
    }

    [Fact]
    public void A_commenter_who_quotes_is_named_by_role()
    {
        var flag = Assert.Single(Release(critique => critique.Say(Place.Body, "A post on lanterns.").By("sam")
            .Quotes(Place.Comment, $"They say: \u201c{Words}.\u201d", Words, "Lab A", ClaimType.Generalisation, Strength.Regularity, Certainty.Plain, Wide)).Raised("OC01"));
        Assert.Contains("known only as a commenter quotes them", flag.Rationale, StringComparison.Ordinal);
        Assert.DoesNotContain("sam quotes", flag.Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_about_something_else_answers_nothing() => Assert.Empty(Assert.Single(Accused(Release(critique => Quoting(critique, $"The post oversells what was done: \u201c{Words}.\u201d")
        .By("reader-one").Say(Place.Comment, "I disagree with the comment above about trains.")))).Counterarguments);
}
