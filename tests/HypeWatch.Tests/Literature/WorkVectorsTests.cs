using System.Globalization;
using System.Runtime.InteropServices;
using HypeWatch.Http;
using HypeWatch.Literature;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Tests.Literature;

public class WorkVectorsTests
{
    private static readonly PriorWork Dials = Work("dials", "Reading dials", "Gauges and what they show.");
    private static readonly PriorWork Soup = Work("soup", "Cooking", "Soup and stew.");

    private static PriorWork Work(string id, string title, string summary) => new(new(id), title, ["Reed"], 2020, new(2020, 6, 30), null, null, null, null, [], summary, [], [], false, false);

    private static LoopbackReply Vectors(params float[][] vectors) => LoopbackReply.Text(
        "{\"object\":\"list\",\"model\":\"m\",\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1},\"data\":[" + string.Join(',', vectors.Select((vector, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{{\"object\":\"embedding\",\"index\":{i},\"embedding\":\"{Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan()))}\"}}"))) + "]}",
        "application/json");

    /// <summary>A base of two works, whose vectors are made by an endpoint that gives these answers in turn, the last one for ever.</summary>
    private static async Task WithAsync(Func<TestDatabase, WorkVectors, LoopbackServer, Task> test, params LoopbackReply[] answers)
    {
        var asked = 0;
        await using var server = new LoopbackServer(_ => answers[Math.Min(asked++, answers.Length - 1)]);
        await using var database = await TestDatabase.CreateAsync();
        await new PriorWorkStore(database.Database).SaveAsync([Dials, Soup], CancellationToken.None);
        var settings = new EmbeddingSettings { Model = "m", Endpoint = server.Url("/v1").ToString() };
        using var generator = new OpenAiEmbeddings(settings, ModelHttp.Create(server.Url("/v1"), TimeSpan.FromSeconds(10)));
        using var vectors = new WorkVectors(database.Database, database.Directory, settings, NullLogger<WorkVectors>.Instance, generator);
        await test(database, vectors, server);
    }

    [Fact]
    public Task A_work_is_found_by_meaning_without_a_shared_word() => WithAsync(
        async (test, vectors, _) =>
        {
            Assert.Equal(2, await vectors.UpdateAsync([Dials, Soup], CancellationToken.None));
            var found = await new WorkSearch(test.Database, vectors).FindAsync(new("instruments", 5), CancellationToken.None);
            Assert.Equal(["dials", "soup"], found.Select(work => work.Work.Id.Value));
            Assert.Equal(["meaning: cosine 1.00"], found[0].Reasons);
        },
        Vectors([1, 0, 0], [0, 1, 0]), Vectors([2, 0, 0]));

    [Fact]
    public Task Vectors_are_made_once_and_again_when_the_text_changes() => WithAsync(
        async (_, vectors, server) =>
        {
            await vectors.UpdateAsync([Dials, Soup], CancellationToken.None);
            Assert.Equal(0, await vectors.UpdateAsync([Dials, Soup], CancellationToken.None));
            Assert.Single(server.Requests);
            Assert.Equal(1, await vectors.UpdateAsync([Dials, Soup with { Abstract = "With leeks." }], CancellationToken.None));
        },
        Vectors([1, 0], [0, 1]), Vectors([1, 1]));

    [Fact]
    public Task An_answer_that_is_no_json_counts_as_a_failing_endpoint() => WithAsync(
        async (test, vectors, _) =>
        {
            await vectors.UpdateAsync([Dials, Soup], CancellationToken.None);
            Assert.Single(await new WorkSearch(test.Database, vectors).FindAsync(new("stew", 5), CancellationToken.None));
        },
        Vectors([1, 0], [0, 1]), LoopbackReply.Text("<html>"));

    [Fact]
    public Task While_the_endpoint_fails_works_are_found_by_words() => WithAsync(
        async (test, vectors, _) =>
        {
            await vectors.UpdateAsync([Dials, Soup], CancellationToken.None);
            Assert.Equal("soup", Assert.Single(await new WorkSearch(test.Database, vectors).FindAsync(new("stew", 5), CancellationToken.None)).Work.Id.Value);
        },
        Vectors([1, 0], [0, 1]), LoopbackReply.Empty(400));

    [Fact]
    public Task An_answer_with_too_few_vectors_or_none_is_a_failure_of_the_endpoint() => WithAsync(
        async (_, vectors, _) => Assert.Contains("1 texts of 2", (await Assert.ThrowsAsync<LlmUnavailableException>(() => vectors.UpdateAsync([Dials, Soup], CancellationToken.None))).Message, StringComparison.Ordinal),
        Vectors([1F, 0F]));

    [Fact]
    public Task A_file_that_another_process_wrote_anew_is_read_from_then_on() => WithAsync(
        async (test, vectors, server) =>
        {
            await vectors.UpdateAsync([Dials, Soup], CancellationToken.None);
            Assert.Equal(Dials.Id, (await vectors.NearestAsync("instruments", 1, CancellationToken.None)).Single().Work);
            VectorFile.Write(Path.Combine(test.Directory.Path, WorkVectors.FileName), ContentId.Sha256("m"), 2, [("soup", [1F, 0F]), ("dials", [0F, 1F])]);
            Assert.Equal(Soup.Id, (await vectors.NearestAsync("instruments", 1, CancellationToken.None)).Single().Work);
        },
        Vectors([1, 0], [0, 1]), Vectors([1, 0]));

    [Fact]
    public async Task Without_an_endpoint_the_settings_to_make_are_named()
    {
        await using var test = await TestDatabase.CreateAsync();
        using var vectors = new WorkVectors(test.Database, test.Directory, new(), NullLogger<WorkVectors>.Instance);
        Assert.False(vectors.IsReady);
        Assert.Contains("Embeddings:Model", (await Assert.ThrowsAsync<HypeWatchException>(() => vectors.UpdateAsync([Dials], CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m", null, "Embeddings:Endpoint")]
    [InlineData(null, "http://127.0.0.1/v1", "Embeddings:Model")]
    [InlineData("m", "ftp://x", "Embeddings:Endpoint")]
    public void Settings_that_make_no_sense_are_named(string? model, string? endpoint, string key) =>
        Assert.Contains(key, Assert.Single(new EmbeddingSettings { Model = model, Endpoint = endpoint }.Problems()), StringComparison.Ordinal);
}
