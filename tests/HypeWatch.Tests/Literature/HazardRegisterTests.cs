using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Literature;

public sealed class HazardRegisterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Own(string text) => folder.Write(HazardRegister.FileName, text);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_hazard_names_known_works_and_says_why()
    {
        var known = LiteratureFile.Load().Select(work => work.Id).ToHashSet();
        var hazards = HazardRegister.Load().All;
        Assert.True(hazards.Count >= 25);
        Assert.Equal(hazards.Count, hazards.Select(hazard => hazard.Id).Distinct().Count());
        Assert.All(hazards, hazard =>
        {
            Assert.NotEmpty(hazard.Works);
            Assert.Empty(hazard.Works.Except(known));
            Assert.EndsWith(".", hazard.Why, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_method_that_a_text_names_brings_its_hazards_with_the_words()
    {
        var hits = HazardRegister.Load().Find("We clamp one feature of a sparse autoencoder and read the attention weights.");
        Assert.Contains(hits, hit => hit.Hazard.Id == "feature-steering" && hit.Named.Contains("clamp"));
        Assert.Contains(hits, hit => hit.Hazard.Id == "attention-explanation");
        Assert.DoesNotContain(hits, hit => hit.Hazard.Id == "unlearning-evaluation");
    }

    [Fact]
    public void One_passing_mention_in_a_long_text_is_no_method() =>
        Assert.DoesNotContain(HazardRegister.Load().Find("Others unlearn facts. " + string.Concat(Enumerable.Repeat("We count apples and pears. ", 300))), hit => hit.Hazard.Id == "unlearning-evaluation");

    [Fact]
    public void A_users_entry_replaces_the_built_in_one_and_an_entry_without_works_takes_it_out()
    {
        var register = HazardRegister.Load(Own(
            """
            { "hazards": [ // mine
              { "id": "saliency-checks", "name": "Mine", "words": "saliency", "types": [], "codes": [], "works": ["adebayo2018"], "why": "Mine." },
              { "id": "toy-to-large", "name": "Out", "words": "x", "types": [], "codes": [], "works": [], "why": "Out." }, ] }
            """));
        Assert.Equal("Mine", register.All.Single(hazard => hazard.Id == "saliency-checks").Name);
        Assert.DoesNotContain(register.All, hazard => hazard.Id == "toy-to-large");
        Assert.NotEqual(HazardRegister.Load().Digest, register.Digest);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"hazards\": [{\"id\": \"x\"}]}")]
    public void A_malformed_file_is_named_in_one_line(string text)
    {
        var message = Assert.Throws<HypeWatchException>(() => HazardRegister.Load(Own(text))).Message;
        Assert.Contains(HazardRegister.FileName, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
