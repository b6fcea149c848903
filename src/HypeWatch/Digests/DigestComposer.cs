using System.Globalization;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Digests;

/// <summary>Chooses what a digest shows, in the order and with the caps of digest-and-query 2.1, and puts it into words. Pure and deterministic.</summary>
public sealed class DigestComposer
{
    private const int MaxFlags = 5, MaxWatched = 2, MaxMoves = 2, MaxPredictions = 3, MaxPromises = 3, MaxSubject = 60;

    // From this severity on a flag needs a second review before a digest may show it (specification 1, review).
    private const int SecondReviewSeverity = 4, ReviewsNeeded = 2, UrgentSeverity = 5;

    private readonly DigestSettings settings;
    private readonly DigestAddresses addresses;
    private readonly FlagItems flagItems;

    /// <summary>Makes a composer.</summary>
    public DigestComposer(DigestSettings settings)
    {
        this.settings = settings;
        addresses = new(settings);
        flagItems = new(new Words(), addresses);
    }

    /// <summary>Composes the digest of a week.</summary>
    public DigestIssue Compose(DigestInput input)
    {
        var history = new ShownHistory(input.AlreadyShown);
        var paused = input.Flags.Count(view => view.Flag.IsShown && input.PausedCodes.Contains(view.Flag.Code));
        input = input with
        {
            Flags = [.. input.Flags.Where(view => !input.PausedCodes.Contains(view.Flag.Code))], WatchList = [.. input.WatchList.Where(view => !input.PausedCodes.Contains(view.Flag.Code))],
        };
        var shown = Choose(input, history, input.Flags.Where(view => view.Flag.IsShown));
        var watched = input.LanguageModel is null ? Choose(input, history, input.WatchList.Where(view => IsWatched(view.Flag) && !IsWithinEvidence(view))) : [];
        var held = input.Flags.Concat(input.LanguageModel is null ? input.WatchList : [])
            .Where(view => (view.Flag.IsShown || IsWatched(view.Flag)) && NeedsReview(input, view.Flag)).Select(view => view.Flag.Id).Distinct().Count();
        var moves = input.Moves.Where(move => move.Edge is { DateOk: not false, Confidence: > 0 } && OtherItems.SizeOf(move.Edge) > 0 && !input.AlreadyShown.Contains(KeyOf(move)))
            .OrderByDescending(move => OtherItems.SizeOf(move.Edge)).ThenByDescending(move => move.Edge.Confidence).ThenBy(move => move.Edge.Id.Value, StringComparer.Ordinal)
            .DistinctBy(move => move.After.Claim.Id).ToList();
        var predictions = input.Predictions.Where(prediction => !input.AlreadyShown.Contains(KeyOf(prediction)))
            .OrderByDescending(prediction => prediction.Set.MadeOn).ThenBy(prediction => prediction.Set.Id.Value, StringComparer.Ordinal).ToList();

        var today = DateOnly.FromDateTime(input.MadeAt.UtcDateTime);
        var promises = input.Promises.Where(view => (view.IsDue(today) || view.Outcomes.Count > 0) && !input.AlreadyShown.Contains(KeyOf(view)))
            .OrderByDescending(view => view.Promise.DueOn ?? DateOnly.MinValue).ThenBy(view => view.Promise.Id, StringComparer.Ordinal).ToList();

        var corrections = input.Corrections.Where(correction => correction.Key is null || !input.AlreadyShown.Contains(correction.Key)).ToList();
        input = input with { Corrections = corrections };
        // What the rules left open goes before what they only propose.
        var topOfWatchList = watched.OrderBy(view => view.Flag.Status is FlagStatus.Candidate).Take(Math.Clamp(MaxFlags - shown.Count, 1, MaxWatched)).ToList();
        var isNothingNew = shown.Count + watched.Count + moves.Count + predictions.Count + promises.Count + input.Corrections.Count == 0;
        var broken = input.Sources.Count(source => source.IsBroken);
        return new(
            input.Period, input.MadeAt, Subject(input, shown.Count, topOfWatchList.Count, moves.Count, broken, isNothingNew), Summary(input, isNothingNew),
            [.. Notes(input, shown.Count, held, paused)],
            Section(shown.Take(MaxFlags), shown.Count, "hypewatch flags", "flags", flagItems.Of), Section(topOfWatchList, watched.Count, "hypewatch flags", "flags", flagItems.Of),
            input.BestCalibrated is { } best ? OtherItems.Of(best) : null, Section(moves.Take(MaxMoves), moves.Count, "hypewatch claims", "moves", OtherItems.Of),
            Section(predictions.Take(MaxPredictions), predictions.Count, "hypewatch show", "predictions", OtherItems.Of), [.. input.Corrections.Select(OtherItems.Of)],
            [.. OtherItems.Of(input.Sources)], [.. Footer(input)], [.. Links(input)], isNothingNew, !isNothingNew || broken > 0 || settings.SendWhenNothingNew,
            [.. shown.Take(MaxFlags).Concat(topOfWatchList).Select(view => ShownHistory.KeyOf(view.Flag, view.Claim?.Claim)), .. corrections.Select(correction => correction.Key).OfType<string>(), .. moves.Take(MaxMoves).Select(KeyOf), .. predictions.Take(MaxPredictions).Select(KeyOf), .. promises.Take(MaxPromises).Select(KeyOf)])
        {
            Chart = input.Chart, Promises = Section(promises.Take(MaxPromises), promises.Count, "hypewatch commitments list --due", "commitments", OtherItems.Of),
        };
    }

