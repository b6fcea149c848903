using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace HypeWatch.Tests.Llm;

public sealed class PacingTests
{
    private const string Reply = "{}";

    [Fact]
    public async Task A_call_above_the_number_of_a_minute_waits_until_the_oldest_no_longer_counts()
    {
        await using var server = new ChatServer().Otherwise(_ => Reply);
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { MaxRequestsPerMinute = 2 });
        foreach (var number in Enumerable.Range(0, 5)) await AskAsync(seam, $"question {number}");
        Assert.Equal(5, server.Requests.Count);
        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)], seam.Time.Waits.Where(wait => wait == TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Tokens_that_a_call_may_need_are_kept_free_and_given_back()
    {
        await using var server = new ChatServer().Otherwise(_ => Reply);
        // The scripted server counts 1,000 tokens sent and 100 received.
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { MaxTokensPerMinute = 2_500 });
        foreach (var number in Enumerable.Range(0, 4)) await AskAsync(seam, $"question {number}", most: 1_000);
        Assert.Equal(4, server.Requests.Count);
        Assert.Single(seam.Time.Waits, wait => wait == TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_call_that_alone_is_above_the_limit_goes_out_by_itself()
    {
        await using var server = new ChatServer().Otherwise(_ => Reply);
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { MaxTokensPerMinute = 10 });
        await AskAsync(seam, "a question", most: 5_000);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_repeated_call_counts_again()
    {
        await using var server = new ChatServer().Fails(503).Otherwise(_ => Reply);
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { MaxRequestsPerMinute = 1 });
        await AskAsync(seam, "a question");
        Assert.Equal(2, server.Requests.Count);
        Assert.True(seam.Time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait) >= TimeSpan.FromMinutes(1));
    }

    private static Task<ChatResponse> AskAsync(ModelSeam seam, string question, int most = 100) =>
        seam.Chat.GetResponseAsync([new ChatMessage(ChatRole.User, question)], new() { ModelId = "scripted", MaxOutputTokens = most }, CancellationToken.None);
}
