using HypeWatch.Model;
using HypeWatch.Reviews;

namespace HypeWatch.Tests.Reviews;

public sealed class ReviewAccuracyTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CodedReview Review(int flag, string reviewer, ReviewVerdict verdict, string code = "OC01") =>
        new(new(new($"flg-{flag}"), reviewer, "none", Start.AddMinutes(flag), verdict, ReviewReason.NotAClaim, 1, null, null), code);

    [Fact]
    public void A_flag_counts_once_by_its_latest_decision()
    {
        var accuracy = Assert.Single(ReviewAccuracy.ByCode([Review(1, "a", ReviewVerdict.Confirm), Review(1, "a", ReviewVerdict.Dismiss), Review(2, "a", ReviewVerdict.Reduce), Review(3, "a", ReviewVerdict.NeedsInfo)]));
        Assert.Equal((1, 1), (accuracy.Stood, accuracy.Dismissed));
    }

    [Fact]
    public void The_interval_is_the_wilson_interval()
    {
        // Eight of ten: 0.490 to 0.943 (Wilson 1927).
        var interval = ReviewAccuracy.ByCode([.. Enumerable.Range(0, 10).Select(i => Review(i, "a", i < 8 ? ReviewVerdict.Confirm : ReviewVerdict.Dismiss))])[0].Interval;
        Assert.Equal(0.490, interval.Low, 3);
        Assert.Equal(0.943, interval.High, 3);
    }

    [Theory]
    [InlineData(30, 18, false)]
    [InlineData(30, 17, true)]
    [InlineData(29, 0, false)]
    public void A_code_pauses_when_too_few_of_its_last_thirty_stood(int reviewed, int stood, bool isPaused) =>
        Assert.Equal(isPaused, ReviewAccuracy.Paused([.. Enumerable.Range(0, reviewed).Select(i => Review(i, "a", i < stood ? ReviewVerdict.Confirm : ReviewVerdict.Dismiss))]).Contains("OC01"));

    [Fact]
    public void Only_the_last_thirty_count_towards_a_pause() =>
        Assert.Empty(ReviewAccuracy.Paused([.. Enumerable.Range(0, 60).Select(i => Review(i, "a", i < 30 ? ReviewVerdict.Dismiss : ReviewVerdict.Confirm))]));

    [Fact]
    public void Kappa_takes_chance_out_of_agreement()
    {
        // 20 both stand, 5 and 10 differ, 15 both dismissed: agreement 0.7, chance 0.5, kappa 0.4 (the textbook case of Cohen's kappa).
        List<CodedReview> reviews = [];
        for (var i = 0; i < 50; i++)
        {
            reviews.Add(Review(i, "a", i < 25 ? ReviewVerdict.Confirm : ReviewVerdict.Dismiss));
            reviews.Add(Review(i, "b", i is < 20 or >= 25 and < 35 ? ReviewVerdict.Confirm : ReviewVerdict.Dismiss));
        }

        var pair = Assert.Single(ReviewAccuracy.OfRaters(reviews));
        Assert.Equal(50, pair.Flags);
        Assert.Equal(0.7, pair.Agreement, 6);
        Assert.Equal(0.4, pair.Kappa!.Value, 6);
    }

    [Fact]
    public void Kappa_is_undefined_where_both_always_say_the_same_thing() =>
        Assert.Null(Assert.Single(ReviewAccuracy.OfRaters([Review(1, "a", ReviewVerdict.Confirm), Review(1, "b", ReviewVerdict.Confirm)])).Kappa);
}
