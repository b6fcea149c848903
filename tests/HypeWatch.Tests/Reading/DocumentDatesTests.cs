using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

public sealed class DocumentDatesTests
{
    [Theory]
    [InlineData("Jul 7, 2026", "2026-07-07")]
    [InlineData("July 7, 2026", "2026-07-07")]
    [InlineData("Published / 16 April 2025", "2025-04-16")]
    [InlineData("2026-06-18", "2026-06-18")]
    [InlineData("2024-06-11 23:46:58 -0600", "2024-06-12")]
    [InlineData("February 2026", "2026-02")]
    [InlineData("2025", "2025")]
    [InlineData("Sept. 3rd, 2024", "2024-09-03")]
    public void A_stated_date_is_read_with_its_precision(string text, string expected) => Assert.Equal(expected, DocumentDates.Stated(text, "test")?.ToString());

    [Theory]
    [InlineData("soon")]
    [InlineData("February 31, 2024")]
    [InlineData("Mayor 2024x")]
    [InlineData("")]
    public void What_is_no_date_stays_unknown(string text) => Assert.Null(DocumentDates.Stated(text, "test"));

    [Theory]
    [InlineData("https://x.example/2024/05/21/title", "2024-05-21")]
    [InlineData("https://x.example/2025-10-13-title", "2025-10-13")]
    [InlineData("https://x.example/2023-05-32-title.md", "2023-05")]
    [InlineData("https://x.example/2024/scaling/", "2024")]
    [InlineData("https://arxiv.org/abs/2405.14860", "2024-05")]
    [InlineData("https://x.example/posts/20245/a", null)]
    [InlineData("https://x.example/title", null)]
    public void An_address_can_tell_a_date(string url, string? expected) => Assert.Equal(expected, DocumentDates.InAddress(url)?.ToString());
}
