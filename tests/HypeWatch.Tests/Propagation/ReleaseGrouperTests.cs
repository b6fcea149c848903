using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Propagation;

public sealed class ReleaseGrouperTests
{
    private const string PaperUrl = "https://northlight.example/sieves";
    private const string KeyResult = "Sparse sieves recover readable units in a small four layer transformer.";

    private static readonly WrittenText Paper = new(PaperUrl, DocumentKind.Paper, $"{KeyResult}\n" + string.Concat(Enumerable.Repeat("We train each sieve on one layer and rate a sample of its units. ", 20)))
    {
        Title = "Sparse Sieves: Readable Units in a Small Transformer", Publisher = "Northlight", Authors = ["Mina Ortega", "Jon Falk"], Published = "2031-05-21", Hint = "sieves",
    };

    private static readonly WrittenText Appendix = new(PaperUrl + "/appendix", DocumentKind.Appendix, "Further tables.")
    { Title = "Appendix", Publisher = "Northlight", Published = "2031-05-21", Links = [PaperUrl] };

    private static readonly WrittenText CompanyPost = new("https://northlight.example/news/sieves", DocumentKind.Blog, "Today we publish our new work on sieves.")
    { Title = "Reading transformers", Publisher = "Northlight", Published = "2031-05-21", Links = [PaperUrl] };

    private static readonly WrittenText EmployeePost = new("https://social.example/mina/1", DocumentKind.PromoSocial, "So proud of this one!")
    { Title = "Post", Authors = ["Mina Ortega"], Published = "2031-05-22", Links = [PaperUrl] };

    private static readonly WrittenText News = new("https://courier.example/ai", DocumentKind.News, "Scientists can read the mind of machines.")
    { Title = "Machines read at last", Publisher = "The Daily Courier", Published = "2031-05-22", Links = [PaperUrl + "/"] };

    private static readonly WrittenText Critique = new("https://ada.example/eis", DocumentKind.Critique, "A few worries about Sparse Sieves: readable units in a small transformer, and its baselines.")
    { Title = "Worries", Authors = ["Ada Example"], Published = "2031-05-25" };

