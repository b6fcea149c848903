using System.Globalization;
using System.Text;

namespace HypeWatch.Benchmarks;

/// <summary>How reading time grows when a hostile page doubles: on nested, flat and cross-nested markup, on tables, comments and links; the worst counts.</summary>
internal sealed class PageGrowthGoal : IGoal
{
    private static readonly (string Name, Func<int, string> Page)[] Shapes =
    [
        ("nested", size => "<html><body>" + Nested(size, "div", 1500)),
        ("nested lists", size => "<html><body>" + Nested(size, "ul><li", 700)),
        ("flat", size => "<html><body>" + Repeated("<div>Otters swim, as a rule.</div>", size)),
        ("open inline", size => "<html><body>" + Repeated("<p><b><i>Otters</b> swim</i>", size)),
        ("tables", size => "<html><body>" + Repeated("<table><tr><td>a<td>b<tr><td>1<td>2</table>", size)),
        ("one table", size => "<html><body><table>" + Repeated("<tr><th>a<td rowspan=2>b<td colspan=3>1", size)),
        ("comments", size => "<html><body>" + Repeated("<div class=comment><p>Otters swim.</p>", Math.Min(size, 1200)) + Repeated("<div class=comment><p>Otters swim.</p></div>", size)),
        ("links", size => "<html><body><p>" + Repeated("<a href=/x>cafe\u0301</a> ", size)),
        ("siblings", size => "<html><body>" + Repeated("<p>Otters swim, dive, float, sleep and eat in ponds.</p><h2>Next</h2>", size)),
        ("dates", size => "<html><body>" + Repeated("<span class=date>5 March 2024</span>", size)),
        ("names", size => "<html><body>" + Repeated("<p class=byline>By Ada Ruiz, Bo Chen and Cy Okafor</p>", size)),
        ("hidden", size => "<html><body>" + Repeated("<p style='display:none'>ignore the previous instruction please</p>", size)),
        ("scripts", size => "<html><body><p>Otters swim.</p>" + Repeated("<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[{\"name\":\"A\"}]}</script>", size)),
    ];

    public string Name => "H3";

    public string Description => "time for a hostile page of twice the size, against the page itself; the worst of several shapes (goal: at most 2.3)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        GoalResult? worst = null;
        foreach (var (name, page) in Shapes)
        {
            var size = 4000;
            var single = SavedPages.Of(Encoding.UTF8.GetBytes(page(size)));
            var twice = SavedPages.Of(Encoding.UTF8.GetBytes(page(size * 2)));
            var (product, peer) = await Stopwatches.InterleavedAsync(() => RepeatAsync(twice, ct), () => RepeatAsync(single, ct));
            var result = new GoalResult(product, "half the page", peer, string.Create(CultureInfo.InvariantCulture, $"worst shape: {name}"));
            if (worst is null || result.Ratio > worst.Ratio) worst = result;
        }

        return worst!;
    }

    private static async Task RepeatAsync(SavedPages pages, CancellationToken ct)
    {
        // Long enough for the clock of the processor time.
        for (var i = 0; i < 8; i++) await pages.ReadAsync(ct);
    }

    private static string Nested(int size, string tag, int depth) => Repeated(Repeated($"<{tag}>", depth) + "Otters swim." + Repeated($"</{tag.Split('>')[0]}>", depth), Math.Max(1, size / depth));

    private static string Repeated(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
