using System.CommandLine;
using HypeWatch.App.Drawings;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch lineage</c>: who said a claim first, who has it from whom, and what changed at each hop.</summary>
internal static class LineageCommand
{
    private sealed record Answer(bool Ok, Lineage Lineage);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var id = new Argument<string>("id") { Description = "Id of a claim (clm-...) or of a flag (flg-...)" };
        var format = new Option<string>("--format") { Description = "table, dot, mermaid, svg or json", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "dot", "mermaid", "svg", "json");
        return new Command("lineage", "How a claim travelled from text to text, and what changed at each hop") { id, format }.Does(async (context, ct) =>
        {
            var wanted = context.Value(id)!;
            await using var app = await context.OpenForReadingAsync(ct);
            ClaimId? claim = app is null ? null : (await app.Services.GetRequiredService<FlagQueries>().GetAsync(new FlagId(wanted), ct))?.Claim?.Claim.Id ?? new ClaimId(wanted);
            if (claim is not { } start || await app!.Services.GetRequiredService<LineageQueries>().GetAsync(start, ct) is not { } lineage)
            {
                var frozen = claim is { } gone && app is not null ? await app.Services.GetRequiredService<FrozenClaims>().GetAsync(gone, null, ct) : null;
                context.Complain(frozen is null ? $"there is no claim and no flag '{wanted}'" : $"{wanted} has no lineage any more: {FrozenText.Why(frozen)}");
                return ExitCode.NothingFound;
            }

            if (context.Json || context.Value(format) == "json") context.Out.Json(new Answer(true, lineage));
            else if (context.Value(format) == "dot") context.Out.Line(LineageGraph.Dot(lineage));
            else if (context.Value(format) == "mermaid") context.Out.Line(LineageGraph.Mermaid(lineage));
            else if (context.Value(format) == "svg") context.Out.Line(LineageSvg.Of(lineage));
            else Print(context.Out, lineage);
            return ExitCode.Ok;
        });
    }

    private static void Print(Terminal terminal, Lineage lineage)
    {
        terminal.Note("hop  date        speaker: wording, strength and certainty, and what changed since the hop before");
        foreach (var (hop, view) in lineage.Claims)
        {
            var mark = view.Claim.Id == lineage.Start ? "*" : " ";
            terminal.Aligned($"{mark}{hop,2}  {view.Document.Published,-10}  {view.Claim.Asserter}  {view.Claim.Strength.ToCode()} {view.Claim.Certainty.ToCode()}  {view.Claim.Id}");
            terminal.Quote(view.Claim.Quote);
            if (lineage.InTo(view.Claim.Id) is not { } edge) continue;
            var from = lineage.Claims.First(item => item.Claim.Claim.Id == edge.UpstreamClaim).Claim;
            terminal.Note($"from {from.Claim.Asserter} ({ClaimText.Words(edge.Kind)}, {ClaimText.Words(edge.Support)}): {LineageGraph.Change(edge)}; {OwnerWords(edge.ExcessOwner)}");
            Print(terminal, edge.Changes);
        }

        foreach (var told in lineage.Told)
        {
            terminal.Note($"tells of {told.Title} ({ClaimText.Words(told.Edge.Support)}), {(told.Edge.UpstreamSentence is null ? "in which no sentence that was read says it" : "where this stands:")}");
            if (told.Edge.UpstreamSentence is { } sentence) terminal.Quote(sentence);
            Print(terminal, told.Edge.Changes);
        }

        InfluenceText.Print(terminal, lineage.Influences);
        SilentEditText.Print(terminal, lineage.SilentEdits);
        if (lineage.Truncated) terminal.Note("there is more than is shown");
    }

    private static void Print(Terminal terminal, IEnumerable<EdgeChange> changes)
    {
        foreach (var change in changes) terminal.Note($"  {ClaimText.Words(change.Axis)}: {Said(change.Upstream)} -> {Said(change.Downstream)}");
    }

    private static string OwnerWords(ExcessOwner owner) => owner switch
    {
        ExcessOwner.None => "it says no more",
        ExcessOwner.Unknown => "whether it says more is not known",
        _ => $"the excess is {ClaimText.Words(owner)}",
    };

    private static string Said(string words) => words.Length == 0 ? "nothing" : $"\u201c{words}\u201d";
}
