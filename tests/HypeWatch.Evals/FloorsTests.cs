namespace HypeWatch.Evals;

public sealed class FloorsTests
{
    private const string Scored = "pages                        60\nf1                           {0}\nsame title                   0.96\nHEADLINE f1 = 0.97\n";

    [Theory]
    [InlineData("0.9900", 0)]
    [InlineData("0.1000", 1)]
    [InlineData("none", 1)]
    public void A_figure_below_its_floor_or_missing_is_told(string f1, int failures) =>
        Assert.Equal(failures, Floors.Failures("article-body", Floors.Figures(Scored.Replace("{0}", f1, StringComparison.Ordinal))).Count);

    [Fact]
    public void Names_of_figures_may_hold_spaces() => Assert.Equal(0.96, Floors.Figures(Scored)["same title"]);

    [Fact]
    public void An_eval_without_floors_fails() => Assert.Equal(["nothing has no floors"], Floors.Failures("nothing", new Dictionary<string, double>(StringComparer.Ordinal)));
}
