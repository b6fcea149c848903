using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Evidence;

public class ExperimentReaderTests
{
    private static IReadOnlyList<Experiment> Read(string sentence, Place place = Place.Results) =>
        new DossierBuilder().Paper(paper => paper.Say(place, sentence)).Build().Documents[0].Evidence.Experiments;

    [Theory]
    [InlineData("Two raters labelled 300 randomly sampled latents of one 2B model.", Sampling.Random, Control.None, 300, "M2 K2")]
    [InlineData("We tested the probe on two datasets against a logistic regression baseline.", Sampling.Unknown, Control.SimpleBaseline, null, "D3 K0")]
    [InlineData("We clamped the feature and compared it with a random direction on 60 prompts.", Sampling.Unknown, Control.RandomBaseline, 60, "D2 K0")]
    [InlineData("We scored an untrained network with the same protocol.", Sampling.Unknown, Control.UntrainedModel, null, "M2")]
    [InlineData("We show six hand-picked latents of layer 6 in Gemma.", Sampling.HandPicked, Control.None, null, "M1 K1")]
    [InlineData("We rated the top-activating examples of 40 latents.", Sampling.TopK, Control.None, 40, "K1")]
    [InlineData("Steering worked in 25/30 prompts.", Sampling.Unknown, Control.None, 30, "D2")]
    [InlineData("In five examples a few-shot steering vector was similarly effective.", Sampling.Unknown, Control.SimpleBaseline, null, "K0")]
    [InlineData("We measured accuracy in Pythia and in Llama.", Sampling.Unknown, Control.None, null, "M4")]
    public void A_test_is_read_with_its_sampling_control_size_and_scope(string sentence, Sampling sampling, Control control, int? size, string scope)
    {
        var experiment = Assert.Single(Read(sentence));
        Assert.Equal((sampling, control, (long?)size, scope), (experiment.Sampling, experiment.Control, experiment.SampleSize, experiment.Tested.ToString()));
    }

    [Theory]
    [InlineData("We did not test the probe on other models.")]
    [InlineData("We have not evaluated recall.")]
    [InlineData("We plan to test the probe on 40 prompts.")]
    [InlineData("Have we tested this on 40 prompts?")]
    [InlineData("Sparse dictionaries produce interpretable latents for large models.")]
    public void What_was_not_done_and_what_is_only_said_are_no_experiments(string sentence) => Assert.Empty(Read(sentence));

    [Fact]
    public void Related_work_speaks_about_the_experiments_of_others() => Assert.Empty(Read("They tested the probe on 40 prompts.", Place.RelatedWork));

    [Theory]
    [InlineData("It worked for 61% of latents (95% CI 56-66).", true)]
    [InlineData("It worked for 61% of latents, over five seeds.", true)]
    [InlineData("It worked for 61% of latents.", false)]
    public void Uncertainty_is_seen(string sentence, bool expected) => Assert.Equal(expected, Assert.Single(Read(sentence)).HasUncertainty);

    [Fact]
    public void A_change_in_the_model_is_an_intervention() => Assert.True(Assert.Single(Read("Ablating the head lowered the score in 9 of 10 prompts.")).IsIntervention);
}
