using HypeWatch.Model;
using HypeWatch.Reviews;

namespace HypeWatch.Tests.Reviews;

public sealed class ReviewFileTests
{
    private static readonly ReviewEntry[] Entries =
    [
        new(new("flg-1"), "=Ann, \"A.\"", "none", new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), ReviewVerdict.Dismiss, ReviewReason.CaveatSameBlock, null, null, "two\nlines"),
        new(new("flg-2"), "Ben", "EleutherAI", new(2030, 1, 3, 0, 0, 0, TimeSpan.Zero), ReviewVerdict.Reduce, null, 2, null, null),
    ];

    [Fact]
    public void Both_forms_are_read_back_as_they_were()
    {
        Assert.Equal(Entries, ReviewFile.Read("reviews.csv", ReviewFile.Csv(Entries)));
        Assert.Equal(Entries, ReviewFile.Read("reviews.json", ModelJson.Write(Entries)));
    }

    [Fact]
    public void No_cell_becomes_a_formula() => Assert.DoesNotContain(",\"=", ReviewFile.Csv(Entries), StringComparison.Ordinal);

    [Theory]
    [InlineData("flg-1,Ann,none,2030-01-01,perhaps,,,,", "'perhaps' is no verdict")]
    [InlineData("flg-1,Ann,none,yesterday,confirm,,,,", "'yesterday' is no at")]
    [InlineData("flg-1,Ann,none,2030-01-01,dismiss,,,,", "a dismissal needs a reason")]
    [InlineData("flg-1,Ann,none,2030-01-01,reduce,,9,,", "a severity from 1 to 5")]
    [InlineData("flg-1,Ann,none,2030-01-01,reattribute,,,,", "needs that owner")]
    [InlineData("flg-1,Ann,,2030-01-01,confirm,,,,", "declares no affiliation")]
    [InlineData(",Ann,none,2030-01-01,confirm,,,,", "names no flag")]
    public void A_malformed_review_is_named(string row, string expected)
    {
        var problem = Assert.Throws<HypeWatchException>(() => ReviewFile.Read("r.csv", "flag,reviewer,affiliation,at,verdict,reason,severity,owner,note\n" + row + "\n"));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("r.csv: ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_another_shape_is_named() => Assert.StartsWith("r.json: ", Assert.Throws<HypeWatchException>(() => ReviewFile.Read("r.json", "{}")).Message, StringComparison.Ordinal);
}
