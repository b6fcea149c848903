using System.Globalization;

namespace HypeWatch.Benchmarks;

/// <summary>What the reading of pages allocates.</summary>
internal sealed class PageMemoryGoal : IGoal
{
    private const double Limit = 20;

    public string Name => "H2";

    public string Description => "bytes allocated for each byte of a page, from the bytes to clean text with passages (goal: at most 20)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var pages = SavedPages.In(data);
        await pages.ReadAsync(ct);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await pages.ReadAsync(ct);
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)pages.Bytes;
        return new(allocated, "limit", Limit, string.Create(CultureInfo.InvariantCulture, $"{pages.Pages.Count} pages, {pages.Bytes / 1e6:0.0} MB")) { Unit = "B/B" };
    }
}