    /// <summary>Composes a digest of one day with the flags that cannot wait; not due when there are none.</summary>
    public DigestIssue ComposeUrgent(DigestInput input, DateOnly day)
    {
        var issue = Compose(input with
        {
            Flags = [.. input.Flags.Where(view => view.Flag is { Severity: UrgentSeverity, Status: FlagStatus.Confirmed })], WatchList = [], Moves = [], Predictions = [], Promises = [], Corrections = [],
            Chart = null, BestCalibrated = null,
        });
        return issue with
        {
            UrgentDay = day, Notes = [], IsDue = issue.Flags.Items.Count > 0,
            Subject = string.Create(CultureInfo.InvariantCulture, $"HypeWatch {day:yyyy-MM-dd}: {Count(issue.Flags.Items.Count, "confirmed flag")} of severity 5"),
            Summary = $"{Count(issue.Flags.Items.Count, "flag")} of severity 5 {(issue.Flags.Items.Count == 1 ? "was" : "were")} confirmed by reviewers. You asked to be told of these at once; the weekly digest has the rest.",
        };
    }

    private static List<FlagView> Choose(DigestInput input, ShownHistory history, IEnumerable<FlagView> views) =>
    [
        .. views.Where(view => !NeedsReview(input, view.Flag) && history.IsNews(view.Flag, view.Claim?.Claim))
            .OrderByDescending(view => view.Flag.Severity).ThenByDescending(view => view.Flag.Confidence).ThenBy(view => view.Flag.Id.Value, StringComparer.Ordinal)
            // At most one flag per claim and family, the gravest (specification 4).
            .DistinctBy(view => (view.Flag.Claim?.Value ?? view.Flag.Id.Value, view.Flag.Kind)),
    ];

    // A proposal about a claim that, as read, stays within its evidence is for whoever goes through the list, and not for a mail.
    private static bool IsWithinEvidence(FlagView view) =>
        view is { Flag: { Status: FlagStatus.Candidate, Kind: FlagKind.Overclaim }, Claim: { Warrant: { } warrant } claim } && Licence.Covers(warrant, claim.Claim);

    private static bool IsWatched(Flag flag) =>
        !flag.IsShown && flag.Severity >= Flag.ShownSeverity && flag.Status is FlagStatus.Candidate or FlagStatus.Open or FlagStatus.Confirmed or FlagStatus.Reduced or FlagStatus.Reattributed;

    private static bool NeedsReview(DigestInput input, Flag flag) => flag.Severity >= SecondReviewSeverity && input.Reviewers.GetValueOrDefault(flag.Id) < ReviewsNeeded;

    private DigestSection<TItem> Section<TRow, TItem>(IEnumerable<TRow> rows, int count, string command, string page, Func<TRow, TItem> item)
    {
        List<TItem> items = [.. rows.Select(item)];
        if (count <= items.Count) return new(items);
        var more = string.Create(CultureInfo.InvariantCulture, $"and {count - items.Count} more");
        return new(items, $"{more}: {command}", addresses.Page(more, page));
    }

