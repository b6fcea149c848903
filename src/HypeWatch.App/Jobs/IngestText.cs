using HypeWatch.Model;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Jobs;

/// <summary>How a document fared, in one line.</summary>
internal static class IngestText
{
    /// <summary>The line.</summary>
    public static string Line(IngestedItem item)
    {
        var (state, _, reason, version, claims, _) = item.Outcome;
        var name = version?.Document.Title ?? item.Item.Metadata.Title ?? item.Item.DocumentUrl;
        return state is ItemState.Done
            ? $"done, {Cli.Count.Of(claims, "claim")}: {name}"
            : $"{state.ToCode().Replace('_', '-')} ({reason}): {name}";
    }
}
