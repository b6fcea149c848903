using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Claims;

public sealed class SpeakersTests
{
    private static OtherVoice? Of(string text, int passage, string title = "A title")
    {
        DocumentVersion version = new WrittenText("https://example.org/a", DocumentKind.Blog, text) { Title = title, Publisher = "A forum", Authors = ["Ira Holt"] };
        return new Speakers(ActorList.Load(), version).Of(passage);
    }

    [Theory]
    [InlineData("Ruth Vale said that the method works.", "Ruth Vale")]
    [InlineData("\u201cThe method works,\u201d said Ruth Vale.", "Ruth Vale")]
    [InlineData("According to Ruth Vale, the method works.", "Ruth Vale")]
    [InlineData("Vale4\u2019s written testimony: \u201cThe method works.\u201d", "Vale4")]
    [InlineData("Ruth Vale's latest post on probes: \u201cThe method works.\u201d", "Ruth Vale")]
    [InlineData("In the end Holt-Meyer et al. (2023) claimed that it works.", null)]
    [InlineData("But Marsh et al. (2023), reported that it works.", null)]
    [InlineData("As Ruth Vale claims that it works, we tried it.", "Ruth Vale")]
    public void The_subject_of_a_verb_of_speech_speaks(string sentence, string? name) => Assert.Equal(name, Of(sentence, 0)?.Name);

    [Theory]
    [InlineData("The post makes Cat and Mouse claims that nobody tested.")]
    [InlineData("These Frontier Lab reports were read by many.")]
    [InlineData("We compare Sparse Autoencoder claims across papers.")]
    [InlineData("One critic on Anthropic's post: \u201cThis solves it all.\u201d")]
    [InlineData("Here's the announcement: \u201cThis solves it all.\u201d")]
    public void A_noun_that_looks_like_a_verb_makes_no_speaker(string sentence) => Assert.Null(Of(sentence, 0));

    [Fact]
    public void A_paragraph_of_its_own_is_the_voice_of_whom_the_colon_announces() =>
        Assert.Equal(new("Chris Olah", IsBlock: true), Of("For example Chris Olah in the linked article:\nThe scary part is behind us.", 1));

    [Fact]
    public void A_list_below_a_colon_is_its_writers() => Assert.Null(Of("Some remarks on what OpenAI wrote:\n\u2022 The main flaw is a lack of tests.", 1));

    [Fact]
    public void Whose_their_paper_is_nobody_guesses() => Assert.Equal(Speakers.Unknown, Of("I think you mean the statement in their paper that:\nAll of it has been resolved.", 1, "On Anthropic's results")?.Name);

    [Fact]
    public void The_authors_own_announcement_is_no_other_voice() => Assert.Null(Of("In this paper we show what OpenAI states:\nAll of it works.", 1));

    [Fact]
    public void A_work_speaks_for_the_one_organisation_that_a_text_is_about()
    {
        Assert.Equal(new("Anthropic"), Of("The paper claims to find such features.", 0, "Notes on Anthropic's new paper"));
        Assert.Equal(new("Anthropic", IsQuotedOnly: true), Of("The paper makes bold statements such as \u201cit works for all models\u201d.", 0, "Notes on Anthropic's new paper"));
        Assert.Null(Of("The paper claims to find such features.", 0, "Anthropic and OpenAI compared"));
    }

    [Fact]
    public void A_pronoun_speaks_for_whom_the_sentences_before_it_name() =>
        Assert.Equal("OpenAI", Of("OpenAI put out a new result. They always seem to claim the same things.", 1)?.Name);

    [Theory]
    [InlineData("They claim that some \u2018great progress has been made\u2019", true)]
    [InlineData("They wrote \u2018great progress has been made\u2019", false)]
    public void Words_in_indirect_speech_are_the_reporters_rendering(string sentence, bool isIndirect)
    {
        var quoted = new Span(sentence.IndexOf('\u2018', StringComparison.Ordinal) + 1, sentence.Length - 1);
        Assert.Equal(isIndirect, Speakers.IsIndirect(sentence, new(0, sentence.Length), quoted));
    }
}
