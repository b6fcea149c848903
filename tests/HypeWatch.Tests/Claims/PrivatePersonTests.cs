using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Claims;

public sealed class PrivatePersonTests
{
    private static readonly ClaimExtractor Extractor = new(ClaimsServices.Offline(new LexiconSet()), model: null, ActorList.Load());

    [Fact]
    public async Task A_quote_that_names_a_private_person_who_speaks_in_the_text_is_left_out_and_counted()
    {
        const string Named = "Plantena Qwertz is wrong that probes of language models detect deception in 40 percent of cases.", Other = "Probes of language models detect deception in 40 percent of cases.";
        DocumentVersion version = new WrittenText("https://forum.example/1", DocumentKind.Blog, $"{Named}\n{Other}\nI disagree.") { Authors = ["Otto Poster"], Publisher = "Forum" };
        Assert.Equal([Named, Other], await QuotesAsync(version));
        var commented = version with { Passages = [.. version.Passages.Select(passage => passage.Paragraph == 2 ? passage with { Place = Place.Comment, Speaker = "Plantena Qwertz" } : passage)] };
        Assert.Equal([Other], await QuotesAsync(commented));
        Assert.Contains("1 left out", (await Extractor.ExtractAsync(commented, CancellationToken.None)).Tally.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Probes will fail, as Oda Lind says.", true)]
    [InlineData("Probes will fail, as Hanselv says.", true)]
    [InlineData("Probes will fail.", false)]
    public void A_handle_that_is_a_common_word_names_nobody(string quote, bool isNamed) => Assert.Equal(isNamed, LeftOutNames.Names(quote, ["will", "Will", "oda lind", "Hanselv", "a commenter"]));

    [Fact]
    public void A_poster_is_shown_by_role_also_where_the_post_says_to_be_published_by_its_poster()
    {
        var actors = ActorList.Load();
        Assert.Equal("a poster", actors.Shown("Hansel Vandergrimm", DocumentKind.ThirdPartySocial, Place.Body, "Hansel Vandergrimm"));
        Assert.Equal("OpenAI", actors.Shown("OpenAI", DocumentKind.ThirdPartySocial, Place.Body, "OpenAI"));
    }

    private static async Task<IEnumerable<string>> QuotesAsync(DocumentVersion version) => (await Extractor.ExtractAsync(version, CancellationToken.None)).Claims.Select(claim => claim.Quote).Where(quote => quote.Contains("40 percent", StringComparison.Ordinal));
}
