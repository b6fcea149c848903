using System.Globalization;

namespace HypeWatch.App.Cli;

/// <summary>Days on the command line.</summary>
internal static class DayOption
{
    /// <summary>The day that an option names; null when it is left out.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static DateOnly? Of(string? text, string option) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"{option}: '{text}' is no day of the form yyyy-MM-dd");
}
