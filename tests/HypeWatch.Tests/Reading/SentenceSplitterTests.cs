using HypeWatch.Model;
using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("We win. You lose.", "We win.|You lose.")]
    [InlineData("It works, e.g. on toys. It fails elsewhere.", "It works, e.g. on toys.|It fails elsewhere.")]
    [InlineData("That is, i.e. Otter, not all.", "That is, i.e. Otter, not all.")]
    [InlineData("Ruiz et al. (2020) show it. Ruiz et al. We differ.", "Ruiz et al. (2020) show it.|Ruiz et al.|We differ.")]
    [InlineData("See Fig. 3 and Sec. 4. Eq. 5 holds.", "See Fig. 3 and Sec. 4.|Eq. 5 holds.")]
    [InlineData("Dr. J. K. Okafor agrees. Prof. Holt does not.", "Dr. J. K. Okafor agrees.|Prof. Holt does not.")]
    [InlineData("Accuracy is 3.14 in v2.0. Next, 1.5.", "Accuracy is 3.14 in v2.0.|Next, 1.5.")]
    [InlineData("He said “it works.” Then he left.", "He said “it works.”|Then he left.")]
    [InlineData("(It works.) Then we left.", "(It works.)|Then we left.")]
    [InlineData("Does it? Yes! Really?! Well…", "Does it?|Yes!|Really?!|Well…")]
    [InlineData("\"What now?\" she asked. Nothing.", "\"What now?\" she asked.|Nothing.")]
    [InlineData("It holds.[3, 12] We go on.", "It holds.[3, 12]|We go on.")]
    [InlineData("In the U.S. Senate they met. In the U.S. The rest slept.", "In the U.S. Senate they met.|In the U.S.|The rest slept.")]
    [InlineData("We take plan B. The rest is easy.", "We take plan B.|The rest is easy.")]
    [InlineData("1. First point. Second.", "1. First point.|Second.")]
    [InlineData("한국어 문장이다. 다음 문장이다.", "한국어 문장이다.|다음 문장이다.")]
    [InlineData("第一句。第二句！第三句", "第一句。|第二句！|第三句")]
    [InlineData("Figure 2. The pond. More.", "Figure 2. The pond.|More.")]
    [InlineData("Probe v. 2.1 ran. It won 12. We lost.", "Probe v. 2.1 ran.|It won 12.|We lost.")]
    [InlineData("No stop at the end", "No stop at the end")]
    [InlineData("   ", "")]
    [InlineData("1) Feed the otter 2) Turn the gear 3) Rest", "1) Feed the otter|2) Turn the gear|3) Rest")]
    [InlineData("1. See Section 2. The gear turns.", "1. See Section 2.|The gear turns.")]
    [InlineData("\u2022 One pond \u2022 Two ponds", "\u2022 One pond|\u2022 Two ponds")]
    [InlineData("a. A pond b. A brook c. A sea", "a. A pond|b. A brook|c. A sea")]
    [InlineData("It grew . . . and slept.", "It grew . . . and slept.")]
    [InlineData("It grew. . . . Then it slept.", "It grew.|. . . Then it slept.")]
    [InlineData("We trained it.Then it slept.", "We trained it.|Then it slept.")]
    [InlineData("Call torch.Tensor or nn.Module here. Done.", "Call torch.Tensor or nn.Module here.|Done.")]
    [InlineData("The gear turns.12 We go on.", "The gear turns.12|We go on.")]
    [InlineData("it broke. the otter ran. why? nobody knows", "it broke.|the otter ran.|why?|nobody knows")]
    [InlineData("They asked \u201cwho turns? by whom\u201d at once. Fine.", "They asked \u201cwho turns? by whom\u201d at once.|Fine.")]
    [InlineData("We rate it [...] highly. Next.", "We rate it [...] highly.|Next.")]
    [InlineData("They call it \u201ca pond.\u201d (Marsh 12). Next.", "They call it \u201ca pond.\u201d (Marsh 12).|Next.")]
    [InlineData("It is great! :) We like it.", "It is great! :)|We like it.")]
    [InlineData("Regards. ========== Next letter.", "Regards.|==========|Next letter.")]
    [InlineData("ponds\nquiet brooks\nsome seas", "ponds|quiet brooks|some seas")]
    [InlineData("彼は「動く。」と言った。次の文。", "彼は「動く。」と言った。|次の文。")]
    [InlineData("他说：“它能动。”然后走了。", "他说：“它能动。”|然后走了。")]
    public void A_block_is_cut_where_a_reader_would(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SentenceSplitter.Split(text, new(0, text.Length)).Select(span => span.Of(text))));

    [Fact]
    public void A_text_without_any_stop_is_cut_at_a_space()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 5000));
        var sentences = SentenceSplitter.Split(text, new(0, text.Length));
        Assert.True(sentences.Count > 1);
        Assert.All(sentences, span => Assert.InRange(span.Length, 1, 4010));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(sentences.Select(span => span.Of(text).Replace(" ", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_cut_stays_inside_its_block()
    {
        const string text = "Outside. Inside one. Inside two. Outside again.";
        var block = new Span(text.IndexOf("Inside", StringComparison.Ordinal), text.LastIndexOf("Outside", StringComparison.Ordinal));
        Assert.Equal(["Inside one.", "Inside two."], SentenceSplitter.Split(text, block).Select(span => span.Of(text)));
    }
}
