using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Propagation;

/// <summary>A chain of six texts gives one lineage, whichever of them is read first.</summary>
public sealed class OrderOfIngestionTests
{
    private const string PaperUrl = "https://quayside.example/lanterns";

    private static readonly WrittenText[] Chain =
    [
        new(PaperUrl, DocumentKind.Paper, "Lantern units may mark flattery in one small chat model.")
        { Title = "Lanterns", Publisher = "Quayside", Authors = ["Mina Ortega"], Published = "2031-05-01" },
        new(PaperUrl + "/appendix", DocumentKind.Appendix, "Lantern units mark flattery in 61 percent of cases.") { Title = "Appendix", Publisher = "Quayside", Published = "2031-05-01", Links = [PaperUrl] },
        new("https://quayside.example/news", DocumentKind.Blog, "Lantern units mark flattery in chat models.") { Title = "News", Publisher = "Quayside", Published = "2031-05-02", Links = [PaperUrl] },
        new("https://courier.example/ai", DocumentKind.News, "Lantern units always mark flattery in all chat models.")
        { Title = "Flattery found", Publisher = "The Daily Courier", Published = "2031-05-03", Links = ["https://quayside.example/news"] },
        new("https://fund.example/memo", DocumentKind.Policy, "Flattery is marked by lantern units in all chat models, which proves that models are safe.")
        { Title = "Memo", Publisher = "The Fund", Published = "2031-06-01", Links = ["https://courier.example/ai"] },
        new("https://ada.example/worries", DocumentKind.Critique, "Lantern units mark flattery in one small chat model only.") { Title = "Worries", Authors = ["Ada Example"], Published = "2031-06-10", Links = [PaperUrl] },
    ];

    [Fact]
    public void Every_order_of_six_texts_gives_the_same_releases_and_the_same_edges()
    {
        DocumentVersion[] versions = [.. Chain];
        var expected = Lineage(versions);
        Assert.Contains("downstream", expected, StringComparison.Ordinal);
        var orders = 0;
        foreach (var order in Permutations([.. Enumerable.Range(0, versions.Length)], 0))
        {
            Assert.Equal(expected, Lineage([.. order.Select(i => versions[i])]));
            orders++;
        }

        Assert.Equal(720, orders);
    }

    private static string Lineage(DocumentVersion[] versions)
    {
        var grouping = new ReleaseGrouper(new()).Examine(versions, []);
        var read = versions.ToDictionary(version => version.Document.Id, Read);
        var finder = Finder;
        return ModelJson.Write(grouping.Releases) + ModelJson.Write(grouping.Releases.Select(release => finder.Find([.. release.Documents.Select(member => read[member.Document] with { Relation = member.Relation })])));
    }

    private static readonly EdgeFinder Finder = new(new LexiconSet());

    private static DossierDocument Read(DocumentVersion version)
    {
        var claim = Claim.Cut(
            version, new(0, version.Text.Length), new([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, version.Document.Asserter, Place.Body, 0.8), new("test", "1"));
        return new(version, DocumentRelation.ThirdParty, [claim], [], new(version.Id, [], [], []));
    }

    private static IEnumerable<int[]> Permutations(int[] items, int fixedItems)
    {
        if (fixedItems == items.Length) yield return items;
        for (var i = fixedItems; i < items.Length; i++)
        {
            int[] next = [.. items];
            (next[fixedItems], next[i]) = (next[i], next[fixedItems]);
            foreach (var found in Permutations(next, fixedItems + 1)) yield return found;
        }
    }
}
