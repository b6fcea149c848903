using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HypeWatch.Evals.Bench;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Sources;
using HypeWatch.Sources.Watching;

namespace HypeWatch.Evals;

/// <summary>
/// Replays recorded histories of index pages through the product's own comparison of two looks, and counts what it believes and what it takes for noise. A history is a file
/// <c>NAME.events.jsonl</c>, from which the index is rebuilt after each change, with a second look an hour later where the next change is further away; and dated snapshots <c>NAME.DATE.xml</c>.
/// </summary>
internal static class LabFeedsEval
{
    private const int Shown = 10;

    private sealed record Look(DateTimeOffset At, IReadOnlyList<ListedItem> Items);

    public static Command Make()
    {
        var input = new Option<DirectoryInfo>("--in") { Description = "folder of the histories", Required = true };
        var command = new Command("labfeeds", "Replays recorded histories of index pages and counts new items, retitles, suppressed artefacts and empty episodes") { input };
        command.SetAction(async (parse, ct) =>
        {
            var folder = parse.GetValue(input)!;
            List<(string Source, SourceEvent Event, DateTimeOffset At)> all = [];
            foreach (var file in folder.EnumerateFiles("*.events.jsonl").OrderBy(file => file.Name, StringComparer.Ordinal))
                all.AddRange(Replay(file.Name.Split('.')[0] + " (events)", await FromEventsAsync(file.FullName, ct)));
            foreach (var group in folder.EnumerateFiles("*.xml").OrderBy(file => file.Name, StringComparer.Ordinal).GroupBy(file => file.Name.Split('.')[0]))
                all.AddRange(Replay(group.Key + " (snapshots)", [.. group.OrderBy(Moment).Select(FromSnapshot)]));
            Print("retitles", all.Where(one => one.Event.Kind is SourceEventKind.Retitled));
            await PrintClaimsAsync([.. all.Where(one => one.Event.Kind is SourceEventKind.Retitled).Select(one => one.Event)], ct);
            Print("artefacts of titles suppressed", all.Where(one => one.Event.Kind is SourceEventKind.Suppressed && one.Event.Before != one.Event.After && !one.Event.Reason.StartsWith("the date", StringComparison.Ordinal)));
            return 0;
        });
        return command;
    }

    private static List<(string Source, SourceEvent Event, DateTimeOffset At)> Replay(string name, IReadOnlyList<Look> looks)
    {
        Dictionary<string, KnownItem> known = new(StringComparer.Ordinal);
        List<(string Source, SourceEvent Event, DateTimeOffset At)> events = [];
        int empty = 0, survived = 0, doubts = 0;
        foreach (var look in looks)
        {
            var isFirst = known.Count == 0;
            var before = known.Count;
            var result = IndexWatch.Compare(known.Values, look.Items, look.At);
            foreach (var item in result.Changed) known[item.Key] = item;
            events.AddRange(result.Events.Where(happened => !isFirst || happened.Kind is not SourceEventKind.Added).Select(happened => (name, happened, look.At)));
            if (result.Doubt is not null) doubts++;
            if (look.Items.Count > 0 || before == 0) continue;
            empty++;
            if (known.Count == before) survived++;
        }

        var counts = events.GroupBy(one => one.Event.Kind).ToDictionary(kind => kind.Key, kind => kind.Count());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {looks.Count} looks, {known.Count} items, {Count(SourceEventKind.Added)} new after the first look, {Count(SourceEventKind.Retitled)} retitled, {Count(SourceEventKind.Missing)} missing, {Count(SourceEventKind.Returned)} returned, {Count(SourceEventKind.Suppressed)} artefacts suppressed, {doubts} looks doubted, {survived} of {empty} empty looks survived"));
        foreach (var reason in events.Where(one => one.Event.Kind is SourceEventKind.Suppressed).GroupBy(one => Reason(one.Event.Reason)).OrderByDescending(reason => reason.Count()))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {reason.Count(),5}  {reason.Key}"));
        return events;

        int Count(SourceEventKind kind) => counts.GetValueOrDefault(kind);
    }

    private static string Reason(string reason) => reason.StartsWith("it was absent", StringComparison.Ordinal) ? "it was absent from a few looks only" : reason;

