using HypeWatch.Classifiers;
using HypeWatch.Evals.Training;

namespace HypeWatch.Evals;

public sealed class TrainerTests
{
    private static readonly TrainingSettings Settings = new(6, 1, 1e-4);

    [Fact]
    public void The_same_items_give_the_same_weights_and_tell_the_labels_apart()
    {
        var items = Enumerable.Range(0, 40).Select(i => new TrainingItem(Of(i % 2 == 0 ? "red" : "blue", $"noise {i % 7}"), i % 2)).ToList();
        var (first, second) = (LinearTrainer.Fit("colour", ["red", "blue"], items, Settings), LinearTrainer.Fit("colour", ["red", "blue"], items, Settings));
        Assert.Equal(first.Probabilities(Of("blue")), second.Probabilities(Of("blue")));
        Assert.True(first.Probability(Of("blue"), "blue") > 0.8);
        Assert.True(first.Probability(Of("red"), "red") > 0.8);
    }

    [Fact]
    public void A_model_of_one_label_gives_a_number_near_to_the_wanted_one()
    {
        var items = Enumerable.Range(0, 60).Select(i => new TrainingItem(Of(i % 2 == 0 ? "low" : "high"), i % 2 == 0 ? 2 : 5)).ToList();
        var model = LinearTrainer.Fit("level", ["level"], items, Settings);
        Assert.InRange(model.Score(Of("low"))[0], 1.8, 2.4);
        Assert.InRange(model.Score(Of("high"))[0], 4.6, 5.2);
    }

    [Fact]
    public void What_one_item_alone_has_is_not_learnt_by_heart()
    {
        var items = Enumerable.Range(0, 20).Select(i => new TrainingItem(Of($"only {i}"), i % 2)).ToList();
        Assert.Empty(LinearTrainer.Fit("heart", ["no", "yes"], items, Settings).Weights);
    }

    [Fact]
    public void No_item_is_scored_by_a_model_that_saw_its_group()
    {
        // Each group has a feature of its own that gives its label away; only a leak could use it.
        var items = Enumerable.Range(0, 40).Select(i => new TrainingItem(Of($"group {i / 4}"), i / 4 % 2)).ToList();
        var task = new TrainingTask("leak", ["no", "yes"], items, [.. Enumerable.Range(0, 40).Select(i => $"{i / 4}")], Settings);
        Assert.All(task.HeldOut(5), scores => Assert.InRange(scores[1], 0.2, 0.8));
    }

    [Theory]
    [InlineData("the probe reads the label well", true)]
    [InlineData("a label nowhere near to any words of it", false)]
    public void A_label_is_found_where_most_of_its_words_stand(string label, bool isFound) =>
        Assert.Equal(isFound, new WordWindows("First we train. The probe, in short, reads the label very well. Then we stop.").Find(label) is not null);

    private static FeatureVector Of(params string[] names)
    {
        var features = new FeatureVector();
        foreach (var name in names) features.Add([name]);
        return features.Normalised();
    }
}
