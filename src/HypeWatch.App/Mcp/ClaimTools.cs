using System.ComponentModel;
using HypeWatch.Model;
using HypeWatch.Queries;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace HypeWatch.App.Mcp;

/// <summary>The tools of the Model Context Protocol: six, all read-only, all bounded.</summary>
[McpServerToolType]
internal sealed class ClaimTools(ClaimQueries claims, FlagQueries flags, ReleaseQueries releases, SqlQueries sql)
{
    private const int MostRows = 50;

    [McpServerTool(Name = "search_claims", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Finds claims whose verbatim quote holds all words. Without words: claims in reading order.")]
    public async Task<McpPage<McpClaim>> SearchClaimsAsync(
        [Description("words that must all stand in the quote")] string? words = null, [Description("claim type, T1 to T16")] string? type = null,
        [Description("who asserts it")] string? asserter = null, [Description("row to start at")] int start = 0, [Description("most rows, 1 to 50")] int limit = 10, CancellationToken ct = default)
    {
        var page = Page(start, limit);
        var kind = type is null ? (ClaimType?)null : Parse<ClaimType>(type, nameof(type));
        return McpPage<McpClaim>.Of((await claims.FindAsync(new(words, kind, asserter, Limit: page + 1, Offset: start), ct)).Select(McpClaim.Of), start, page);
    }

    [McpServerTool(Name = "get_claim", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("One claim with its evidence, its caveats (nearest first) and its flags.")]
    public async Task<McpClaimDetail> GetClaimAsync([Description("id of the claim")] string id, CancellationToken ct = default)
    {
        var detail = await flags.DetailAsync(new ClaimId(id), ct) ?? throw new McpException($"there is no claim {id}; search_claims gives ids");
        return new(
            Untrusted.Notice, McpClaim.Of(detail.Claim), [.. detail.Evidence.Select(e => $"{e.Kind.ToCode()} ({e.Distance.ToCode()}): {Untrusted.Mark(e.Pointer + (e.Url is null ? "" : " " + e.Url))}")],
            [.. detail.Caveats.Select(caveat => $"{caveat.Proximity.ToCode()}: {Untrusted.Mark(caveat.Caveat.Quote)}")], [.. detail.Flags.Select(McpFlag.Of)]);
    }

    [McpServerTool(Name = "get_lineage", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("How a claim travelled: one row a hop, with what changed and who made it stronger.")]
    public async Task<McpPage<McpHop>> GetLineageAsync(
        [Description("id of the claim")] string id, [Description("row to start at")] int start = 0, [Description("most rows, 1 to 50")] int limit = MostRows, CancellationToken ct = default)
    {
        var page = Page(start, limit);
        if (await claims.GetAsync(new ClaimId(id), ct) is null) throw new McpException($"there is no claim {id}; search_claims gives ids");
        return McpPage<McpHop>.Of((await claims.LineageAsync(new ClaimId(id), ct)).Skip(start).Select(McpHop.Of), start, page);
    }

    [McpServerTool(Name = "list_flags", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Flags, the gravest and surest first. A flag is a question with evidence, not a verdict.")]
    public async Task<McpPage<McpFlag>> ListFlagsAsync(
        [Description("flag code, OC01 and so on")] string? code = null, [Description("who asserted the excess")] string? owner = null, [Description("id of a release")] string? release = null,
        [Description("least severity, 0 to 5")] int minSeverity = 1, [Description("row to start at")] int start = 0, [Description("most rows, 1 to 50")] int limit = 10, CancellationToken ct = default)
    {
        var page = Page(start, limit);
        var found = await flags.FindAsync(new(Code: code?.ToUpperInvariant(), Owner: owner, Release: release, MinSeverity: minSeverity, Limit: page + 1, Offset: start), ct);
        return McpPage<McpFlag>.Of(found.Select(McpFlag.Of), start, page);
    }

    [McpServerTool(Name = "get_release_scorecard", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("A release: its documents, and its flags by code. Without an id: the latest releases.")]
    public async Task<McpPage<McpScorecard>> GetReleaseScorecardAsync(
        [Description("id of the release")] string? id = null, [Description("row to start at")] int start = 0, [Description("most rows, 1 to 50")] int limit = 10, CancellationToken ct = default)
    {
        var page = Page(start, limit);
        var cards = new List<McpScorecard>();
        foreach (var release in await releases.FindAsync(id, page + 1, start, ct))
        {
            var raised = id is null ? [] : await flags.FindAsync(new(Release: release.Id.Value, Limit: 1000), ct);
            cards.Add(McpScorecard.Of(release, id is null ? [] : await releases.MembersAsync(release.Id, ct), raised));
        }

        if (id is not null && cards.Count == 0) throw new McpException($"there is no release {id}");
        return McpPage<McpScorecard>.Of(cards, start, page);
    }

    [McpServerTool(Name = "run_query", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Runs a stored statement by its name with its parameters, or one SELECT over the read-only views claims_v, flags_v, caveats_v, evidence_v, exculpations_v, documents_v, releases_v, release_documents_v, edges_v, silent_edits_v, asserted_influences_v, headlines_v, prior_works_v, predictions_v, prediction_outcomes_v, prediction_disputes_v, sources_v. Without either: the stored statements.")]
    public async Task<McpTable> RunQueryAsync(
        [Description("one SELECT")] string? statement = null, [Description("name of a stored statement")] string? stored = null, [Description("values of the parameters, by name")] Dictionary<string, string?>? parameters = null,
        [Description("row to start at")] int start = 0, [Description("most characters of rows, 200 to 100000")] int maxChars = 20_000, CancellationToken ct = default)
    {
        if (start < 0) throw new McpException("start must not be negative");
        if (maxChars is < 200 or > 100_000) throw new McpException("maxChars must lie between 200 and 100000");
        if (statement is null && stored is null) return McpTable.Of(new(["name", "title", "parameters"], [.. sql.Stored.Select(one => (IReadOnlyList<object?>)[one.Name, one.Title, string.Join(", ", one.Parameters)])], false), start, maxChars);
        if (statement is not null && stored is not null) throw new McpException("statement or stored, not both");
        if (statement is not null && !sql.AllowsOwn) throw new McpException("statements of one's own are off here (Sql:OwnStatements, Web:Publication): name a stored one");
        var text = statement ?? sql.Find(stored!)?.Sql ?? throw new McpException($"there is no stored statement '{stored}'; known: {string.Join(", ", sql.Stored.Select(one => one.Name))}");
        return McpTable.Of(await sql.RunAsync(text, parameters ?? new Dictionary<string, string?>(StringComparer.Ordinal), ct), start, maxChars);
    }

    private static int Page(int start, int limit)
    {
        if (start < 0) throw new McpException("start must not be negative");
        if (limit is < 1 or > MostRows) throw new McpException(FormattableString.Invariant($"limit must lie between 1 and {MostRows}"));
        return limit;
    }

    private static T Parse<T>(string code, string name) where T : struct, Enum
    {
        try
        {
            return Code<T>.Parse(code.ToUpperInvariant());
        }
        catch (FormatException wrong)
        {
            throw new McpException($"{name}: {wrong.Message}", wrong);
        }
    }
}
