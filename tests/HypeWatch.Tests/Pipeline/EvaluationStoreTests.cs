using HypeWatch.Pipeline.Accuracy;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Pipeline;

public sealed class EvaluationStoreTests
{
    [Fact]
    public async Task The_latest_evaluation_of_each_file_and_engine_is_listed()
    {
        await using var test = await TestDatabase.CreateAsync();
        var store = new EvaluationStore(test.Database);
        CaseEvaluation Of(string name, string versions, int hours) => new(name, "sha", "offline", versions, FlagCaseScore.Of([]), test.Time.GetUtcNow().AddHours(hours));
        foreach (var evaluation in new[] { Of("a.json", "one", 0), Of("a.json", "two", 1), Of("b.json", "one", 0) }) await store.SaveAsync(evaluation, CancellationToken.None);

        var listed = await store.ListAsync(CancellationToken.None);
        Assert.Equal([("a.json", "two"), ("b.json", "one")], listed.Select(evaluation => (evaluation.Name, evaluation.Versions)));

        await store.SaveAsync(Of("a.json", "one", 2), CancellationToken.None);
        Assert.Equal("one", (await store.ListAsync(CancellationToken.None))[0].Versions);
    }
}
