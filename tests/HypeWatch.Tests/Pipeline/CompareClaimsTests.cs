using HypeWatch.Lexicons;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Propagation;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Tests.Pipeline;

public sealed class CompareClaimsTests
{
    private const string PaperUrl = "https://quayside.example/lanterns";
    private const string Finding = "Lantern units mark flattery in most replies of one chat model.";
    private const string Report = "Flattery is marked by lantern units in most replies of a chat model, says the lab.";
    private const string Loose = "A lantern glows for flattery whenever anybody talks to machines, whatever machine it is and whoever talks.";

    private static readonly EdgeFinder Finder = new(new LexiconSet());

    [Fact]
    public async Task Without_a_model_the_rules_say_how_claims_travelled()
    {
        var found = await new CompareClaims(Finder, null, NullLogger<CompareClaims>.Instance).FindAsync(Texts(Report), CancellationToken.None);
        Assert.True(found.IsComplete);
        Assert.Equal(Finder.Find(Texts(Report)).Select(edge => edge.Id), found.Edges.Select(edge => edge.Id));
    }

    [Fact]
    public async Task A_models_reading_of_the_change_goes_before_the_rules_and_keeps_its_quotes()
    {
        var found = await AskAsync(Report, server => server.Answers("""{"pairs":[{"pair":1,"reason":"one model, a model","same":true,"change":"stronger","earlier_quote":"one chat model","later_quote":"a chat model"}]}"""));
        var edge = Assert.Single(found.Edges, edge => edge.DownstreamClaim is not null);
        Assert.Equal((Drift.Stronger, ExcessOwner.Downstream), (edge.Drift, edge.ExcessOwner));
        Assert.Contains(new EdgeChange(ChangeAxis.Reading, 1, "one chat model", "a chat model"), edge.Changes);
    }

    [Fact]
    public async Task What_a_model_shows_to_be_another_matter_is_only_pointed_to()
    {
        var found = await AskAsync(Report, server => server.Answers("""{"pairs":[{"pair":1,"reason":"other","same":false,"change":"unclear","earlier_quote":"one chat model","later_quote":"says the lab"}]}"""));
        var edge = Assert.Single(found.Edges);
        Assert.Equal((null, EdgeKind.Links, EdgeSupport.ExplicitLink), (edge.DownstreamClaim, edge.Kind, edge.Support));
    }

    [Fact]
    public async Task What_the_rules_are_not_sure_of_a_model_can_show_to_be_the_same()
    {
        Assert.DoesNotContain(Finder.Find(Texts(Loose)), edge => edge.DownstreamClaim is not null);
        var found = await AskAsync(Loose, server => server.Answers("""{"pairs":[{"pair":1,"reason":"any machine","same":true,"change":"stronger","earlier_quote":"one chat model","later_quote":"whatever machine"}]}"""));
        var edge = Assert.Single(found.Edges);
        Assert.Equal((Drift.Stronger, true), (edge.Drift, edge.DownstreamClaim is not null));
    }

    [Theory]
    [InlineData("""{"pairs":[{"pair":1,"reason":"","same":true,"change":"weaker","earlier_quote":"in every reply","later_quote":null}]}""")]
    [InlineData("""{"pairs":[{"pair":1,"reason":"","same":false,"change":"unclear","earlier_quote":"one chat model","later_quote":null}]}""")]
    [InlineData("""{"pairs":[]}""")]
    [InlineData("""{"verdicts":[]}""")]
    public async Task What_a_model_says_without_words_that_stand_there_changes_nothing(string reply)
    {
        var found = await AskAsync(Report, server => server.Answers(reply).Otherwise(_ => reply));
        Assert.Equal(ModelJson.Write(Finder.Find(Texts(Report))), ModelJson.Write(found.Edges));
    }

    [Fact]
    public async Task Where_the_model_stays_away_the_rules_decide_and_the_work_is_not_done()
    {
        var found = await AskAsync(Report, server => server.Fails(401));
        Assert.False(found.IsComplete);
        Assert.Equal(ModelJson.Write(Finder.Find(Texts(Report))), ModelJson.Write(found.Edges));
    }

    private static async Task<ComparedClaims> AskAsync(string report, Func<ChatServer, ChatServer> script)
    {
        await using var server = script(new());
        using var seam = new ModelSeam(server.Endpoint);
        return await new CompareClaims(Finder, new(seam.Runner, PromptLibrary.Embedded()), NullLogger<CompareClaims>.Instance).FindAsync(Texts(report), CancellationToken.None);
    }

    private static DossierDocument[] Texts(string report) =>
    [
        Text(new(PaperUrl, DocumentKind.Paper, Finding) { Title = "Lanterns", Publisher = "Quayside", Published = "2031-05-01" }, DocumentRelation.Primary),
        Text(new("https://courier.example/ai", DocumentKind.News, report) { Title = "Flattery", Publisher = "The Courier", Published = "2031-05-02", Links = [PaperUrl] }, DocumentRelation.ThirdParty),
    ];

    private static DossierDocument Text(WrittenText text, DocumentRelation relation)
    {
        DocumentVersion version = text;
        var claim = Claim.Cut(
            version, new(0, version.Text.Length), new([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, version.Document.Asserter, Place.Body, 0.8), new("test", "1"));
        return new(version, relation, [claim], [], new(version.Id, [], [], []));
    }
}
