using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Flags;

/// <summary>Changes of a release whose effect on its flags is known without a label.</summary>
public sealed class MetamorphicTests
{
    private static readonly Task<IReadOnlyList<MetamorphicResult>> Results = MetamorphicEval.RunAsync(
        [.. new[] { "spec-examples.json", "dev-01.json", "dev-02.json", "dev-10.json", "dev-14.json" }.SelectMany(name => FlagCase.Load(Path.Combine(AppContext.BaseDirectory, "cases", name)))], default);

    [Theory]
    [InlineData("an unrelated paragraph is added")]
    [InlineData("the documents stand in another order")]
    [InlineData("names are others")]
    [InlineData("a hedge is another of its weight")]
    [InlineData("the strongest caveat beside a claim is taken out")]
    [InlineData("a caveat elsewhere in the release is taken out")]
    [InlineData("a verb is stronger")]
    public async Task Flags_follow_a_change_as_they_should(string change)
    {
        var result = (await Results).Single(result => result.Name == change);
        Assert.True(result.Tried > 0, "nothing was changed");
        Assert.Empty(result.Faults);
    }
}
