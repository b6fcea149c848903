using HypeWatch.Lexicons;
using HypeWatch.Claims;

namespace HypeWatch.Tests.Claims;

public class EnglishTextTests
{
    [Theory]
    [InlineData("We trained a probe on one layer of the network and looked at what it gets wrong. It is right for most of the letters that we wrote.", true)]
    [InlineData("A short title", true)]
    [InlineData("| Layer | Recall | | 4 | 0.71 | | 8 | 0.64 |", true)]
    [InlineData("우리는 한 층에서 특징을 찾았다. 자세한 내용은 논문 \"Reading the middle layer of a small model\"에서 확인할 수 있다. 아직 해야 할 일은 많다.", false)]
    [InlineData("Wir haben eine Schicht des Netzes untersucht und fanden dort Merkmale, die sich auf Wochentage beziehen. Wie viele es sind, wissen wir nicht genau, aber mehr als hundert.", false)]
    [InlineData("Nous avons entraîné une sonde sur une seule couche du réseau et nous montrons ce que la sonde ne voit pas dans les textes longs, parce que les exemples sont rares.", false)]
    public void A_text_is_read_when_it_is_in_English(string text, bool isEnglish) => Assert.Equal(isEnglish, EnglishText.Is(text));

    [Theory]
    [InlineData("자세한 내용은 논문 \"Reading the middle layer\"에서 확인할 수 있다.", false)]
    [InlineData("The name 東京 stands for Tokyo in the prompts.", true)]
    [InlineData("We set α to 0.1 and β to 0.9.", true)]
    public void A_sentence_in_another_script_is_told_from_foreign_names_in_one(string sentence, bool isLatin) => Assert.Equal(isLatin, EnglishText.IsLatin(sentence));

    [Fact]
    public async Task A_text_in_another_language_claims_nothing_not_even_in_its_English_title()
    {
        var extractor = new ClaimExtractor(new ScriptedClaims.Rules(), model: null, ActorList.Load());
        var version = NumberedVersion.Of("Reading the middle layer reveals what models think", "우리는 한 층에서 특징을 찾았다. 많은 특징이 개념과 대응한다.", "아직 해야 할 일은 많다. 우리는 앞으로 더 많은 층을 살펴볼 것이다.");
        var found = await extractor.ExtractAsync(version, CancellationToken.None);
        Assert.Empty(found.Claims);
        Assert.Empty(found.Caveats);
        Assert.Contains("not in English", found.Tally.Note, StringComparison.Ordinal);
    }
}
