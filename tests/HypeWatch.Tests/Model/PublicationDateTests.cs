using HypeWatch.Model;

namespace HypeWatch.Tests.Model;

public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("2024-05-21", "2024-05-21", true)]
    [InlineData("2023-10", "2024-05-21", true)]
    [InlineData("2024-05-21", "2023", false)]
    [InlineData("2024-05", "2024-05-21", null)]
    [InlineData("2024", "2024-05", null)]
    public void Order_is_decided_only_where_the_bounds_decide_it(string upstream, string downstream, bool? expected) =>
        Assert.Equal(expected, Read(upstream).IsOnOrBefore(Read(downstream)));

    [Fact]
    public void An_unknown_date_decides_nothing() => Assert.Null(PublicationDate.Unknown.IsOnOrBefore(Read("2024-05-21")));

    [Theory]
    [InlineData("2024-05-21T23:30:00-05:00", "2024-05-22")]
    [InlineData("2024-02", "2024-02")]
    [InlineData("2024", "2024")]
    public void Iso_forms_keep_their_precision_and_turn_to_utc(string text, string expected) => Assert.Equal(expected, Read(text).ToString());

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("May 21, 2024")]
    public void Other_forms_are_refused(string text) => Assert.Null(PublicationDate.TryParseIso(text, "test"));

    private static PublicationDate Read(string text) => PublicationDate.TryParseIso(text, "test")!;
}
