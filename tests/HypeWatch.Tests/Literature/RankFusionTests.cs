using HypeWatch.Literature;

namespace HypeWatch.Tests.Literature;

public class RankFusionTests
{
    [Fact]
    public void What_several_rankings_hold_comes_before_what_one_holds_first_and_keeps_all_reasons()
    {
        var fused = RankFusion.Fuse<string>([new([("a", "words"), ("b", "words")]), new([("c", "topics"), ("b", "topics")])]);
        Assert.Equal(["b", "a", "c"], fused.Select(found => found.Item));
        Assert.Equal(["words", "topics"], fused[0].Reasons);
    }

    [Fact]
    public void A_ranking_of_more_weight_decides() =>
        Assert.Equal("c", RankFusion.Fuse<string>([new([("a", "")]), new([("c", "")], Weight: 2)])[0].Item);
}
