using HypeWatch.Claims;
using HypeWatch.Lexicons;

namespace HypeWatch.Tests.Claims;

public sealed class BroadeningCheckTests
{
    private static readonly LexiconSet Lexicons = new();

    [Theory]
    [InlineData("In 41 of 60 prompts the probe suggests refusal.", "The probe suggests refusal in 41 of 60 prompts.", false)]
    [InlineData("Features in some layers may be interpretable.", "Features may be interpretable.", true)]
    [InlineData("Features may be interpretable.", "Features are interpretable.", true)]
    [InlineData("Features are interpretable.", "All features are interpretable.", true)]
    [InlineData("The probe reads refusals in one small model.", "The probe reads refusals in language models.", true)]
    [InlineData("The probe does not read refusals.", "The probe reads refusals.", true)]
    [InlineData("The probe doesn't read refusals.", "The probe does not read refusals.", false)]
    [InlineData("The probe reads 70% of refusals.", "The probe reads refusals.", true)]
    [InlineData("The probe reads most refusals.", "The probe reads 90% of refusals.", true)]
    [InlineData("Refusal is associated with the feature.", "The feature causes refusal.", true)]
    [InlineData("The probe reads refusals.", "The probe clearly reads refusals.", true)]
    [InlineData("It reads refusals.", "The probe reads refusals.", false)]
    public void A_rewording_may_not_say_more_than_the_quote(string quote, string normalised, bool broader) =>
        Assert.Equal(broader, new BroadeningCheck(Lexicons).IsBroader(normalised, quote));
}
