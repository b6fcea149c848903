using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Model;

public sealed class PromiseTests
{
    private static readonly DateOnly Said = new(2031, 3, 10);

    [Theory]
    [InlineData("We will publish all weights by the end of 2031.", "2031-12-31")]
    [InlineData("We will share the probes in June 2031.", "2031-06-30")]
    [InlineData("We plan to test it before Q3 2032.", "2032-09-30")]
    [InlineData("We will measure recall in early 2032.", "2032-04-30")]
    [InlineData("We will release the code within six months.", "2031-09-10")]
    [InlineData("We will report in the next 2 weeks.", "2031-03-24")]
    [InlineData("We will test larger models next year.", "2032-12-31")]
    [InlineData("We will test larger models later this year.", "2031-12-31")]
    [InlineData("We will test larger models in the coming months.", "2032-03-10")]
    [InlineData("We will test larger models.", null)]
    [InlineData("We tested 2031 prompts.", null)]
    public void The_last_day_that_the_words_allow_is_reckoned_from_the_day_of_publication(string words, string? due) =>
        Assert.Equal(due is null ? null : DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture), Promise.DueOf(words, Said));

    private static Promise? Of(string words, ClaimType type = ClaimType.Aspiration, AssertMode mode = AssertMode.Aspires, Polarity polarity = Polarity.Positive, string? published = "2031-03-10")
    {
        var version = Versions.Of("https://example.org/a", words);
        return Promise.Of(
            Claim.Cut(version, new(0, words.Length), new([type], Strength.Aspiration, Certainty.Plain, Scope.Unknown, "Lab Alder", Place.Body, 0.5, null, polarity, mode), new("test", "1")),
            PublicationDate.TryParseIso(published, "test") ?? PublicationDate.Unknown);
    }

    [Fact]
    public void Promised_work_that_names_a_test_or_a_day_is_a_commitment()
    {
        Assert.Equal((null, true), (Of("In future work we will evaluate the method on larger models.")!.DueOn, Of("In future work we will evaluate the method on larger models.")!.IsTest));
        Assert.True(Of("All probes will be released with the code.")!.IsTest);
        Assert.True(Of("We plan to open-source the probes.")!.IsTest);
        Assert.Equal(new DateOnly(2031, 12, 31), Of("We plan to finish the map by 2031.")!.DueOn);
    }

    [Theory]
    [InlineData("We hope that this helps with steering.", ClaimType.Aspiration, AssertMode.Aspires)]
    [InlineData("We will understand models one day.", ClaimType.Aspiration, AssertMode.Aspires)]
    [InlineData("It seems likely that views will change in the coming months.", ClaimType.Aspiration, AssertMode.Aspires)]
    [InlineData("In Section 4 we will evaluate the method.", ClaimType.Aspiration, AssertMode.Asserts)]
    [InlineData("Sieves aim to report readable features.", ClaimType.Aspiration, AssertMode.Aspires)]
    [InlineData("Critics say that they will test it next year.", ClaimType.Aspiration, AssertMode.ReportsOther)]
    [InlineData("We will show that it works by 2031.", ClaimType.Utility, AssertMode.Asserts)]
    public void Hopes_reports_and_results_are_none(string words, ClaimType type, AssertMode mode) => Assert.Null(Of(words, type, mode));

    [Fact]
    public void What_will_not_be_done_is_none() => Assert.Null(Of("We will not release the weights in 2031.", polarity: Polarity.Negative));

    [Fact]
    public void Without_a_day_of_publication_no_day_is_reckoned() => Assert.Null(Of("We will release the code within six months.", published: null)!.DueOn);

    [Fact]
    public void The_id_follows_from_document_and_words() => Assert.Equal(Of("We will test it next year.")!.Id, Of("We will test it next year.", mode: AssertMode.Asserts)!.Id);
}
