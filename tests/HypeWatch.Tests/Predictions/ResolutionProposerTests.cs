using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Predictions;

public sealed class ResolutionProposerTests
{
    private static readonly Prediction[] Items = [new(1, "they compare with a linear probe", 0.25), new(4, "they release code", 0.9)];

    [Fact]
    public async Task A_verdict_comes_with_words_of_the_claim_that_decides()
    {
        var (first, second) = await AskAsync("""
            {"proposals":[{"prediction":1,"reason":"compared","verdict":"happened","sentence":2,"quote":"compare with linear probes"},
            {"prediction":4,"reason":"silent","verdict":"undecided","sentence":null,"quote":null}]}
            """);
        Assert.Equal((1, Resolution.True, "compare with linear probes", "scripted-2026"), (first.Number, first.Resolution, first.Quote, first.By));
        Assert.Equal(Claims[1].Id, first.Claim);
        Assert.Equal(ResolutionProposal.None(4), second);
    }

    [Theory]
    [InlineData("""{"prediction":1,"reason":"","verdict":"happened","sentence":2,"quote":"compare with nonlinear probes"}""")]
    [InlineData("""{"prediction":1,"reason":"","verdict":"happened","sentence":1,"quote":"compare with linear probes"}""")]
    [InlineData("""{"prediction":1,"reason":"","verdict":"not_happened","sentence":9,"quote":"linear probes"}""")]
    [InlineData("""{"prediction":1,"reason":"","verdict":"in_part","sentence":2,"quote":null}""")]
    [InlineData("""{"prediction":7,"reason":"","verdict":"happened","sentence":2,"quote":"linear probes"}""")]
    public async Task A_verdict_without_words_that_stand_there_is_no_proposal(string proposal)
    {
        var (first, _) = await AskAsync($$"""{"proposals":[{{proposal}}]}""");
        Assert.Equal(ResolutionProposal.None(1), first);
    }

    private static IReadOnlyList<Claim> Claims
    {
        get
        {
            DocumentVersion version = new WrittenText("https://quayside.example/lanterns", DocumentKind.Paper, "Lantern units mark flattery. We compare with linear probes on three tasks.");
            return [.. version.Passages.Select(passage => Claim.Cut(
                version, passage.Span, new([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, "Quayside", Place.Body, 0.8), new("test", "1")))];
        }
    }

    private static async Task<(ResolutionProposal First, ResolutionProposal Second)> AskAsync(string reply)
    {
        await using var server = new ChatServer().Answers(reply);
        using var seam = new ModelSeam(server.Endpoint);
        var proposals = await new ResolutionProposer(seam.Runner, PromptLibrary.Embedded()).ProposeAsync(Items, Claims, CancellationToken.None);
        return (proposals[0], proposals[1]);
    }
}
