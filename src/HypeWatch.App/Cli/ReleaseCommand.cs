using System.CommandLine;
using HypeWatch.App.Briefs;
using HypeWatch.App.Digests;
using HypeWatch.Evidence;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Propagation;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch release</c>: which documents make up a release, and people's corrections of that.</summary>
internal static class ReleaseCommand
{
    private sealed record ReleaseAnswer(
        bool Ok, ReleaseView Release, IReadOnlyList<ReleaseMember> Documents, IReadOnlyList<InventoryEntry> Inventory, ReleaseAttention Attention, IReadOnlyList<JudgementTally> Judged, IReadOnlyList<InfluenceView> Influences);

    private sealed record CampaignAnswer(bool Ok, Campaign Campaign);
    private sealed record BriefAnswer(bool Ok, ReleaseBrief Brief);

    private sealed record EditAnswer(bool Ok, GroupingEdit Edit, AssessmentReport Assessment);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("release", "Which documents make up a release, and corrections of that") { List(), Show(), Posts(), Brief(), Merge(), Split(), Undo(), Edits() };

    private static Command List()
    {
        var (limit, offset, files) = (Paging.Limit(50), Paging.Offset(), new FileOptions());
        return files.To(new Command("list", "The releases, the latest first") { limit, offset }).Does(async (context, ct) =>
        {
            if (files.AreAsked(context)) return await files.RunAsync(context, tables => tables.Releases, context.Value(offset) > 0 ? [new("offset", Number(context.Value(offset)))] : [], limit, ct);
            await using var app = await context.OpenForReadingAsync(ct);
            var found = app is null ? [] : await app.Services.GetRequiredService<ReleaseQueries>().FindAsync(null, context.Value(limit) + 1, context.Value(offset), ct);
            if (context.Json) context.Out.Json(RowsAnswer<ReleaseView>.Of(found, context.Value(limit)));
            else
                context.Out.Table(
                    ["id", "published", "publisher", "read", "documents", "claims", "flags", "title"],
                    found.Take(context.Value(limit)).Select(release => (IReadOnlyList<string>)[release.Id.Value, release.Published.ToString(), release.Publisher, ClaimText.Words(release.Coverage), Number(release.Documents), Number(release.Claims), Number(release.Flags), release.Title]));
            return found.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
        });
    }

