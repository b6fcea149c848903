using System.Globalization;
using HypeWatch.Storage;

namespace HypeWatch.Queries.Tables;

/// <summary>The instant up to which something is asked as it was known.</summary>
public static class AsOf
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"];

    /// <summary>Reads a day, which counts to its end, or an instant, UTC; the stored form comes back.</summary>
    /// <param name="name">Name under which it was given, for the error.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="QueryException">It is neither.</exception>
    public static string Read(string name, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Instant.Write(day) + "T23:59:59.999Z";
        return DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? Instant.Write(at)
            : throw new QueryException($"{name}: '{QueryValues.Short(text)}' is no day and no instant; write it as 2026-11-26 or 2026-11-26T09:30Z");
    }
}
