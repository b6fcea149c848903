using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>OC20 and OC21: who made a claim stronger, and what got lost.</summary>
public class PropagationFlagTests
{
    private static DossierBuilder Pair(string downstream, Strength strength, Certainty certainty, string published = "2025-03-05", AssertMode mode = AssertMode.Asserts) => new DossierBuilder()
        .Paper(paper => paper.States(Place.Abstract, "We found a latent that fires on some lies.", ClaimType.Existence, Strength.Existence, Certainty.Plain))
        .News(news => news.States(Place.Headline, downstream, ClaimType.Existence, strength, certainty, mode: mode), published);

    [Fact]
    public void The_later_text_owns_what_it_adds()
    {
        var flag = Assert.Single(Pair("Lies of machines are now plain to see", Strength.Closure, Certainty.Emphatic).Edge(0, 1).Raised("OC20"));
        Assert.Equal(("Daily Example", 4, 5), (flag.Asserter, flag.Gap, flag.Severity));
        Assert.Equal(["claim", "upstream"], flag.Quotes.Select(quote => quote.Role));
    }

    [Fact]
    public void A_shorter_text_that_is_no_stronger_is_fair() =>
        Assert.Empty(Pair("A latent fires on some lies", Strength.Existence, Certainty.Plain).Edge(0, 1).Raised("OC20"));

    [Fact]
    public void An_older_memo_is_not_blamed_on_the_newer_paper()
    {
        var flags = Pair("Lies of machines are now plain to see", Strength.Closure, Certainty.Emphatic, "2024-11-01").Edge(0, 1).Assess().Flags.Where(flag => flag.Code == "OC20");
        var flag = Assert.Single(flags);
        Assert.Equal(FlagStatus.Suppressed, flag.Status);
        Assert.Contains(flag.Exculpations, found => found is { Kind: ExculpationKind.Chronology, Verdict: ExculpationVerdict.Clears });
    }

    [Fact]
    public void What_the_source_said_in_the_same_words_is_the_sources() =>
        Assert.Empty(Pair("Lies of machines are now plain to see", Strength.Closure, Certainty.Emphatic).Edge(0, 1, owner: ExcessOwner.Upstream).Raised("OC20"));

    [Fact]
    public void A_quoted_person_owns_the_quoted_words() =>
        Assert.Empty(Pair("Lies of machines are now plain to see", Strength.Closure, Certainty.Emphatic, mode: AssertMode.QuotesOther).Edge(0, 1).Raised("OC20"));

    [Theory]
    [InlineData("Latents find lies in models", 1)]
    [InlineData("Latents find lies, though only in short prompts", 0)]
    public void A_dropped_caveat_that_changes_the_outcome_is_flagged_on_who_dropped_it(string downstream, int flags)
    {
        var raised = new DossierBuilder()
            .Paper(paper => paper.States(Place.Abstract, "Latents find lies.", ClaimType.Utility, Strength.Regularity, Certainty.Plain)
                .Limits(Place.Abstract, "On long prompts they fire at random.", CaveatKind.NegativeResult))
            .News(news =>
            {
                news.States(Place.Headline, downstream, ClaimType.Utility, Strength.Regularity, Certainty.Plain);
                if (flags == 0) news.Within("only in short prompts", CaveatKind.Scope);
            })
            .Edge(0, 1).Raised("OC21");
        Assert.Equal(flags, raised.Count);
        Assert.All(raised, flag => Assert.Equal(("Daily Example", 4), (flag.Asserter, flag.Severity)));
    }
}