    private static Command Show()
    {
        var id = Id();
        return new Command("show", "A release: its documents and how each stands to it, what its experiments are made of, and how much it was noticed beside what it shows") { id }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var queries = app?.Services.GetRequiredService<ReleaseQueries>();
            if (queries is null || await queries.GetAsync(new(context.Value(id)!), ct) is not { } release) return None(context, context.Value(id)!);
            var members = await queries.MembersAsync(release.Id, ct);
            var evidence = app!.Services.GetRequiredService<EvidenceStore>();
            var inventory = app.Services.GetRequiredService<InventoryReader>().Read(await evidence.OfReleaseAsync(release.Id, ct));
            var attention = await app.Services.GetRequiredService<AttentionQueries>().OfAsync(release.Id, release.Published, ct);
            var judged = await evidence.TalliesAsync(release.Id, ct);
            var influences = await queries.InfluencesAsync(release.Id, ct);
            if (context.Json)
            {
                context.Out.Json(new ReleaseAnswer(true, release, members, inventory, attention, judged, influences));
                return ExitCode.Ok;
            }

            context.Out.Heading(release.Title);
            context.Out.Note($"{release.Publisher}, {release.Published}; read: {ClaimText.Words(release.Coverage)}; {Count.Of(release.Claims, "claim")}, {Count.Of(release.Flags, "flag")}; {release.Id}");
            context.Out.Table(
                ["relation", "published", "claims", "title", "address"],
                members.Select(member => (IReadOnlyList<string>)[ClaimText.Words(member.Relation), member.Document.Published.ToString(), Number(member.Claims), member.Document.Title, member.Document.Url]));
            ReleaseText.Print(context.Out, inventory);
            ReleaseText.Print(context.Out, attention);
            InfluenceText.Print(context.Out, influences);
            foreach (var tally in judged) context.Out.Note(FormattableString.Invariant($"{tally.Subject} judged by {tally.Model}: {tally.Asked} asked about, {tally.Dropped} without an answer that can be verified, left to the rules"));
            return ExitCode.Ok;
        });
    }

    private static Command Posts()
    {
        var (id, hours) = (Id(), Paging.Number("--hours", "So many hours before and after the release's own first text", 48, 1, 8784));
        return new Command("posts", "Who posted what about a release around its first day: times only") { id, hours }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null || await app.Services.GetRequiredService<ReleaseQueries>().CampaignAsync(new(context.Value(id)!), context.Value(hours), ct) is not { } campaign) return None(context, context.Value(id)!);
            if (context.Json)
            {
                context.Out.Json(new CampaignAnswer(true, campaign));
                return ExitCode.Ok;
            }

            context.Out.Heading(campaign.Release.Title);
            context.Out.Note(campaign.First is { } first ? FormattableString.Invariant($"own first text: {first:yyyy-MM-dd HH:mm} UTC; {campaign.Window} hours before and after it") : "no text of the release states a time of day");
            context.Out.Table(
                ["UTC", "hours", "relation", "who", "title"],
                campaign.Posts.Select(post => (IReadOnlyList<string>)[Time(post), post.Hours is { } since ? since.ToString("+0.0;-0.0;0.0", System.Globalization.CultureInfo.InvariantCulture) : "", ClaimText.Words(post.Relation), post.Speaker, post.Document.Title]));
            if (campaign.Posts.Any(post => post.Basis is PostTimeBasis.Seen)) context.Out.Note("~ first shown by a source then; it may have been public before");
            return ExitCode.Ok;
        });
    }

    private static Command Brief()
    {
        var id = Id();
        var format = new Option<string>("--format") { Description = "md or html", DefaultValueFactory = _ => "md", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("md", "html");
        return new Command("brief", "A release on two pages, for someone who decides") { id, format }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null || await app.Services.GetRequiredService<ReleaseBriefs>().OfAsync(new(context.Value(id)!), ct) is not { } brief) return None(context, context.Value(id)!);
            if (context.Json) context.Out.Json(new BriefAnswer(true, brief));
            else if (context.Value(format) == "html") context.Out.Line(await app.Services.GetRequiredService<Drawing>().OfAsync<BriefSheet>(new() { [nameof(BriefSheet.Brief)] = brief }));
            else context.Out.Line(BriefMarkdown.Of(brief, TableOptions.Root(app.Services)).TrimEnd());
            return ExitCode.Ok;
        });
    }

    private static string Time(CampaignPost post) => post.At is { } at ? FormattableString.Invariant($"{(post.Basis is PostTimeBasis.Seen ? "~" : "")}{at:yyyy-MM-dd HH:mm}") : post.Document.Published.ToString();

    private static Command Merge()
    {
        var (id, into, by, reason) = (Id(), new Argument<string>("into") { Description = "Id of the release that stays" }, By(), Because());
        return new Command("merge", "Says that two releases are one") { id, into, by, reason }.Does((context, ct) => EditAsync(
            context,
            async services =>
            {
                var store = services.GetRequiredService<ReleaseStore>();
                var (one, other) = (await store.PrimaryAsync(new(context.Value(id)!), ct), await store.PrimaryAsync(new(context.Value(into)!), ct));
                if (one is null || other is null) throw new UsageException($"there is no release '{context.Value(one is null ? id : into)}'; hypewatch release list gives ids");
                if (one == other) throw new UsageException("a release cannot be merged into itself");
                return await services.GetRequiredService<GroupingEditStore>().MergeAsync(one, other, context.Value(by)!, context.Value(reason)!, ct);
            },
            ct));
    }

    private static Command Split()
    {
        var (document, by, reason) = (new Argument<string>("document") { Description = "Address of a document that is no main text" }, By(), Because());
        return new Command("split", "Says that a document is a release of its own") { document, by, reason }.Does((context, ct) => EditAsync(
            context,
            async services =>
            {
                var url = CanonicalUrl.Of(context.Value(document)!);
                if (await services.GetRequiredService<ItemQueue>().FindAsync(url, ct) is null) throw new UsageException($"no document '{url}' was ever announced or added");
                if (await services.GetRequiredService<ReleaseQueries>().GetAsync(new(ContentId.Of("rel", url)), ct) is not null) throw new UsageException($"'{url}' is the main text of a release already");
                return await services.GetRequiredService<GroupingEditStore>().SplitAsync(url, context.Value(by)!, context.Value(reason)!, ct);
            },
            ct));
    }

    private static Command Undo()
    {
        var (id, by) = (new Argument<string>("edit") { Description = "Id of a correction (grp-...)" }, By());
        return new Command("undo", "Takes a correction back") { id, by }.Does((context, ct) => EditAsync(
            context,
            async services =>
            {
                var store = services.GetRequiredService<GroupingEditStore>();
                if (!await store.UndoAsync(context.Value(id)!, context.Value(by)!, ct)) throw new UsageException($"there is no correction '{context.Value(id)}' that holds; hypewatch release edits lists them");
                return (await store.ListAsync(ct)).First(edit => edit.Id == context.Value(id));
            },
            ct));
    }

    private static Command Edits() => new Command("edits", "The corrections, oldest first, undone ones included").Does(async (context, ct) =>
    {
        await using var app = await context.OpenForReadingAsync(ct);
        var found = app is null ? [] : await app.Services.GetRequiredService<GroupingEditStore>().ListAsync(ct);
        if (context.Json) context.Out.Json(RowsAnswer<GroupingEdit>.Of(found, int.MaxValue));
        else
            foreach (var edit in found) Print(context.Out, edit);
        return found.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
    });

    private static async Task<int> EditAsync(CommandContext context, Func<IServiceProvider, Task<GroupingEdit>> edit, CancellationToken ct)
    {
        await using var app = await context.OpenForReadingAsync(ct);
        if (app is null) return ExitCode.NothingFound;
        var made = await edit(app.Services);
        var assessment = await app.Services.GetRequiredService<AssessRelease>().RunAllAsync(ct);
        if (context.Json)
        {
            context.Out.Json(new EditAnswer(true, made, assessment));
            return ExitCode.Ok;
        }

        Print(context.Out, made);
        context.Out.Line(AssessmentText.Of(assessment));
        return ExitCode.Ok;
    }

    private static void Print(Terminal terminal, GroupingEdit edit)
    {
        var what = edit.Kind is GroupingEditKind.Merge ? $"{edit.Document} merged into {edit.Into}" : $"{edit.Document} split off";
        var undone = edit.UndoneAt is { } at ? FormattableString.Invariant($"; undone by {edit.UndoneBy}, {at:yyyy-MM-dd}") : "";
        terminal.Line(FormattableString.Invariant($"{edit.Id}: {what} by {edit.By}, {edit.At:yyyy-MM-dd}: {edit.Reason}{undone}"));
    }

    private static int None(CommandContext context, string id)
    {
        context.Complain($"there is no release '{id}'");
        return ExitCode.NothingFound;
    }

    private static Argument<string> Id() => new("id") { Description = "Id of a release (rel-...)" };

    private static Option<string> By() => new("--by") { Description = "Who corrects", Required = true, HelpName = "NAME" };

    private static Option<string> Because() => new("--because") { Description = "Why", Required = true, HelpName = "TEXT" };

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