    private static string Subject(DigestInput input, int flags, int watched, int moves, int broken, bool isNothingNew)
    {
        string?[] parts =
        [
            isNothingNew ? "nothing new" : null, flags > 0 ? Count(flags, "flag") : null, flags == 0 && watched > 0 ? $"{watched} to watch" : null,
            moves > 0 ? string.Create(CultureInfo.InvariantCulture, $"{moves} moved") : null, input.Corrections.Count > 0 ? Count(input.Corrections.Count, "correction") : null,
            broken > 0 ? Count(broken, "source") + " down" : null,
        ];
        var subject = $"HypeWatch {input.Period}: {(parts.OfType<string>().Any() ? string.Join(", ", parts.OfType<string>()) : "new predictions")}";
        return subject.Length <= MaxSubject ? subject : subject[..subject.LastIndexOf(',', MaxSubject)];
    }

    private static string Summary(DigestInput input, bool isNothingNew) => string.Create(CultureInfo.InvariantCulture,
        $"{(isNothingNew ? "Nothing new. " : "")}In the seven days to {input.MadeAt:yyyy-MM-dd}, {Count(input.Counts.Documents, "document")} {(input.Counts.Documents == 1 ? "was" : "were")} read, {Count(input.Counts.Claims, "claim")} found in them, and {Count(input.Counts.Flags, "flag")} opened.");

    private IEnumerable<string> Notes(DigestInput input, int flags, int held, int paused)
    {
        // Corrections keep their place in the order, and are announced above the fold.
        if (input.Corrections.Count > 0) yield return $"{Count(input.Corrections.Count, "correction or reply", "corrections and replies")} below.";
        if (input.LanguageModel is null)
            yield return "No language model is configured: rules alone read the documents, and rules alone rarely reach the confidence at which a flag is shown. The top of the watch list stands under its own name.";
        if (input.Budget is { Level: not BudgetLevel.Free } budget) yield return $"The language model's budget is {(budget.Level is BudgetLevel.UsedUp ? "used up" : "nearly used up")}: {budget.Words}.";
        if (flags == 0) yield return string.Create(CultureInfo.InvariantCulture, $"No flag reached severity {Flag.ShownSeverity} and confidence {Flag.ShownConfidence:0.00}.");
        if (input.PausedCodes.Count > 0)
            yield return $"Left out: {string.Join(", ", input.PausedCodes.Order(StringComparer.Ordinal))}, of which reviewers dismissed too many of the last 30 ({Count(paused, "flag")} this time).";
        if (held > 0)
            yield return $"{Count(held, "flag")} of severity {SecondReviewSeverity} or 5 {(held == 1 ? "waits" : "wait")} for a second review before a digest may show {(held == 1 ? "it" : "them")}{(settings.BaseUrl is null ? " (hypewatch flags)" : "")}.";
    }

    private static IEnumerable<string> Footer(DigestInput input)
    {
        yield return input.LanguageModel is { } model ? $"Made by HypeWatch with rules and the language model {Words.Short(model, 60)}; every quote is verbatim." : "Made by HypeWatch with rules alone; every quote is verbatim.";
        yield return "A flag is a question with evidence, not a verdict, until a person has confirmed it. It says nothing about the value of the research, or about intent.";
    }

    private IEnumerable<DigestLink> Links(DigestInput input)
    {
        if (addresses.Page("This digest on the web", input.PageId is { } id ? $"digests/{input.Period}/{id}" : $"digests/{input.Period}") is { } permalink) yield return permalink;
        if (addresses.Page("How often flags are right", "about/accuracy") is { } accuracy) yield return accuracy;
    }

    private static string Count(int count, string noun, string? plural = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : plural ?? noun + "s")}");

    private static string KeyOf(DigestMove move) => string.Create(CultureInfo.InvariantCulture, $"{move.Edge.Id}|{move.Edge.DeltaStrength}|{move.Edge.DeltaCertainty}|{move.Edge.DeltaScope}|{move.Edge.CaveatsLost.Count}");

    private static string KeyOf(PromiseView view) => string.Create(CultureInfo.InvariantCulture, $"{view.Promise.Id}|{view.State.ToCode()}|{view.Outcomes.Count}");

    private static string KeyOf(DigestPrediction prediction) => string.Create(CultureInfo.InvariantCulture, $"{prediction.Set.Id}|{prediction.Score.Decided}|{prediction.Score.Expectation:0.00}");
}
