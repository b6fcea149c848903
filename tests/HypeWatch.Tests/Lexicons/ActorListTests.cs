using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Lexicons;

public sealed class ActorListTests
{
    private const string Own = """
        { "actors": [
          { "name": "Quayside Labs", "kind": "organisation", "aliases": ["Quayside"] },
          { "name": "Petra Lind", "kind": "person", "aliases": ["plind"], "affiliations": [{ "organisation": "Quayside", "from": "2030-01-01", "until": "2031-12-31" }] }
        ] }
        """;

    [Theory]
    [InlineData("Ben Sample", DocumentKind.Blog, Place.Comment, "a commenter")]
    [InlineData("Ben Sample", DocumentKind.ThirdPartySocial, Place.Social, "a poster")]
    [InlineData("Ben Sample", DocumentKind.PromoSocial, Place.Social, "a poster of the release's side")]
    [InlineData("Ben Sample", DocumentKind.Critique, Place.Body, "Ben Sample")]
    [InlineData("Quayside", DocumentKind.PromoSocial, Place.Social, "Quayside")]
    [InlineData("plind", DocumentKind.Blog, Place.Comment, "plind")]
    public void Private_persons_are_shown_by_role_in_comments_and_posts(string name, DocumentKind kind, Place place, string shown) =>
        Assert.Equal(shown, WithOwn().Shown(name, kind, place, "Quayside"));

    [Theory]
    [InlineData("2031-05-01", true)]
    [InlineData("2032-05-01", false)]
    [InlineData("2031", true)]
    [InlineData("2029", false)]
    public void An_affiliation_holds_in_its_time(string day, bool holds) =>
        Assert.Equal(holds, WithOwn().IsAffiliated("Petra Lind", "Quayside Labs", PublicationDate.TryParseIso(day, "test")!));

    [Fact]
    public void A_users_file_goes_before_the_built_in_list_and_a_broken_one_is_named()
    {
        Assert.True(WithOwn().IsSameOrganisation("Quayside", "quayside labs"));
        Assert.True(WithOwn().IsSameOrganisation("DeepMind", "Google DeepMind"));
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "actors.json");
        File.WriteAllText(path, "{ \"actors\": [");
        Assert.Contains(path, Assert.Throws<HypeWatchException>(() => ActorList.Load(path)).Message, StringComparison.Ordinal);
    }

    private static ActorList WithOwn()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "actors.json");
        File.WriteAllText(path, Own);
        return ActorList.Load(path);
    }
}
