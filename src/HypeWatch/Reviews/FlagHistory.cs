using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Reviews;

/// <summary>Appends to the history of flags what changed since its last row, in the transaction that changed it.</summary>
public static class FlagHistory
{
    /// <summary>Takes the present states in: those of a release with what is no longer raised in it, or that of one flag.</summary>
    /// <param name="release">The release; null for one flag.</param>
    /// <param name="flag">The flag; null for a release.</param>
    /// <param name="scope">The transaction.</param>
    public static async Task RecordAsync(ReleaseId? release, FlagId? flag, WriteScope scope)
    {
        await scope.ExecuteAsync("reviews/record-history", new { ReleaseId = release?.Value ?? "", FlagId = flag?.Value ?? "" });
        if (release is { } one) await scope.ExecuteAsync("reviews/record-gone", new { ReleaseId = one.Value });
    }
}