    private static async Task<IReadOnlyList<Look>> FromEventsAsync(string path, CancellationToken ct)
    {
        Dictionary<string, (string Title, string? Date)> items = new(StringComparer.Ordinal);
        HashSet<string> here = new(StringComparer.Ordinal);
        List<Look> looks = [];
        string? commit = null;
        DateTimeOffset at = default;
        await foreach (var line in JsonLines.ReadAsync(path, ct))
        {
            if (!line.TryGetProperty("kind", out var kind)) continue;
            var now = line.GetProperty("at").GetDateTimeOffset();
            if (commit is not null && commit != line.GetProperty("commit").GetString()) Close(now);
            (commit, at) = (line.GetProperty("commit").GetString(), now);
            var link = line.GetProperty("link").GetString()!;
            switch (kind.GetString())
            {
                case "added":
                    var item = line.GetProperty("item");
                    items[link] = (item.GetProperty("title").GetString() ?? "", Text(item, "date"));
                    here.Add(link);
                    break;
                case "changed":
                    var changes = line.GetProperty("changes");
                    var old = items.GetValueOrDefault(link, ("", null));
                    items[link] = (changes.TryGetProperty("title", out var title) ? title[1].GetString() ?? "" : old.Title, changes.TryGetProperty("date", out var date) ? date[1].GetString() : old.Date);
                    break;
                case "removed":
                    here.Remove(link);
                    break;
                case "reappeared":
                    here.Add(link);
                    break;
            }
        }

        Close(at.AddDays(30));
        return looks;

        void Close(DateTimeOffset next)
        {
            IReadOnlyList<ListedItem> index = [.. here.Select(link => new ListedItem(link, FeedText.Plain(items[link].Title), Day(items[link].Date)))];
            looks.Add(new(at, index));
            if (next - at > TimeSpan.FromMinutes(90)) looks.Add(new(at.AddHours(1), index));
        }
    }

    private static Look FromSnapshot(FileInfo file)
    {
        var feed = FeedParser.Parse(FeedText.Decode(File.ReadAllBytes(file.FullName), "application/xml"));
        return new(Moment(file), [.. feed.Entries.Where(entry => entry.Link is not null).Select(entry => new ListedItem(entry.Link!, entry.Title, entry.Published?.NotBefore?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))]);
    }

    // NAME.2025-11-20-before.xml: the parts of one day in the order before, none, a, after.
    private static DateTimeOffset Moment(FileInfo file)
    {
        var stamp = file.Name.Split('.')[1];
        var day = DateTimeOffset.ParseExact(stamp[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return day.AddHours(stamp.EndsWith("before", StringComparison.Ordinal) ? 6 : stamp.EndsWith("after", StringComparison.Ordinal) ? 18 : 12);
    }

    private static string? Day(string? date) => DateInWords.Find(date, "index")?.NotBefore?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement part, string name) => part.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static void Print(string title, IEnumerable<(string Source, SourceEvent Event, DateTimeOffset At)> events)
    {
        // Spread over the histories, so that ten of one kind do not hide the others.
        var some = events.GroupBy(one => (one.Source, one.Event.Reason)).SelectMany(group => group.Take(2)).Concat(events).Distinct().Take(Shown).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{some.Count} of the {events.Count()} {title}:"));
        foreach (var (source, happened, at) in some) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {at:yyyy-MM-dd} {source}: '{Short(happened.Before)}' -> '{Short(happened.After)}' ({happened.Reason})"));
    }

    // Whether what a title claims changed with it, by the product's own comparison of two versions.
    private static async Task PrintClaimsAsync(IReadOnlyList<SourceEvent> retitles, CancellationToken ct)
    {
        var (path, changes) = (ClaimPath.Offline(), new VersionChanges(new LexiconSet()));
        var changed = 0;
        foreach (var retitle in retitles)
        {
            var found = changes.Between(await TitleAsync(retitle.Before ?? "", path, ct), await TitleAsync(retitle.After ?? "", path, ct));
            if (found.Count > 0) changed++;
            foreach (var change in found) Console.WriteLine($"    {change.Kind.ToCode()}: '{change.Before?.Quote}' -> '{change.After?.Quote}'");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"retitles that change a claim: {changed} of {retitles.Count}"));
    }

    private static async Task<DossierDocument> TitleAsync(string title, ClaimPath path, CancellationToken ct)
    {
        var document = new Document(new("doc-title"), DocumentKind.Blog, "title", "title", title, null, [], PublicationDate.Unknown, "en");
        var version = new DocumentVersion(new(ContentId.Of("ver", title)), document, new("snp-title"), title, ContentId.Sha256(title), "title", [new(0, new(0, title.Length), Place.Title, "", 0, 0)], [], [], []);
        var found = await path.ExtractAsync(version, ct);
        return new(version, DocumentRelation.Primary, found.Claims, found.Caveats, new(version.Id, [], [], []));
    }

    private static string Short(string? text) => text is null ? "" : text.Length <= 90 ? text : text[..90] + "…";
}
