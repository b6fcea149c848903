using HypeWatch.Http;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Http;

public sealed class MiningRightsTests
{
    [Theory]
    [InlineData("tdm-reservation", "1", "<p>x", false)]
    [InlineData("tdm-reservation", "0", "<p>x", true)]
    [InlineData("X-Robots-Tag", "noai, noimageai", "<p>x", false)]
    [InlineData("X-Robots-Tag", "otherbot: noai", "<p>x", true)]
    [InlineData("X-Robots-Tag", "hypewatch: noai", "<p>x", false)]
    [InlineData("X-Robots-Tag", "noindex", "<p>x", true)]
    [InlineData("X-Other", "1", "<meta name='tdm-reservation' content='1'>", false)]
    [InlineData("X-Other", "1", "<meta content=\"index, noai\" name=robots>", false)]
    [InlineData("X-Other", "1", "<meta name='robots' content='noindex'><p>we wrote noai here", true)]
    public async Task What_is_reserved_is_left_unread_and_the_reason_is_told(string header, string value, string page, bool isRead)
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Text(page, "text/html", (header, value))));
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server));

        var answer = await http.GetAsync(server.Url("/"), HttpPurpose.Document, null, CancellationToken.None);

        Assert.Equal(isRead, answer is HttpAnswer.Fetched);
        if (!isRead) Assert.Contains("its ", Assert.IsType<HttpAnswer.Refused>(answer).Reason, StringComparison.Ordinal);
    }
}
