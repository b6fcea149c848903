using HypeWatch.Digests;

namespace HypeWatch.Tests.Digests;

public sealed class ChartPictureTests
{
    [Fact]
    public void The_same_chart_is_the_same_picture_and_other_numbers_another()
    {
        var chart = SampleDigest.Chart;
        Assert.Equal(ChartPicture.Draw(chart), ChartPicture.Draw(chart));
        Assert.NotEqual(ChartPicture.Draw(chart), ChartPicture.Draw(chart with { Rows = [.. chart.Rows.Reverse()] }));
        Assert.InRange(ChartPicture.Draw(chart).Length, 200, 20_000);
    }

    [Fact]
    public void Eight_weeks_end_with_the_digests_own_and_count_by_day()
    {
        var chart = SampleDigest.Chart;
        Assert.Equal(["14", "15", "16", "17", "18", "19", "20", "21"], chart.Weeks);
        Assert.Equal([0, 4, 0, 0, 0, 0, 0, 0], chart.Rows[0].Counts);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 12], chart.Rows[1].Counts);
    }

    [Fact]
    public void Without_flags_there_is_no_chart() => Assert.Null(DigestChart.Of(SampleDigest.Week, []));
}
