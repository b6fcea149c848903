using System.CommandLine;
using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch commitments</c>: work and tests that publishers promised, and what became of them.</summary>
internal static class CommitmentsCommand
{
    private sealed record ResolveAnswer(bool Ok, PromiseView Commitment);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("commitments", "Work and tests that publishers promised, and what became of them") { List(), Resolve() };

    private static Command List()
    {
        var due = new Option<bool>("--due") { Description = "Only those whose day has come and of which nobody has said what became of them" };
        var (limit, offset) = (Paging.Limit(50), Paging.Offset());
        return new Command("list", "The commitments, those that fall due first in front") { due, limit, offset }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var today = app is null ? default : DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            var all = app is null ? [] : await app.Services.GetRequiredService<PromiseQueries>().ListAsync(ct);
            List<PromiseView> found = [.. all.Where(view => !context.Value(due) || view.IsDue(today)).Skip(context.Value(offset)).Take(context.Value(limit) + 1)];
            if (context.Json) context.Out.Json(RowsAnswer<PromiseView>.Of(found, context.Value(limit)));
            else
                foreach (var view in found.Take(context.Value(limit))) Print(context.Out, view);
            if (found.Count == 0 && !context.Json) context.Complain(context.Value(due) ? "no commitment is due" : "no text makes a commitment that can be revisited");
            return found.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
        });
    }

    private static Command Resolve()
    {
        var id = new Argument<string>("commitment") { Description = "Id of a commitment (prm-...)" };
        var state = new Argument<string>("state") { Description = string.Join(", ", Code<PromiseState>.All) };
        state.AcceptOnlyFromAmong([.. Code<PromiseState>.All]);
        var by = new Option<string>("--by") { Description = "Who says so", Required = true, HelpName = "NAME" };
        var evidence = new Option<string?>("--evidence") { Description = "Address, or id of a claim, that shows it", HelpName = "URL" };
        var note = new Option<string?>("--note") { Description = "Free text", HelpName = "TEXT" };
        return new Command("resolve", "Says what became of a commitment; earlier words stay on record") { id, state, by, evidence, note }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var queries = app.Services.GetRequiredService<PromiseQueries>();
            if (!(await queries.ListAsync(ct)).Any(view => view.Promise.Id == context.Value(id))) throw new UsageException($"there is no commitment '{context.Value(id)}'; hypewatch commitments list gives ids");
            var at = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            await app.Services.GetRequiredService<PromiseStore>().AddAsync(
                context.Value(id)!, new(Code<PromiseState>.Parse(context.Value(state)!), context.Value(by)!, at, context.Value(evidence), context.Value(note)), ct);
            var now = (await queries.ListAsync(ct)).First(view => view.Promise.Id == context.Value(id));
            if (context.Json) context.Out.Json(new ResolveAnswer(true, now));
            else Print(context.Out, now);
            return ExitCode.Ok;
        });
    }

    private static void Print(Terminal terminal, PromiseView view)
    {
        var due = view.Promise.DueOn is { } day ? string.Create(CultureInfo.InvariantCulture, $"due {day:yyyy-MM-dd}") : "no day named";
        terminal.Heading($"{due} · {ClaimText.Words(view.State)} · {view.Claim.Claim.Asserter} · {view.Claim.Document.Published}");
        terminal.Quote(view.Claim.Claim.Quote);
        foreach (var outcome in view.Outcomes)
            terminal.Note(FormattableString.Invariant($"{outcome.At:yyyy-MM-dd} {ClaimText.Words(outcome.State)}, says {outcome.By}{(outcome.Evidence is { } evidence ? $": {evidence}" : "")}{(outcome.Note is { } note ? $" ({note})" : "")}"));
        terminal.Note($"{view.Claim.Document.Url}  {view.Promise.Id}  {view.Claim.Claim.Id}");
        terminal.Line();
    }
}
