using HypeWatch.App.Digests;
using HypeWatch.Digests.Subscribers;

namespace HypeWatch.App.Web.Readers;

/// <summary>
/// The pages behind the links of a mail. A GET changes nothing, since scanners follow every link; a POST does, without a login, and again is the same
/// (RFC 8058).
/// </summary>
internal static class ReaderRoutes
{
    private const string OneClick = "List-Unsubscribe";
    private const int LongestField = 500, MostWords = 20;

    /// <summary>Maps the routes.</summary>
    public static void MapReaders(this IEndpointRouteBuilder app)
    {
        app.MapGet("/u/{token}", async (string token, SubscriberStore store, SubscriptionTokens tokens, Drawing drawing, CancellationToken ct) =>
            await FindAsync(token, TokenScope.Reader, store, tokens, ct) is { } reader ? await PageAsync(drawing, reader, null) : await UnknownAsync(drawing));
        app.MapPost("/u/{token}", ChangeAsync);
        app.MapGet("/confirm/{token}", async (string token, SubscriberStore store, SubscriptionTokens tokens, Drawing drawing, CancellationToken ct) =>
            await FindAsync(token, TokenScope.Confirm, store, tokens, ct) is { } reader
                ? await SheetAsync(drawing, "Confirm your subscription", [$"The weekly HypeWatch digest, to {reader.Address}."], [("confirm", "Yes, send it to me")]) : await UnknownAsync(drawing));
        app.MapPost("/confirm/{token}", async (string token, SubscriberStore store, SubscriptionTokens tokens, Drawing drawing, CancellationToken ct) =>
        {
            if (await FindAsync(token, TokenScope.Confirm, store, tokens, ct) is not { } reader) return await UnknownAsync(drawing);
            await store.ConfirmAsync(reader, ct);
            return await SheetAsync(drawing, "Confirmed", ["The next digest comes to you. Every one has a link to leave, pause, or choose."]);
        });
    }

    private static async Task<IResult> ChangeAsync(string token, HttpRequest request, SubscriberStore store, SubscriptionTokens tokens, Drawing drawing, CancellationToken ct)
    {
        if (await FindAsync(token, TokenScope.Reader, store, tokens, ct) is not { } reader) return await UnknownAsync(drawing);
        var form = request.HasFormContentType ? await request.ReadFormAsync(ct) : FormCollection.Empty;
        if (form.ContainsKey(OneClick)) return await PageAsync(drawing, await store.UnsubscribeAsync(reader, ct), "You get no more mail.");
        switch (form["action"].ToString())
        {
            case "unsubscribe": return await PageAsync(drawing, await store.UnsubscribeAsync(reader, ct), "You get no more mail.");
            case "pause": return await PageAsync(drawing, await store.PauseAsync(reader, true, ct), "Paused: no mail until you resume.");
            case "resume": return await PageAsync(drawing, await store.PauseAsync(reader, false, ct), "Resumed.");
            case "save":
                return ChoiceOf(form) is { } choice
                    ? await PageAsync(drawing, await store.PreferAsync(reader, choice, ct), "Saved.")
                    : await SheetAsync(drawing, "Not saved", ["Severity is a number from 1 to 5, and the time zone a name such as Europe/Berlin. Nothing was changed."], status: StatusCodes.Status400BadRequest);
            default: return await SheetAsync(drawing, "Nothing was changed", ["That page has no such button."], status: StatusCodes.Status400BadRequest);
        }
    }

    private static ReaderPreferences? ChoiceOf(IFormCollection form)
    {
        var zone = form["zone"].ToString().Trim();
        if (!int.TryParse(form["severity"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var severity) || severity is < 1 or > 5) return null;
        if (zone.Length > 0 && (zone.Length > 60 || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))) return null;
        return new()
        {
            Topics = Words(form["topics"].ToString()), Organisations = Words(form["organisations"].ToString()), MinSeverity = severity, Urgent = form["urgent"] == "yes",
            TimeZone = zone.Length == 0 ? null : zone,
        };
    }

    private static string[] Words(string list) => list.Length > LongestField ? [] : [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    private static async Task<Subscriber?> FindAsync(string token, TokenScope scope, SubscriberStore store, SubscriptionTokens tokens, CancellationToken ct) =>
        SubscriptionTokens.SubscriberOf(token) is { } id && await store.FindAsync(id, ct) is { } reader && tokens.IsGenuine(scope, reader, token) ? reader : null;

    private static Task<IResult> PageAsync(Drawing drawing, Subscriber reader, string? done) => reader.State switch
    {
        SubscriberState.Active => SheetAsync(drawing, "Your digest", [.. Said(done), $"Goes to {reader.Address}."], [("unsubscribe", "Unsubscribe"), ("pause", "Pause")], reader.Preferences),
        SubscriberState.Paused => SheetAsync(drawing, "Your digest is paused", [.. Said(done), $"It went to {reader.Address}."], [("unsubscribe", "Unsubscribe"), ("resume", "Resume")], reader.Preferences),
        _ => SheetAsync(drawing, "You get no digest", [.. Said(done), $"Nothing is sent to {reader.Address}."]),
    };

    private static IEnumerable<string> Said(string? done) => done is null ? [] : [done];

    private static Task<IResult> UnknownAsync(Drawing drawing) =>
        SheetAsync(drawing, "This link is not valid", ["It may have been cut, or belong to an older request. Nothing was changed."], status: StatusCodes.Status404NotFound);

    private static Task<IResult> SheetAsync(
        Drawing drawing, string title, IReadOnlyList<string> lines, IReadOnlyList<(string Action, string Label)>? buttons = null, ReaderPreferences? choice = null, int status = StatusCodes.Status200OK) =>
        TextAnswer.PageAsync<NoticeSheet>(
            drawing, new() { [nameof(NoticeSheet.Title)] = title, [nameof(NoticeSheet.Lines)] = lines, [nameof(NoticeSheet.Buttons)] = buttons ?? [], [nameof(NoticeSheet.Choice)] = choice }, status);
}
