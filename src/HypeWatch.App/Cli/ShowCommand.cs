using System.CommandLine;
using HypeWatch.Archiving;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;
using HypeWatch.Reading;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch show</c>: all that is known about a claim or a flag, or what was read of a document.</summary>
internal static class ShowCommand
{
    private sealed record ClaimAnswer(bool Ok, ClaimDetail Claim, IReadOnlyList<TextOrigin>? Origins);

    private sealed record FlagAnswer(bool Ok, FlagView Flag);

    private sealed record GoneAnswer(bool Ok, string Id, bool Gone, IReadOnlyList<FlagState> States, Redaction? Redaction);

    private sealed record SnapshotAnswer(bool Ok, Snapshot Snapshot);

    private sealed record FrozenAnswer(bool Ok, FrozenClaim Frozen);

    private sealed record VersionAnswer(
        bool Ok, VersionId Version, Document Document, IReadOnlyList<StatedTitle> Titles, IReadOnlyList<StatedDate> Dates, IReadOnlyList<Table> Tables, Discussion Discussion,
        IReadOnlyList<PageFinding> Findings, IReadOnlyList<Section>? Sections);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var id = new Argument<string>("id") { Description = "Id of a claim (clm-..., also clm-...@INSTANT), of a flag (flg-...), of a document (doc-...), of a version (ver-...) or of a snapshot (snp-...), or the address of its page" };
        var sections = new Option<bool>("--sections") { Description = "Of a version: its section map" };
        var origin = new Option<bool>("--origin") { Description = "Of a claim: where its quote stands in the archived page, text node by text node" };
        return new Command("show", "All that is known about a claim or a flag, or what was read of a document") { id, sections, origin }.Does(async (context, ct) =>
        {
            var (wanted, then) = ShownId.Of(context.Value(id)!);
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is not null)
            {
                var flags = app.Services.GetRequiredService<FlagQueries>();
                if (then is not null) return await app.Services.GetRequiredService<FrozenClaims>().GetAsync(new(wanted), AsOf.Read("@", then), ct) is { } cited ? Print(context, cited) : Nothing(context, $"there is no claim '{wanted}', or none was known at {then}");
                if (await flags.DetailAsync(new ClaimId(wanted), ct) is { } claim)
                    return Print(context, claim, context.Value(origin) ? await OriginsAsync(app.Services, claim.Claim.Claim, ct) : null);
                if (await flags.GetAsync(new FlagId(wanted), ct) is { } flag) return Print(context, flag);
                if (await flags.HistoryAsync(new(wanted), ct) is { Count: > 0 } states) return await PrintAsync(context, app.Services, wanted, states, ct);
                if (await app.Services.GetRequiredService<TextQueries>().CurrentAsync(new(wanted), ct) is { } text) wanted = text.Version.Id.Value;
                if (await app.Services.GetRequiredService<VersionStore>().LoadAsync(wanted, ct) is { } version) return Print(context, version, context.Value(sections));
                if (await app.Services.GetRequiredService<FrozenClaims>().GetAsync(new(wanted), null, ct) is { } frozen) return Print(context, frozen);
                if (await app.Services.GetRequiredService<SnapshotStore>().LoadAsync(wanted, ct) is { } snapshot) return Print(context, snapshot);
            }

            return Nothing(context, ShownId.Elsewhere(wanted) ?? $"there is no claim, no flag, no document, no version and no snapshot '{wanted}'");
        });
    }

    private static int Nothing(CommandContext context, string words)
    {
        context.Complain(words);
        return ExitCode.NothingFound;
    }

    private static int Print(CommandContext context, FrozenClaim frozen)
    {
        if (context.Json) context.Out.Json(new FrozenAnswer(true, frozen));
        else FrozenText.Print(context.Out, frozen);
        return ExitCode.Ok;
    }

    private static int Print(CommandContext context, Snapshot snapshot)
    {
        if (context.Json)
        {
            context.Out.Json(new SnapshotAnswer(true, snapshot));
            return ExitCode.Ok;
        }

        context.Out.Heading(snapshot.Id.Value);
        context.Out.Note(FormattableString.Invariant($"{snapshot.Item.Url}, fetched {snapshot.FetchedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, SHA-256 {snapshot.Sha256}"));
        return ExitCode.Ok;
    }

    // A flag that is no longer raised keeps its history, also when the text that it was about was taken out.
    private static async Task<int> PrintAsync(CommandContext context, IServiceProvider services, string id, IReadOnlyList<FlagState> states, CancellationToken ct)
    {
        var redaction = states[^1].Claim is { } claim ? (await services.GetRequiredService<FrozenClaims>().GetAsync(claim, null, ct))?.Redaction : null;
        if (context.Json)
        {
            context.Out.Json(new GoneAnswer(true, id, true, states, redaction));
            return ExitCode.Ok;
        }

        context.Out.Line(FormattableString.Invariant($"{id}: this flag is no longer raised since {states[^1].At.UtcDateTime:yyyy-MM-dd}"));
        if (redaction is not null) context.Out.Note(FormattableString.Invariant($"the text that it was about was taken out on {redaction.At.UtcDateTime:yyyy-MM-dd}: {redaction.Reason}"));
        foreach (var state in states) context.Out.Note(FormattableString.Invariant($"{state.At.UtcDateTime:yyyy-MM-dd HH:mm}: {state.Code}, {state.Status}, severity {state.Severity} of 5{(state.Rationale.Length > 0 ? ": " + state.Rationale : "")}"));
        return ExitCode.Ok;
    }

    private static int Print(CommandContext context, DocumentVersion version, bool withSections)
    {
        var sections = withSections ? Section.Of(version) : null;
        if (context.Json)
        {
            context.Out.Json(new VersionAnswer(true, version.Id, version.Document, version.Titles, version.Dates, version.Tables, version.Discussion, version.Findings, sections));
            return ExitCode.Ok;
        }

        VersionText.Print(context.Out, version);
        if (sections is not null) VersionText.Print(context.Out, sections);
        return ExitCode.Ok;
    }

    private static int Print(CommandContext context, FlagView flag)
    {
        if (context.Json) context.Out.Json(new FlagAnswer(true, flag));
        else FlagText.Print(context.Out, flag);
        return ExitCode.Ok;
    }

    private static async Task<IReadOnlyList<TextOrigin>> OriginsAsync(IServiceProvider services, Claim claim, CancellationToken ct)
    {
        var version = await services.GetRequiredService<VersionStore>().LoadAsync(claim.Version.Value, ct);
        if (version is null || await services.GetRequiredService<SnapshotStore>().LoadAsync(version.Snapshot.Value, ct) is not { } snapshot) return [];
        return services.GetRequiredService<Reader>().OriginsOf(snapshot, await services.GetRequiredService<Archive>().ReadAsync(snapshot.Sha256, ct), [claim.Span]);
    }

    /// <summary>A warrant rests on the experiments of the whole release, so a claim without a pointer of its own may have one.</summary>
    private static string NoPointer(ClaimView claim) => claim.Warrant is > Warrant.None ? $"the claim points to none; its warrant ({claim.Warrant.Value.ToCode()}) rests on the experiments of the release" : "none found";

    private static int Print(CommandContext context, ClaimDetail detail, IReadOnlyList<TextOrigin>? origins)
    {
        if (context.Json)
        {
            context.Out.Json(new ClaimAnswer(true, detail, origins));
            return ExitCode.Ok;
        }

        var terminal = context.Out;
        ClaimText.Print(terminal, detail.Claim);
        if (origins is not null) PrintOrigins(terminal, origins);
        terminal.Heading("Evidence");
        foreach (var evidence in detail.Evidence)
            terminal.Note(evidence.Kind is EvidenceKind.None ? NoPointer(detail.Claim) : $"{ClaimText.Words(evidence.Kind)} ({evidence.Distance.ToCode()}): {evidence.Pointer} {evidence.Url ?? evidence.Work?.Value}");
        foreach (var cited in detail.Cited)
        {
            terminal.Note(ClaimText.Words(cited));
            if (cited.Support.Said.Quote is { } quote) terminal.Quote(quote);
        }

        terminal.Heading("Caveats, nearest first");
        if (detail.Caveats.Count == 0) terminal.Note("none found");
        foreach (var caveat in detail.Caveats)
        {
            terminal.Note($"{caveat.Proximity.ToCode()}, {ClaimText.Words(caveat.Caveat.Kind)}:");
            terminal.Quote(caveat.Caveat.Quote);
        }

        terminal.Heading("Lineage");
        if (detail.Lineage.Count == 0) terminal.Note("none found");
        foreach (var edge in detail.Lineage)
        {
            terminal.Note($"{edge.UpstreamTitle} -> {edge.DownstreamTitle}: {ClaimText.Words(edge.Kind)}, {ClaimText.Words(edge.Support)}, strength {Change(edge.DeltaStrength)}, "
                + $"certainty {Change(edge.DeltaCertainty)}, scope {Change(edge.DeltaScope)}");
        }

        InfluenceText.Print(terminal, detail.Influences);
        SilentEditText.Print(terminal, detail.SilentEdits);
        terminal.Line();
        foreach (var flag in detail.Flags) FlagText.Print(terminal, flag);
        var made = detail.Claim.Claim.Provenance;
        terminal.Note($"made by {made.Engine} {made.EngineVersion}{(made.Model is { } model ? $", {model}, {made.Prompt}" : "")}");
        return ExitCode.Ok;
    }

    private static void PrintOrigins(Terminal terminal, IReadOnlyList<TextOrigin> origins)
    {
        terminal.Heading("In the page");
        if (origins.Count == 0) terminal.Note("no place: only pages of HTML are mapped");
        foreach (var origin in origins) terminal.Note(FormattableString.Invariant($"{origin.Path}, characters {origin.Start} to {origin.End}"));
    }

    private static string Change(int? delta) => delta is { } known ? known.ToString("+0;-0;0", System.Globalization.CultureInfo.InvariantCulture) : "not checked";
}
