using HypeWatch.Pipeline;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Tests.Pipeline;

public sealed class StageLogTests
{
    [Fact]
    public async Task A_result_that_stands_is_made_once_and_one_that_lacked_something_is_made_anew()
    {
        await using var test = await TestDatabase.CreateAsync();
        var log = new StageLog(test.Database, test.Time, NullLogger<StageLog>.Instance);
        var store = new NoteStore();
        var ends = new Queue<StageDone<Note>>([new(new("by rules"), TimeSpan.FromMinutes(30)), new(new("by the model"))]);

        var made = new List<string>();
        for (var run = 0; run < 3; run++)
        {
            var end = await log.OnceAsync("claims", "1", "v", store, _ => Task.FromResult<StageEnd<Note>>(ends.Dequeue()), CancellationToken.None);
            made.Add(Assert.IsType<StageDone<Note>>(end).Result.Text);
        }

        Assert.Equal(["by rules", "by the model", "by the model"], made);
        Assert.Equal("done", Assert.Single(await log.RunsAsync("v", CancellationToken.None)).Outcome);
    }

    private sealed record Note(string Text);

    private sealed class NoteStore : IResultStore<Note>
    {
        private Note? kept;

        public string IdOf(Note result) => "note";

        public Task SaveAsync(Note result, WriteScope scope)
        {
            kept = result;
            return Task.CompletedTask;
        }

        public Task<Note?> LoadAsync(string id, CancellationToken ct) => Task.FromResult(kept);
    }
}
