using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Mcp;

/// <summary>One claim with all that is known about it.</summary>
internal sealed record McpClaimDetail(string Notice, McpClaim Claim, IReadOnlyList<string> Evidence, IReadOnlyList<string> Caveats, IReadOnlyList<McpFlag> Flags);

/// <summary>One hop of a claim.</summary>
internal sealed record McpHop(string Kind, string Support, string Upstream, string UpstreamUrl, string Downstream, string DownstreamUrl, bool? DateOk, int? DeltaStrength, int? DeltaCertainty, int? DeltaScope, string ExcessOwner,
    string UpstreamPublished, string DownstreamPublished, string? UpstreamSpeaker, string? DownstreamSpeaker, string? UpstreamQuote, string? DownstreamQuote, string Drift, IReadOnlyList<string> Changes)
{
    public static McpHop Of(EdgeView edge) => new(
        edge.Kind.ToCode(), edge.Support.ToCode(), Untrusted.Mark(edge.UpstreamTitle), Untrusted.Mark(edge.UpstreamUrl), Untrusted.Mark(edge.DownstreamTitle), Untrusted.Mark(edge.DownstreamUrl), edge.DateOk,
        edge.DeltaStrength, edge.DeltaCertainty, edge.DeltaScope, edge.ExcessOwner.ToCode(), edge.UpstreamPublished.ToString(), edge.DownstreamPublished.ToString(), Marked(edge.UpstreamSpeaker), Marked(edge.DownstreamSpeaker),
        Marked(edge.UpstreamQuote), Marked(edge.DownstreamQuote), edge.Drift.ToCode(), [.. edge.Changes.Select(change => Untrusted.Mark($"{change.Axis.ToCode()}: {change.Upstream} -> {change.Downstream}"))]);

    private static string? Marked(string? words) => words is null ? null : Untrusted.Mark(words);
}

/// <summary>A release at a glance.</summary>
internal sealed record McpScorecard(string Id, string Title, string Publisher, string Published, string Coverage, int Claims, int Flags, IReadOnlyList<string> Documents, IReadOnlyDictionary<string, int> FlagsByCode)
{
    public static McpScorecard Of(ReleaseView release, IReadOnlyList<ReleaseMember> members, IReadOnlyList<FlagView> flags) => new(
        release.Id.Value, Untrusted.Mark(release.Title), Untrusted.Mark(release.Publisher), release.Published.ToString(), release.Coverage.ToCode(), release.Claims, release.Flags,
        [.. members.Select(member => $"{member.Relation.ToCode()}: {Untrusted.Mark($"{member.Document.Title} {member.Document.Url}")}")],
        flags.CountBy(flag => flag.Flag.Code, StringComparer.Ordinal).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
}

/// <summary>Rows of a reader's SQL: so many as fit into a bounded number of characters, and at least one.</summary>
internal sealed record McpTable(string Notice, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool Truncated, int? NextStart)
{
    private const int LongestValue = 4000;

    /// <summary>The part of an answer that begins at a row.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="start">The row.</param>
    /// <param name="mostCharacters">Number of characters after which no further row is given.</param>
    public static McpTable Of(SqlAnswer answer, int start, int mostCharacters)
    {
        var (rows, characters) = (new List<IReadOnlyList<object?>>(), 0);
        foreach (var row in answer.Rows.Skip(start))
        {
            IReadOnlyList<object?> given = [.. row.Select(value => value is string words ? Untrusted.Mark(words.Length > LongestValue ? words[..LongestValue] + "…" : words) : value)];
            characters += ModelJson.Write(given).Length;
            if (rows.Count > 0 && characters > mostCharacters) break;
            rows.Add(given);
        }

        var next = start + rows.Count < answer.Rows.Count ? start + rows.Count : (int?)null;
        return new(Untrusted.Notice, answer.Columns, rows, answer.Truncated || next is not null, next);
    }
}
