using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Tests.Queries;

public sealed class CampaignTests
{
    private static readonly ReleaseView Release = new(new("rel-1"), "Lanterns", "Quayside", PublicationDate.OnDay(new(2031, 5, 1), "test"), Coverage.Full, 5, 9, 0);

    [Fact]
    public void Texts_stand_in_the_order_of_time_with_the_hours_since_the_release_spoke_first()
    {
        var campaign = Campaign.Of(
            Release,
            [
                Post("news", DocumentRelation.ThirdParty, "2031-05-01T13:00:00Z"), Post("paper", DocumentRelation.Primary, "2031-05-01T14:00:00Z"), Post("thread", DocumentRelation.PromoByOrg, "2031-05-01T14:30:00Z"),
                Post("late", DocumentRelation.ThirdParty, "2031-05-09T14:30:00Z"), Post("day", DocumentRelation.ThirdParty, "2031-05-02"), Post("other-day", DocumentRelation.ThirdParty, "2031-05-20"),
            ],
            48);
        Assert.Equal([("news", -1.0), ("paper", 0.0), ("thread", 0.5), ("day", null)], campaign.Posts.Select(post => (post.Document.Title, post.Hours)));
        Assert.Equal(new DateTimeOffset(2031, 5, 1, 14, 0, 0, TimeSpan.Zero), campaign.First);
    }

    [Fact]
    public void Where_the_release_states_no_time_no_hours_are_told()
    {
        var campaign = Campaign.Of(Release, [Post("paper", DocumentRelation.Primary, "2031-05-01"), Post("news", DocumentRelation.ThirdParty, "2031-05-02T13:00:00Z"), Post("late", DocumentRelation.ThirdParty, "2031-05-05")], 48);
        Assert.Equal([("paper", null), ("news", null)], campaign.Posts.Select(post => (post.Document.Title, post.Hours)));
        Assert.Null(campaign.First);
    }

    [Fact]
    public void A_stated_instant_is_kept_beside_its_day_and_midnight_is_a_day()
    {
        Assert.Equal(new DateTimeOffset(2031, 5, 1, 22, 30, 0, TimeSpan.Zero), PublicationDate.TryParseIso("2031-05-02T00:30:00+02:00", "test")!.At);
        Assert.Null(PublicationDate.TryParseIso("2031-05-02T00:00:00Z", "test")!.At);
        Assert.Null(PublicationDate.TryParseIso("2031-05-02", "test")!.At);
        Assert.Equal(PublicationDate.OnDay(new(2031, 5, 2), "test"), PublicationDate.TryParseIso("2031-05-02T09:30:00Z", "test"));
    }

    private static CampaignPost Post(string title, DocumentRelation relation, string published)
    {
        var date = PublicationDate.TryParseIso(published, "test")!;
        return new(new(new($"doc-{title}"), DocumentKind.News, title, $"https://posts.example/{title}", null, date), relation, title, date.At, date.At is null ? PostTimeBasis.Day : PostTimeBasis.Stated, null, 0);
    }
}
