using System.Globalization;
using HypeWatch.Storage;

namespace HypeWatch.Sources.Apis;

/// <summary>What must be remembered of a source between two polls: up to when it was read, and what it did cost this month.</summary>
public sealed class SourceMemory(Database database)
{
    private const decimal UnitsPerDollar = 10_000;

    // Indexes of services lag, and an item may appear with a date before that of its appearance.
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    /// <summary>From when on a source is read: from its last good poll, so that a run that is late catches up; at first <see cref="SourceSettings.FirstDays"/> back.</summary>
    /// <param name="source">The source.</param>
    /// <param name="now">The time of the poll.</param>
    /// <param name="overlaps">Whether the two days before are read again, which is wise where it costs nothing.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<DateTimeOffset> SinceAsync(SourceSettings source, DateTimeOffset now, bool overlaps, CancellationToken ct)
    {
        var last = await database.FirstAsync("sources/find-last-success", new { source.Name }, row => row.Text("last_success_at"), ct);
        return last is null ? now.AddDays(-source.FirstDays) : Instant.Parse(last) - (overlaps ? Overlap : TimeSpan.Zero);
    }

    /// <summary>Sets money aside for a question, in the same transaction in which it is compared with the budget: two processes cannot spend the same dollar.</summary>
    /// <returns>Why the question must not be asked; null when it may.</returns>
    public async Task<string?> ReserveAsync(SourceSettings source, DateTimeOffset now, decimal dollars, CancellationToken ct)
    {
        var granted = 0;
        await database.WriteAsync(
            async scope => granted = await scope.ExecuteAsync("sources/reserve-money", new { source.Name, Month = Month(now), Amount = Amount(dollars), Budget = Amount(source.MonthlyBudget) }), ct);
        return granted == 1 ? null : FormattableString.Invariant($"the budget of ${source.MonthlyBudget} for {Month(now)} does not allow a question that may cost ${dollars} (MonthlyBudget)");
    }

    /// <summary>Corrects a reservation by what the answer really did cost.</summary>
    public Task SettleAsync(SourceSettings source, DateTimeOffset now, decimal difference, CancellationToken ct) =>
        database.WriteAsync(scope => scope.ExecuteAsync("sources/settle-money", new { source.Name, Month = Month(now), Amount = Amount(difference) }), ct);

    /// <summary>US dollars spent in the month of an instant.</summary>
    public async Task<decimal> SpentAsync(string name, DateTimeOffset now, CancellationToken ct) =>
        await database.FirstAsync("sources/find-spent", new { Name = name, Month = Month(now) }, row => row.Long("amount"), ct) / UnitsPerDollar;

    private static string Month(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    // Whole hundredths of a cent: the databases' real numbers do not add up exactly.
    private static long Amount(decimal dollars) => (long)decimal.Ceiling(dollars * UnitsPerDollar);
}
