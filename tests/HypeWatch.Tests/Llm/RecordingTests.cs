using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Tests.Claims;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace HypeWatch.Tests.Llm;

public sealed class RecordingTests
{
    private static readonly DocumentVersion Version = NumberedVersion.Of("Our probes read refusals in one small model.", "We did not test larger models.");

    [Fact]
    public async Task What_was_recorded_is_replayed_without_an_endpoint_and_gives_the_same_claims()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "answers", "probes.jsonl");
        await using var server = new ChatServer().Answers(ScriptedClaims.Reply([ScriptedClaims.Item(1)], [ScriptedClaims.CaveatAt(2)]));
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { Record = file });
        var recorded = await ScriptedClaims.Engine(seam).ExtractAsync(Version, CancellationToken.None);

        var line = Assert.Single(await File.ReadAllLinesAsync(file));
        Assert.DoesNotContain("refusals in one small", line, StringComparison.Ordinal);
        using var replay = new ReplayChatClient(Recordings.Read(file), "scripted");
        using var again = new ModelSeam(server.Endpoint, settings => settings with { Replay = file }, replay);
        var replayed = await ScriptedClaims.Engine(again).ExtractAsync(Version, CancellationToken.None);

        Assert.Equal(recorded.Claims.Select(claim => (claim.Id, claim.Quote, claim.Strength)), replayed.Claims.Select(claim => (claim.Id, claim.Quote, claim.Strength)));
        Assert.Equal((1, 0), (server.Requests.Count, replay.Missing));
    }

    [Fact]
    public async Task A_missing_recording_is_an_error_that_is_counted_and_no_rules_step_in()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "other.jsonl");
        await File.WriteAllTextAsync(file, """{"key":"00","purpose":"extract-claims","model":"scripted","date":"2026-11-26","input_tokens":1,"output_tokens":1,"answer":"{}"}""");
        using var replay = new ReplayChatClient(Recordings.Read(file), "scripted");
        using var seam = new ModelSeam(new("http://127.0.0.1:9/v1"), settings => settings with { Replay = file }, replay);

        var gap = await Assert.ThrowsAsync<LlmRecordingMissingException>(() => ScriptedClaims.Engine(seam).ExtractAsync(Version, CancellationToken.None));

        Assert.Contains("extract-claims", gap.Message, StringComparison.Ordinal);
        Assert.Equal(1, replay.Missing);
        Assert.Equal(1, seam.Ledger.Snapshot()["extract-claims"].Failed);
    }

    [Fact]
    public async Task A_request_is_recorded_once_and_a_cut_answer_never()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "answers.jsonl");
        await using var server = new ChatServer().Answers("cut", "length").Answers("whole");
        using var seam = new ModelSeam(server.Endpoint, settings => settings with { Record = file });
        for (var run = 0; run < 3; run++) await seam.Chat.GetResponseAsync([new(ChatRole.User, "Say it.")]);

        Assert.Contains("\"answer\":\"whole\"", Assert.Single(await File.ReadAllLinesAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_holds_something_else_is_named_with_the_line()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "notes.jsonl");
        await File.WriteAllTextAsync(file, "\n{\"key\":\"1\"}\n");

        Assert.Contains("notes.jsonl, line 2", Assert.Throws<HypeWatchException>(() => Recordings.Read(file)).Message, StringComparison.Ordinal);
        Assert.Contains("no recordings", Assert.Throws<HypeWatchException>(() => Recordings.Read(Path.Combine(folder.Path, "nowhere"))).Message, StringComparison.Ordinal);
    }
}
