using System.Globalization;
using HypeWatch.Sources.Feeds;

namespace HypeWatch.Tests.Sources.Feeds;

public sealed class FeedInstantTests
{
    [Theory]
    [InlineData("2026-03-02T10:11:12Z", "2026-03-02T10:11:12")]
    [InlineData("2026-03-02T10:11:12.345+02:00", "2026-03-02T08:11:12")]
    [InlineData("2026-03-02T10:11-0500", "2026-03-02T15:11:00")]
    [InlineData("2026-03-02 10:11:12", "2026-03-02T10:11:12")]
    [InlineData("20260302T101112Z", "2026-03-02T10:11:12")]
    [InlineData("2026-03", "2026-03-01T00:00:00")]
    [InlineData("2026-061", "2026-03-02T00:00:00")]
    [InlineData("Mon, 02 Mar 2026 10:11:12 GMT", "2026-03-02T10:11:12")]
    [InlineData("Mon, 2 Mar 26 10:11 EST", "2026-03-02T15:11:00")]
    [InlineData("02 March 2026 10:11:12 +0100", "2026-03-02T09:11:12")]
    [InlineData("Mon Mar  2 10:11:12 2026", "2026-03-02T10:11:12")]
    [InlineData("Mar 2, 2026 1:05 PM", "2026-03-02T13:05:00")]
    [InlineData("Mon, 02 Mar 2026 24:00:00 GMT", "2026-03-03T00:00:00")]
    [InlineData("Mon, 02-Mar-2026 10:11:12 PDT", "2026-03-02T17:11:12")]
    [InlineData("Mon, 02 Mar 2026 10:11:12 GMT+0200", "2026-03-02T08:11:12")]
    [InlineData("Mon, 02 Mar 2026 10:11:12 UTC-05:00", "2026-03-02T15:11:12")]
    [InlineData("Mon, 02 Mar 2026 10:11:12 GMT+2", "2026-03-02T08:11:12")]
    [InlineData("Mon Mar 02 2026 10:11:12 GMT+0200 (Central European Summer Time)", "2026-03-02T08:11:12")]
    [InlineData("02 Mar 2026 10:11:12 +5:30", "2026-03-02T04:41:12")]
    [InlineData("02 Mar 2026 10:11:12 +530", "2026-03-02T04:41:12")]
    [InlineData("02 Mar 2026 10:11:12 -3", "2026-03-02T13:11:12")]
    [InlineData("2026-03-02T10:11:12+5:30", "2026-03-02T04:41:12")]
    [InlineData("2026-03-02 10:11:12 GMT+0200", "2026-03-02T08:11:12")]
    [InlineData("2026-03-02 10:11:12 UTC+02", "2026-03-02T08:11:12")]
    public void An_instant_is_read_as_stated_whatever_its_form(string stated, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture), FeedInstant.Find(stated));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("31 Feb 2026")]
    [InlineData("Mon, 02 Mar 2026 25:00:00 GMT")]
    [InlineData("99999999999999999999999999")]
    public void What_is_no_instant_is_none(string stated) => Assert.Null(FeedInstant.Find(stated));
}
