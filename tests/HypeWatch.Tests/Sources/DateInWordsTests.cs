using HypeWatch.Sources;

namespace HypeWatch.Tests.Sources;

public sealed class DateInWordsTests
{
    [Theory]
    [InlineData("2026-06-18", "2026-06-18")]
    [InlineData("2026-06-18T23:30:00-08:00", "2026-06-19")]
    [InlineData("2026-06-18T10:00:00Z", "2026-06-18")]
    [InlineData("2026-06", "2026-06")]
    [InlineData("2026", "2026")]
    [InlineData("Thu, 19 Sep 2024 00:00:00 +0000", "2024-09-19")]
    [InlineData("Thu, 19 Sep 2024 23:30:00 -0800", "2024-09-20")]
    [InlineData("Thu, 19 Sep 2024 23:30:00 EST", "2024-09-20")]
    [InlineData("Thu, 19 Sep 2024 23:30:00 PDT", "2024-09-20")]
    [InlineData("Thu, 19 Sep 2024 00:30:00 CEST", "2024-09-18")]
    [InlineData("Thu, 19 Sep 2024 23:30:00 GMT", "2024-09-19")]
    [InlineData("Thu, 19 Sep 2024 23:30:00 XYZ", "2024-09-19")]
    [InlineData("19 Sep 24 10:00 UT", "2024-09-19")]
    [InlineData("19 Sep 98 10:00:00 Z", "1998-09-19")]
    [InlineData("Thursday, 19-Sep-2024 10:00:00 GMT", "2024-09-19")]
    [InlineData("Thu, 19 Sep 2024 99:99:99 GMT", "2024-09-19")]
    [InlineData("Fri, 9 January 2026", "2026-01-09")]
    [InlineData("Jul 7, 2026", "2026-07-07")]
    [InlineData("July 7th, 2026", "2026-07-07")]
    [InlineData("Sept. 3, 2025", "2025-09-03")]
    [InlineData("16 April 2025", "2025-04-16")]
    [InlineData("3rd May 2025", "2025-05-03")]
    [InlineData("February 2026", "2026-02")]
    [InlineData("Interpretability · Mar 27, 2025", "2025-03-27")]
    [InlineData("TeamMar 27, 2025Title", "2025-03-27")]
    [InlineData("Posted on 2025-03-27 by a person", "2025-03-27")]
    [InlineData("31 Feb 2026", "2026-02")]
    [InlineData("Marketing 2026", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Dates_are_read_in_the_forms_that_sources_use(string? text, string? expected) =>
        Assert.Equal(expected, DateInWords.Find(text, "feed")?.ToString());

    [Fact]
    public void A_long_hostile_text_is_no_trouble() => Assert.Null(DateInWords.Find(string.Concat(Enumerable.Repeat("1 jan ", 1_000_000)), "feed"));
}
