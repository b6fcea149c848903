using HypeWatch.Claims;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Tests.Claims;

public sealed class ClaimTyperTests
{
    private static readonly ClaimTyper Typer = new(new LexiconSet(), new ClaimCues(), new RelationReader());

    [Theory]
    [InlineData("3. (35%) The paper will compare steering with a system prompt.")]
    [InlineData("(90%) Latents will do better than a system prompt.")]
    [InlineData("12) [7.5%] It would generalise to larger models.")]
    public void A_forecast_with_its_probability_is_no_measured_quantity(string sentence) =>
        Assert.Equal([ClaimType.Aspiration], Typer.Types(sentence, new(0, sentence.Length)));

    [Theory]
    [InlineData("In 41 of 60 prompts (68%) the tone changed, which will surprise nobody.")]
    [InlineData("Its labels were right in 94% of cases.")]
    public void A_percentage_elsewhere_is_a_quantity(string sentence) =>
        Assert.Contains(ClaimType.Quantitative, Typer.Types(sentence, new(0, sentence.Length)));
}
