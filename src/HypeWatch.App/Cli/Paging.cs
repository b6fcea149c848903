using System.CommandLine;

namespace HypeWatch.App.Cli;

/// <summary>The options <c>--limit</c> and <c>--offset</c>.</summary>
internal static class Paging
{
    /// <summary>Most rows of a page.</summary>
    public const int MostRows = 10_000;

    /// <summary>At most this many rows.</summary>
    public static Option<int> Limit(int standard) => Number("--limit", $"At most this many, 1 to {MostRows}", standard, 1, MostRows);

    /// <summary>Skips this many rows.</summary>
    public static Option<int> Offset() => Number("--offset", "Skip this many", 0, 0, int.MaxValue);

    /// <summary>A whole number in a range.</summary>
    public static Option<int> Number(string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < least || value > most))
                result.AddError(FormattableString.Invariant($"{name}: {value} lies outside {least} to {most}"));
        });
        return option;
    }
}

/// <summary>What a read verb gives a program.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Ok">Always true: errors end with another exit code and a line on the error stream.</param>
/// <param name="Count">Number of rows.</param>
/// <param name="Truncated">Whether there are more.</param>
/// <param name="Rows">The rows.</param>
internal sealed record RowsAnswer<T>(bool Ok, int Count, bool Truncated, IReadOnlyList<T> Rows)
{
    /// <summary>The answer of a query that was asked for one row more than <paramref name="limit"/>, so that what is the last page is known.</summary>
    public static RowsAnswer<T> Of(IReadOnlyList<T> rows, int limit) => new(true, Math.Min(rows.Count, limit), rows.Count > limit, rows.Count > limit ? [.. rows.Take(limit)] : rows);
}