    private static readonly DateTimeOffset At = new(2031, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_release_is_its_main_text_appendix_and_own_promotion_and_what_others_say_of_it()
    {
        var release = Assert.Single(Group(News, Critique, EmployeePost, CompanyPost, Appendix, Paper));
        Assert.Equal(("rel-", Paper.Title, "Northlight"), (release.Id.Value[..4], release.Title, release.Publisher));
        Assert.Equal(new ReleaseId(ContentId.Of("rel", PaperUrl)), release.Id);
        Assert.Equal(
            new Dictionary<string, DocumentRelation>
            {
                [PaperUrl] = DocumentRelation.Primary, [Appendix.Url] = DocumentRelation.Appendix, [CompanyPost.Url] = DocumentRelation.PromoByOrg,
                [EmployeePost.Url] = DocumentRelation.PromoByAuthor, [News.Url] = DocumentRelation.ThirdParty, [Critique.Url] = DocumentRelation.Critique,
            },
            Relations(release, News, Critique, EmployeePost, CompanyPost, Appendix, Paper));
        Assert.Equal(DocumentRelation.Primary, release.Documents[0].Relation);
    }

    [Fact]
    public void A_paper_on_the_web_and_its_later_copy_on_a_preprint_server_are_one_work_that_keeps_its_name()
    {
        var web = Paper with { Kind = DocumentKind.Blog, Hint = null };
        var copy = Paper with { Url = "https://arxiv.org/abs/3105.00001", Kind = DocumentKind.Preprint, Publisher = "arXiv", Published = "2033-01-07", Hint = null };
        var alone = Assert.Single(Group(web));
        var release = Assert.Single(Group(copy, web));
        Assert.Equal((alone.Id, alone.FirstPublished), (release.Id, release.FirstPublished));
        Assert.All(release.Documents, document => Assert.Equal(DocumentRelation.Primary, document.Relation));
        Assert.Equal(2, Group(web with { Title = "Sieves" }, copy with { Title = "Sieves" }).Count);
    }

    [Fact]
    public void A_post_that_answers_critics_is_a_reply_and_one_that_finds_fault_throughout_a_critique()
    {
        var reply = CompanyPost with { Url = "https://northlight.example/news/reply", Title = "A reply to critics of our sieves", Published = "2031-06-02" };
        var faults = Critique with { Kind = DocumentKind.Blog, Text = $"{Critique.Text}\nThe post oversells its sieves.\nIts examples are cherry-picked.\nThere is no baseline." };
        var release = Assert.Single(Group(Paper, CompanyPost, reply, faults), release => release.Documents.Count > 1);
        var relations = Relations(release, Paper, CompanyPost, reply, faults);
        Assert.Equal((DocumentRelation.PromoByOrg, DocumentRelation.Reply, DocumentRelation.Critique), (relations[CompanyPost.Url], relations[reply.Url], relations[faults.Url]));
    }

    [Fact]
    public void A_merge_by_hand_joins_two_releases_and_undone_leaves_them_as_they_were()
    {
        var other = Paper with { Url = "https://northlight.example/combs", Title = "Combs", Hint = "combs", Authors = ["Eva Lind"] };
        DocumentVersion[] all = [Paper, News, other];
        var before = new ReleaseGrouper(new()).Group(all);
        Assert.Equal(2, before.Count);
        var merge = new GroupingEdit("grp-1", GroupingEditKind.Merge, other.Url, PaperUrl, "Ada", "one study", At);
        var merged = Assert.Single(new ReleaseGrouper(new()).Examine(all, [merge]).Releases);
        Assert.Equal(new ReleaseId(ContentId.Of("rel", PaperUrl)), merged.Id);
        Assert.Equal(3, merged.Documents.Count);
        Assert.Equal(ModelJson.Write(before), ModelJson.Write(new ReleaseGrouper(new()).Examine(all, [merge with { UndoneAt = At, UndoneBy = "Ada" }]).Releases));
    }

    [Fact]
    public void A_document_split_off_by_hand_is_a_release_of_its_own()
    {
        DocumentVersion[] all = [Paper, Appendix, News];
        var split = new GroupingEdit("grp-1", GroupingEditKind.Split, News.Url, null, "Ada", "about another study", At);
        var releases = new ReleaseGrouper(new()).Examine(all, [split]).Releases;
        Assert.Equal([2, 1], releases.Select(release => release.Documents.Count));
        Assert.Equal(new ReleaseId(ContentId.Of("rel", News.Url)), releases[1].Id);
    }

    [Fact]
    public void A_correction_of_what_is_not_there_changes_nothing()
    {
        DocumentVersion[] all = [Paper, News];
        GroupingEdit[] edits =
        [
            new("grp-1", GroupingEditKind.Split, "https://absent.example/", null, "Ada", "x", At), new("grp-2", GroupingEditKind.Split, PaperUrl, null, "Ada", "x", At),
            new("grp-3", GroupingEditKind.Merge, PaperUrl, "https://absent.example/", "Ada", "x", At), new("grp-4", GroupingEditKind.Merge, PaperUrl, PaperUrl, "Ada", "x", At),
        ];
        Assert.Equal(ModelJson.Write(new ReleaseGrouper(new()).Group(all)), ModelJson.Write(new ReleaseGrouper(new()).Examine(all, edits).Releases));
    }

    [Fact]
    public void The_order_of_the_documents_does_not_matter()
    {
        DocumentVersion[] all = [News, Critique, EmployeePost, CompanyPost, Appendix, Paper];
        var one = new ReleaseGrouper(new()).Group(all);
        var other = new ReleaseGrouper(new()).Group([.. all.Reverse()]);
        Assert.Equal(one[0].Documents, other[0].Documents);
        Assert.Equal(one[0].Id, other[0].Id);
    }

    [Fact]
    public void An_older_memo_is_no_text_about_a_younger_paper()
    {
        var memo = new WrittenText("https://capital.example/memo", DocumentKind.Policy, "Recent advances have resolved the question of Sparse Sieves: Readable Units in a Small Transformer.")
        { Title = "Written evidence", Publisher = "Capital Partners", Published = "2031-02", Hint = "sieves", Links = [PaperUrl] };
        var grouping = new ReleaseGrouper(new()).Examine([memo, Paper], []);

        Assert.Equal(2, grouping.Releases.Count);
        Assert.All(grouping.Releases, release => Assert.Single(release.Documents));
        var rejected = Assert.Single(grouping.Rejected);
        var edge = rejected.ToEdge();
        Assert.Equal((false, EdgeSupport.None, 0.0, memo.ToVersion().Document.Id), (edge.DateOk, edge.Support, edge.Confidence, edge.Downstream));
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData("2031", true, true)]
    [InlineData("2031", false, false)]
    [InlineData("2031-05-21", false, true)]
    [InlineData("2031-05-20", true, false)]
    public void Where_the_dates_do_not_decide_only_a_link_does(string? published, bool links, bool isAbout)
    {
        var news = News with { Published = published, Links = links ? [PaperUrl] : [], Text = "A piece on Sparse Sieves: Readable Units in a Small Transformer." };
        Assert.Equal(isAbout ? 1 : 2, Group(Paper, news).Count);
    }

    [Fact]
    public void A_shared_quotation_of_eight_words_ties_and_one_of_seven_does_not()
    {
        Assert.Single(Group(Paper, News with { Links = [], Text = "It can \"recover readable units in a small four layer\" network, they say." }));
        Assert.Equal(2, Group(Paper, News with { Links = [], Text = "It can \"recover readable units in a small four\" network, they say." }).Count);
    }

    [Fact]
    public void A_text_that_is_about_nothing_here_is_a_release_of_its_own()
    {
        var releases = Group(Paper, News with { Links = [] });
        Assert.Equal([DocumentRelation.Primary, DocumentRelation.Primary], releases.Select(release => release.Documents.Single().Relation));
    }

    [Fact]
    public void A_memo_that_repeats_a_newspaper_is_about_what_the_newspaper_wrote_about()
    {
        var memo = new WrittenText("https://capital.example/memo", DocumentKind.Policy, "As reported, machines are now fully understood.")
        { Title = "Memo", Publisher = "Capital Partners", Published = "2031-06-02", Links = [News.Url] };
        Assert.Equal(3, Assert.Single(Group(Paper, News, memo)).Documents.Count);
    }

    [Fact]
    public void A_post_of_others_that_names_the_paper_is_a_release_of_its_own_and_a_text_about_it()
    {
        var post = new WrittenText("https://bo.example/sieves", DocumentKind.Blog, "Notes on Sparse Sieves: Readable Units in a Small Transformer, with our own runs.")
        { Title = "Our runs", Authors = ["Bo Sample"], Published = "2031-06-02" };
        var releases = Group(Paper, post);
        Assert.Equal([2, 1], releases.Select(release => release.Documents.Count));
        Assert.Equal(DocumentRelation.ThirdParty, releases[0].Documents[1].Relation);
        Assert.Equal(post.ToVersion().Document.Id, releases[1].Documents[0].Document);
    }

    [Theory]
    [InlineData("Links of the week", 1)]
    [InlineData("What Northlight found and what it did not", 2)]
    public void A_post_that_links_in_passing_is_not_about_the_paper(string title, int documents)
    {
        var post = new WrittenText("https://bo.example/week", DocumentKind.Blog, "Some reading.") { Title = title, Authors = ["Bo Sample"], Published = "2031-06-02", Links = [PaperUrl] };
        Assert.Equal(documents, Group(Paper with { Publisher = "Northlight Research" }, post)[0].Documents.Count);
    }

    [Fact]
    public void Papers_that_share_a_key_and_a_venue_stay_apart()
    {
        var one = Paper with { Publisher = "arXiv", Authors = ["Wu et al."], Hint = "collection" };
        var other = new WrittenText("https://other.example/p", DocumentKind.Paper, "Another.") { Title = "Another Paper on Units", Publisher = "arXiv", Authors = ["Wu et al."], Published = "2031-05-21", Hint = "collection" };
        Assert.Equal(2, Group(one, other).Count);
    }

    [Fact]
    public void A_key_that_several_papers_share_does_not_say_which_one_the_news_is_about()
    {
        var other = new WrittenText("https://other.example/p", DocumentKind.Paper, "Another.") { Title = "Another Paper on Units", Publisher = "Southlight", Published = "2031-05-21", Hint = "sieves" };
        Assert.Equal(3, Group(Paper, other, News with { Links = [], Hint = "sieves" }).Count);
        Assert.Single(Group(Paper, News with { Links = [], Hint = "sieves" }));
    }

    [Fact]
    public void A_preprint_and_the_paper_of_the_same_title_and_people_are_one_release()
    {
        var preprint = Paper with { Url = "https://arxiv.org/abs/3105.01234", Kind = DocumentKind.Preprint, Publisher = "arXiv", Published = "2031-05-02" };
        var release = Assert.Single(Group(Paper, preprint));
        Assert.Equal([DocumentRelation.Primary, DocumentRelation.Primary], release.Documents.Select(document => document.Relation));
        Assert.Equal(new DateOnly(2031, 5, 2), release.FirstPublished.NotBefore);
        Assert.Equal(new ReleaseId(ContentId.Of("rel", "https://arxiv.org/abs/3105.01234")), release.Id);
    }

    [Fact]
    public void A_later_text_of_the_same_publisher_is_a_release_of_its_own() =>
        Assert.Equal(2, Group(Paper, CompanyPost with { Published = "2031-11-01" }).Count);

    [Theory]
    [InlineData("Northlight", "Northlight", true)]
    [InlineData("Northlight", "Team Notes (Northlight)", true)]
    [InlineData("Northlight", "Northlights", false)]
    [InlineData("GitHub", "GitHub", false)]
    [InlineData("LessWrong", "LessWrong / Alignment Forum", false)]
    [InlineData("Northlight", "Northlight (third-party translation)", false)]
    [InlineData(null, "Northlight", false)]
    public void Publishers_are_the_same_by_whole_names_only(string? one, string? other, bool same) => Assert.Equal(same, Ownership.SamePublisher(one, other));

    [Theory]
    [InlineData("Mina Ortega", "M. Ortega", true)]
    [InlineData("Mina Ortega (mo)", "mina ortega", true)]
    [InlineData("Mina Ortega", "Max Ortega", false)]
    [InlineData("Wu et al.", "Wu et al.", false)]
    [InlineData("sieve_watcher", "sieve_watcher", true)]
    public void Persons_are_the_same_only_when_no_name_contradicts(string one, string other, bool same) => Assert.Equal(same, Ownership.SamePerson(one, other));

    [Fact]
    public void Coverage_is_full_only_with_appendix_and_references()
    {
        var cited = Paper with { References = ["Doe 2029. On units."] };
        Assert.Equal(Coverage.MainOnly, Group(Paper)[0].Coverage);
        Assert.Equal(Coverage.MainOnly, Group(cited)[0].Coverage);
        Assert.Equal(Coverage.MainOnly, Group(Paper, Appendix)[0].Coverage);
        Assert.Equal(Coverage.Full, Group(cited, Appendix)[0].Coverage);
        Assert.Equal(Coverage.Full, Group(cited with { Text = cited.Text + "\nAppendix A: further tables." })[0].Coverage);
        Assert.Equal(Coverage.Full, Group(cited with { Text = cited.Text + "\nThis paper has no appendix." })[0].Coverage);
        Assert.Equal(Coverage.AbstractOnly, Group(Paper with { Place = Place.Abstract })[0].Coverage);
        Assert.Equal(Coverage.MainOnly, Group(CompanyPost)[0].Coverage);
    }

    [Theory]
    [InlineData(100, Coverage.MainOnly)]
    [InlineData(10, Coverage.AbstractOnly)]
    public void A_short_paper_of_several_sections_is_read_whole_and_a_page_of_headings_is_not(int length, Coverage coverage)
    {
        Place[] sections = [Place.Abstract, Place.Introduction, Place.Results, Place.Limitations];
        DocumentVersion written = Paper with { Text = new('x', sections.Length * length) };
        var version = written with { Passages = [.. sections.Select((place, i) => new Passage(i, new(i * length, (i + 1) * length), place, "", i, 0))] };
        Assert.Equal(coverage, ReleaseCoverage.Of(version, [version]));
    }

    [Theory]
    [InlineData("NeurIPS Workshop", DocumentKind.Paper, PeerReview.Workshop)]
    [InlineData("NeurIPS", DocumentKind.Paper, PeerReview.Conference)]
    [InlineData("TMLR", DocumentKind.Paper, PeerReview.Journal)]
    [InlineData("arXiv", DocumentKind.Paper, PeerReview.Preprint)]
    [InlineData("Northlight", DocumentKind.Paper, PeerReview.Unknown)]
    [InlineData("Northlight", DocumentKind.Preprint, PeerReview.Preprint)]
    [InlineData("The ICML Podcast", DocumentKind.Blog, PeerReview.Unknown)]
    public void Peer_review_is_read_from_the_venue_or_unknown(string publisher, DocumentKind kind, PeerReview expected) =>
        Assert.Equal(expected, Group(Paper with { Publisher = publisher, Kind = kind })[0].PeerReview);

    [Fact]
    public void Every_document_stands_somewhere_and_is_nobodys_own_twice()
    {
        DocumentVersion[] all =
        [
            News, Critique, EmployeePost, CompanyPost, Appendix, Paper, (News with { Url = "https://courier.example/2", Links = [] }),
            (Appendix with { Url = "https://lost.example/appendix", Publisher = null, Links = [] }), (EmployeePost with { Url = "https://social.example/x", Authors = [], Links = [] }),
        ];
        var releases = new ReleaseGrouper(new()).Group(all);
        Assert.All(all, version => Assert.Contains(releases, release => release.Documents.Any(document => document.Document == version.Document.Id)));
        Assert.All(all, version => Assert.True(releases.Sum(release => release.Documents.Count(document => document.Document == version.Document.Id && document.IsOwn)) <= 1));
    }

    private static IReadOnlyList<Release> Group(params WrittenText[] texts) => new ReleaseGrouper(new()).Group([.. texts.Select(text => text.ToVersion())]);

    private static Dictionary<string, DocumentRelation> Relations(Release release, params WrittenText[] texts) =>
        texts.ToDictionary(text => text.Url, text => release.Documents.Single(document => document.Document == text.ToVersion().Document.Id).Relation);
}
