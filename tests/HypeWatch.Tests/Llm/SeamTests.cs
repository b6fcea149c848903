using HypeWatch.Llm;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace HypeWatch.Tests.Llm;

public sealed class SeamTests
{
    private static readonly ChatMessage[] Question = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "What is a neuron?")];

    [Fact]
    public async Task A_request_carries_model_key_roles_temperature_and_a_strict_schema()
    {
        await using var server = new ChatServer().Answers("""{"word":"cell"}""");
        using var seam = new ModelSeam(server.Endpoint);

        var response = await seam.Chat.GetResponseAsync(Question, Options());

        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal("Bearer secret", request.Authorization);
        Assert.Equal("scripted", request.Body.GetProperty("model").GetString());
        Assert.Equal([("system", "Be brief."), ("user", "What is a neuron?")], request.Messages);
        Assert.Equal(0, request.Body.GetProperty("temperature").GetDouble());
        Assert.False(request.Body.TryGetProperty("tools", out _));
        var format = request.Body.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.Equal("name-thing", format.GetProperty("json_schema").GetProperty("name").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.Equal(ReplySchema.Of<Named>().GetRawText(), format.GetProperty("json_schema").GetProperty("schema").GetRawText());
        Assert.Equal("""{"word":"cell"}""", response.Text);
        Assert.Equal("scripted-2026", response.ModelId);
        Assert.Equal((1000, 100), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task An_endpoint_that_stays_away_is_left_alone_and_asked_again_after_a_pause()
    {
        await using var server = new ChatServer().Fails(500).Fails(500).Fails(500).Answers("""{"word":"cell"}""");
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { Retries = 0 });
        for (var i = 0; i < BreakerChatClient.MostFailures; i++) await Assert.ThrowsAsync<LlmUnavailableException>(() => seam.Chat.GetResponseAsync(Question, Options()));

        var left = await Assert.ThrowsAsync<LlmUnavailableException>(() => seam.Chat.GetResponseAsync(Question, Options()));
        Assert.Equal((BreakerChatClient.Pause, 3), (left.RetryAfter, server.Requests.Count));

        seam.Time.Advance(BreakerChatClient.Pause);
        Assert.Equal("""{"word":"cell"}""", (await seam.Chat.GetResponseAsync(Question, Options())).Text);
    }

    [Fact]
    public async Task The_seam_says_which_model_it_is_as_the_kernel_demands()
    {
        await using var server = new ChatServer();
        using var seam = new ModelSeam(server.Endpoint);

        var metadata = Assert.IsType<ChatClientMetadata>(seam.Chat.GetService(typeof(ChatClientMetadata)));

        Assert.Equal("scripted", metadata.DefaultModelId);
        Assert.Equal(server.Endpoint, metadata.ProviderUri);
    }

    [Fact]
    public async Task A_429_is_repeated_after_the_time_the_server_asks_for()
    {
        await using var server = new ChatServer().Fails(429, "7").Answers("hello");
        using var seam = new ModelSeam(server.Endpoint);

        var response = await seam.Chat.GetResponseAsync(Question);

        Assert.Equal("hello", response.Text);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal([TimeSpan.FromSeconds(7)], seam.Time.Waits);
    }

    [Fact]
    public async Task A_retry_time_may_be_a_date()
    {
        await using var server = new ChatServer().Fails(503, "Mon, 02 Mar 2026 12:00:30 GMT").Answers("hello");
        using var seam = new ModelSeam(server.Endpoint);

        await seam.Chat.GetResponseAsync(Question);

        Assert.Equal([TimeSpan.FromSeconds(30)], seam.Time.Waits);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_server_that_stays_ill_is_given_up_after_growing_pauses(int status)
    {
        await using var server = new ChatServer().Fails(status).Fails(status).Fails(status);
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { Retries = 2 });

        var error = await Assert.ThrowsAsync<LlmUnavailableException>(() => seam.Chat.GetResponseAsync(Question));

        Assert.Contains(FormattableString.Invariant($"{status}"), error.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], seam.Time.Waits);
        Assert.Equal(1, seam.Ledger.Snapshot()["chat"].Failed);
    }

    [Fact]
    public async Task A_server_that_asks_for_an_hour_is_not_waited_for()
    {
        await using var server = new ChatServer().Fails(429, "3600");
        using var seam = new ModelSeam(server.Endpoint);

        var error = await Assert.ThrowsAsync<LlmUnavailableException>(() => seam.Chat.GetResponseAsync(Question));

        Assert.Equal(TimeSpan.FromHours(1), error.RetryAfter);
        Assert.Single(server.Requests);
        Assert.Empty(seam.Time.Waits);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task A_refused_request_is_not_repeated_and_names_the_settings(int status)
    {
        await using var server = new ChatServer().Fails(status);
        using var seam = new ModelSeam(server.Endpoint);

        var error = await Assert.ThrowsAsync<LlmRejectedException>(() => seam.Chat.GetResponseAsync(Question));

        Assert.Equal(status, error.Status);
        Assert.Contains("Llm:ApiKey", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new ChatServer().Answers("stolen");
        await using var server = new ChatServer().Redirects($"{elsewhere.Endpoint}/chat/completions");
        using var seam = new ModelSeam(server.Endpoint);

        await Assert.ThrowsAsync<LlmRejectedException>(() => seam.Chat.GetResponseAsync(Question));

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_at_the_timeout()
    {
        await using var server = new ChatServer().Hangs();
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { TimeoutSeconds = 0.3, Retries = 0 });

        var error = await Assert.ThrowsAsync<LlmUnavailableException>(() => seam.Chat.GetResponseAsync(Question));

        Assert.Contains("Llm:TimeoutSeconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled_and_not_as_a_failure_of_the_model()
    {
        await using var server = new ChatServer().Hangs();
        using var seam = new ModelSeam(server.Endpoint);
        using var source = new CancellationTokenSource();

        var call = seam.Chat.GetResponseAsync(Question, cancellationToken: source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        var server = new ChatServer();
        await server.DisposeAsync();
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { Retries = 1 });

        await Assert.ThrowsAsync<LlmUnavailableException>(() => seam.Chat.GetResponseAsync(Question));

        Assert.Single(seam.Time.Waits);
    }

    [Theory]
    [InlineData("this is not JSON")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}""")]
    [InlineData("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"tired","message":{"role":"assistant","content":"x"}}]}""")]
    [InlineData("""{"id":"x","object":"chat.completion","created":"yesterday","model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":7}}]}""")]
    public async Task An_answer_that_is_no_chat_completion_is_malformed(string body)
    {
        await using var server = new ChatServer().Sends(200, body);
        using var seam = new ModelSeam(server.Endpoint);

        await Assert.ThrowsAsync<LlmMalformedException>(() => seam.Chat.GetResponseAsync(Question));
    }

    [Fact]
    public async Task The_same_question_is_paid_for_once()
    {
        await using var server = new ChatServer().Answers("""{"word":"cell"}""").Answers("""{"word":"other"}""");
        using var seam = new ModelSeam(server.Endpoint);

        var first = await seam.Chat.GetResponseAsync(Question, Options());
        var second = await seam.Chat.GetResponseAsync(Question, Options());
        var warmer = await seam.Chat.GetResponseAsync(Question, Options(temperature: 1));

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.ModelId, second.ModelId);
        Assert.Equal(first.Usage!.InputTokenCount, second.Usage!.InputTokenCount);
        Assert.Equal("""{"word":"other"}""", warmer.Text);
        Assert.Equal(new LlmUsage(2, 1, 0, 2000, 200), seam.Ledger.Snapshot()["name-thing"]);
    }

    [Theory]
    [InlineData("""{"word":"ce""", "stop")]
    [InlineData("""{"word":"cell"}""", "length")]
    [InlineData("", "stop")]
    [InlineData("I would rather not.", "stop")]
    [InlineData("""{"word":"cell"}""", "content_filter")]
    public async Task An_incomplete_answer_is_not_kept(string text, string finish)
    {
        await using var server = new ChatServer().Answers(text, finish);
        using var seam = new ModelSeam(server.Endpoint);

        await seam.Chat.GetResponseAsync(Question, Options());

        Assert.Empty(seam.Store.All);
    }

    [Fact]
    public async Task An_answer_that_the_asker_cannot_use_is_asked_for_again()
    {
        await using var server = new ChatServer().Answers("""{"other":"cell"}""").Answers("""{"word":"cell"}""");
        using var seam = new ModelSeam(server.Endpoint);
        var options = Options();
        options.AdditionalProperties![CachingChatClient.UsableOption] = (Func<string, bool>)(text => text.Contains("word", StringComparison.Ordinal));

        await seam.Chat.GetResponseAsync(Question, options);
        Assert.Equal("""{"word":"cell"}""", (await seam.Chat.GetResponseAsync(Question, options)).Text);
        Assert.Equal("""{"word":"cell"}""", (await seam.Chat.GetResponseAsync(Question, options)).Text);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_budget_of_the_day_stops_calls_before_they_are_sent_and_returns_at_midnight()
    {
        await using var server = new ChatServer().Answers("a").Answers("b");
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { MaxTokensPerDay = 1500 });

        await seam.Chat.GetResponseAsync(Question, new() { MaxOutputTokens = 400 });
        var error = await Assert.ThrowsAsync<LlmBudgetExceededException>(() => seam.Chat.GetResponseAsync([.. Question, new(ChatRole.User, "And?")], new() { MaxOutputTokens = 400 }));
        Assert.Single(server.Requests);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), error.Until);

        seam.Time.Advance(TimeSpan.FromHours(12));
        await seam.Chat.GetResponseAsync([.. Question, new(ChatRole.User, "And?")], new() { MaxOutputTokens = 400 });
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_restart_gives_no_new_budget()
    {
        await using var server = new ChatServer();
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { MaxTokensPerDay = 1500 });
        await seam.Calls.AddAsync(new(seam.Time.GetUtcNow().AddHours(-1), "p", "m", null, CallOutcome.Answered, 1400, 95, 0), CancellationToken.None);

        await Assert.ThrowsAsync<LlmBudgetExceededException>(() => seam.Chat.GetResponseAsync(Question));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Each_call_is_written_down_with_its_cost_and_its_document_and_a_kept_answer_is_none()
    {
        await using var server = new ChatServer().Answers("a").Fails(400);
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { PriceInput = 2, PriceOutput = 10, PriceDate = new(2026, 3, 1) });
        var about = new ChatOptions { AdditionalProperties = new() { [BudgetChatClient.AboutOption] = "ver-1" } };

        await seam.Chat.GetResponseAsync(Question, about);
        await seam.Chat.GetResponseAsync(Question, about);
        await Assert.ThrowsAsync<LlmRejectedException>(() => seam.Chat.GetResponseAsync([Question[1]], about));

        var at = seam.Time.GetUtcNow();
        Assert.Equal(
            [new ModelCall(at, "chat", "scripted", "ver-1", CallOutcome.Answered, 1000, 100, 0.003), new ModelCall(at, "chat", "scripted", "ver-1", CallOutcome.Failed, 0, 0, 0)], seam.Calls.All);
    }

    [Fact]
    public async Task The_money_of_a_month_stops_calls_and_returns_on_the_first()
    {
        await using var server = new ChatServer().Answers("a").Answers("b");
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { PriceInput = 1000, PriceOutput = 1000, PriceDate = new(2026, 3, 1), MaxCostPerMonth = 1.2 });
        var budget = new LlmBudget(seam.Settings, seam.Calls, seam.Time);

        await seam.Chat.GetResponseAsync(Question, new() { MaxOutputTokens = 300 });
        Assert.Equal(BudgetLevel.Near, (await budget.NowAsync(CancellationToken.None)).Level);
        var error = await Assert.ThrowsAsync<LlmBudgetExceededException>(() => seam.Chat.GetResponseAsync([Question[1]], new() { MaxOutputTokens = 300 }));
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), error.Until);
        Assert.Equal(BudgetLevel.UsedUp, (await budget.NowAsync(CancellationToken.None)).Level);

        seam.Time.Advance(error.Left);
        Assert.Equal(BudgetLevel.Free, (await budget.NowAsync(CancellationToken.None)).Level);
        await seam.Chat.GetResponseAsync([Question[1]], new() { MaxOutputTokens = 300 });
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Calls_in_flight_together_cannot_pass_the_budget()
    {
        await using var server = new ChatServer().Hangs().Hangs();
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { MaxTokensPerDay = 1000, TimeoutSeconds = 5, Retries = 0 });
        using var source = new CancellationTokenSource();

        var first = seam.Chat.GetResponseAsync(Question, new() { MaxOutputTokens = 600 }, source.Token);
        await Assert.ThrowsAsync<LlmBudgetExceededException>(() => seam.Chat.GetResponseAsync([Question[1]], new() { MaxOutputTokens = 600 }));

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_streamed_call_passes_through_the_decorators_too()
    {
        await using var server = new ChatServer().Answers("hello");
        using var seam = new ModelSeam(server.Endpoint);

        var streamed = await seam.Chat.GetStreamingResponseAsync(Question).ToChatResponseAsync();
        var again = await seam.Chat.GetStreamingResponseAsync(Question).ToChatResponseAsync();

        Assert.Equal(("hello", "hello"), (streamed.Text, again.Text));
        Assert.Single(server.Requests);
        Assert.Equal(1, seam.Ledger.Snapshot()["chat"].Kept);
    }

    private static ChatOptions Options(float temperature = 0) => new()
    {
        Temperature = temperature,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(ReplySchema.Of<Named>(), "name-thing"),
        AdditionalProperties = new() { ["strict"] = true },
    };

    private sealed record Named(string Word);
}
