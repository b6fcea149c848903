using System.Text.Json;
using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

public sealed class JsonTextTests
{
    private static readonly string Body = string.Concat(Enumerable.Repeat("<p>The otter turns the gear, and nobody knows why it does so.</p>", 8));

    [Fact]
    public async Task The_answer_of_an_api_with_one_post_is_read_as_that_post()
    {
        var json = JsonSerializer.Serialize(new { data = new { post = new { result = new { title = "Gears", postedAt = "2024-05-06T10:00:00Z", user = new { displayName = "Ada Ruiz" }, contents = new { html = Body } } } } });
        var version = await ReadText.VersionAsync("post.json", json);
        Assert.Equal(("Gears", "2024-05-06"), (version.Document.Title, version.Document.Published.ToString()));
        Assert.Equal(["Ada Ruiz"], version.Document.Authors);
        Assert.Contains("nobody knows why", version.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dump_of_several_posts_is_no_document()
    {
        var json = JsonSerializer.Serialize(new { results = new[] { new { title = "A", htmlBody = Body }, new { title = "B", htmlBody = Body } } });
        Assert.True(Assert.IsType<Unreadable>(await ReadText.OutcomeAsync("posts.json", json)).IsSkip);
    }
}
