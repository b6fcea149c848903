using System.Globalization;

namespace HypeWatch.Llm;

/// <summary>How much of a limit is used.</summary>
public enum BudgetLevel
{
    /// <summary>Less than <see cref="LlmBudget.SoftShare"/>, or no limit.</summary>
    Free,
    /// <summary>From <see cref="LlmBudget.SoftShare"/> on.</summary>
    Near,
    /// <summary>Calls were refused since the limit's period began.</summary>
    UsedUp,
}

/// <summary>What of the budget is used, and what is done about it.</summary>
/// <param name="Level">The worse of the two limits.</param>
/// <param name="Words">The figures, on one line.</param>
public sealed record BudgetState(BudgetLevel Level, string Words);

/// <summary>The limits of spending on language models: tokens a day and money a month, in UTC.</summary>
public sealed class LlmBudget(LlmSettings settings, ICallLog calls, TimeProvider time)
{
    /// <summary>The share of a limit from which on it is reported.</summary>
    public const double SoftShare = 0.8;

    /// <summary>How the budget stands now.</summary>
    public async Task<BudgetState> NowAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = await calls.SinceAsync(DayOf(now), ct);
        var month = await calls.SinceAsync(MonthOf(now), ct);
        var refused = (settings.MaxCostPerMonth > 0 && month.Cost >= SoftShare * settings.MaxCostPerMonth ? month : today).Refused;
        var share = Math.Max(Share(today.Tokens, settings.MaxTokensPerDay), Share(month.Cost, settings.MaxCostPerMonth));
        var level = refused > 0 ? BudgetLevel.UsedUp : share >= SoftShare ? BudgetLevel.Near : BudgetLevel.Free;
        var tokens = settings.MaxTokensPerDay > 0 ? $" of {settings.MaxTokensPerDay}" : "";
        var cost = string.Create(CultureInfo.InvariantCulture, $"{month.Cost:0.00}{(settings.MaxCostPerMonth > 0 ? $" of {settings.MaxCostPerMonth:0.00}" : "")} {settings.PriceCurrency}");
        var then = level is BudgetLevel.UsedUp ? settings.WhenBudgetIsSpent is SpentRule.Queue ? "; documents wait for the next period" : "; documents are read by rules until the next period" : "";
        return new(level, FormattableString.Invariant($"{today.Tokens}{tokens} tokens today, {cost} this month{then}"));
    }

    /// <summary>When the day of a time began, UTC.</summary>
    internal static DateTimeOffset DayOf(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);

    /// <summary>When the month of a time began, UTC.</summary>
    internal static DateTimeOffset MonthOf(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    private static double Share(double used, double limit) => limit > 0 ? used / limit : 0;
}
