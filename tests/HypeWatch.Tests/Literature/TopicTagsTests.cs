using HypeWatch.Literature;

namespace HypeWatch.Tests.Literature;

public class TopicTagsTests
{
    [Theory]
    [InlineData("Sparse autoencoders split polysemantic neurons.", "neurons,sae")]
    [InlineData("We steer with steering vectors and a linear probe.", "steering,probing")]
    [InlineData("A recipe for bread.", "")]
    public void Topics_are_named_most_mentioned_first(string text, string tags) => Assert.Equal(tags, string.Join(',', TopicTags.Of(text)));

    [Fact]
    public void A_passing_mention_in_a_long_text_makes_no_topic() =>
        Assert.Equal(["steering"], TopicTags.Of(string.Concat(Enumerable.Repeat("We study steering of replies in some depth. ", 120)) + "A probe is mentioned once."));

    [Fact]
    public void Every_topic_is_in_the_vocabulary_of_the_base()
    {
        var known = LiteratureFile.Load().SelectMany(work => work.Tags).ToHashSet(StringComparer.Ordinal);
        var named = TopicTags.Of(
            "sparse autoencoder dictionary learning neuron superposition circuit attribution graph probe steering patching causal abstraction model editing unlearning concept erasure saliency feature attribution attention head autointerp faithfulness chain of thought logit lens feature visualisation tcav truthful world model anthropomorphic backdoor auditing game detect deception");
        Assert.All(named, tag => Assert.Contains(tag, known));
        Assert.True(named.Count > 20);
    }
}
