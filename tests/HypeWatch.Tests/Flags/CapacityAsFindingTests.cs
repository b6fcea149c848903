using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>OC23 capacity: a size that was trained, told as a number of things found.</summary>
public sealed class CapacityAsFindingTests
{
    private static IReadOnlyList<Flag> Told(string report, string source = "We trained dictionaries of 8,388,608 (~8M) features on the middle layer.", string more = "Half of the tokens came from books.") => new DossierBuilder()
        .Paper(paper => paper.Say(Place.Method, source).Say(Place.Results, more))
        .News(news => news.States(Place.Body, report, ClaimType.Quantitative, Strength.Existence, Certainty.Plain)).Raised("OC23");

    [Theory]
    [InlineData("The team found 8 million features inside the model.")]
    [InlineData("It discovered roughly 8.4 million interpretable features.")]
    [InlineData("More than that, 8M features were extracted from the network.")]
    public void A_trained_size_told_as_found_is_flagged_on_who_tells_it_so(string report)
    {
        var flag = Assert.Single(Told(report));
        Assert.Equal(("Daily Example", "capacity"), (flag.Asserter, flag.Subtype));
        Assert.Equal(["claim", "upstream"], flag.Quotes.Select(quote => quote.Role));
    }

    [Theory]
    [InlineData("The team trained a dictionary of 8 million features.")]
    [InlineData("Learning 8 million features on a chat model.")]
    [InlineData("The team found 12 features inside the model.")]
    [InlineData("The team found 3 million features inside the model.")]
    [InlineData("Users found 8 million features of the product useful.")]
    [InlineData("Another group found 8 million features in its own model.")]
    [InlineData("The lab identified 8 million features, of which 65% were dead.")]
    public void A_size_told_as_a_size_and_other_numbers_are_fair(string report) => Assert.Empty(Told(report));

    [Fact]
    public void What_the_source_counts_as_found_too_is_repeated_fairly() =>
        Assert.Empty(Told("The team found 8 million features inside the model.", more: "We found about 8 million features in all."));

    [Fact]
    public void The_sources_own_count_of_those_in_use_is_quoted()
    {
        var flag = Assert.Single(Told("The team found 8 million features inside the model.", more: "In the largest run 65% of the features were dead."));
        Assert.Contains("65% of the features were dead", flag.Rationale, StringComparison.Ordinal);
    }
}
