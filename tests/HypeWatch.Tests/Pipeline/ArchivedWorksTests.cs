using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Pipeline;

public class ArchivedWorksTests
{
    private static readonly PriorWork Work = new(new("reed2020"), "Tides of attention heads in small models", ["Reed"], 2020, new(2020, 6, 30), null, "2006.01234", null, null, [], "", [], [], false, true);
    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 70).Select(i => $"Sentence {i} is about tides."));
    private static readonly Reference Entry = new(0, "R. Moss. Brine. 2001.", null, "Brine", ["Moss"], 2001, null, null, null);

    private static DocumentVersion Version(string url, string title, string text, bool hasReferences = true)
    {
        var version = Versions.Of(url, text);
        return version with { Document = version.Document with { Title = title }, References = hasReferences ? [Entry] : [] };
    }

    private static CitedText? TextOf(params DocumentVersion[] versions) => new ArchivedWorks(new CitationMatcher([Work])).Of(versions).GetValueOrDefault(Work.Id);

    [Fact]
    public void A_document_is_a_work_by_its_address_or_by_its_whole_title()
    {
        Assert.Equal(CitedTextKind.Whole, TextOf(Version("https://arxiv.org/abs/2006.01234v2", "Another title", Long))!.Kind);
        Assert.Equal(CitedTextKind.Whole, TextOf(Version("https://a.example/p", Work.Title, Long))!.Kind);
        Assert.Null(TextOf(Version("https://a.example/p", "Tides of attention heads", Long)));
    }

    [Fact]
    public void An_abstract_page_is_no_text_of_a_work() => Assert.Null(TextOf(Version("https://arxiv.org/abs/2006.01234", Work.Title, "It is about tides.")));

    [Fact]
    public void A_copy_without_its_reference_list_is_a_part_of_the_work() => Assert.Equal(CitedTextKind.Part, TextOf(Version("https://a.example/p", Work.Title, Long, hasReferences: false))!.Kind);

    [Fact]
    public void Of_two_copies_the_longer_is_read()
    {
        var longer = Version("https://a.example/q", Work.Title, $"{Long} {Long}");
        Assert.Equal(longer.Id, TextOf(Version("https://a.example/p", Work.Title, Long), longer)!.Version);
    }
}
