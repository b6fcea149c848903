using HypeWatch.Model;

namespace HypeWatch.Evals.Bench;

/// <summary>Draws items that do not depend on their order in a file: those whose seeded hashes come first.</summary>
internal static class SeededSample
{
    private const string Seed = "7";

    /// <summary>Draws items, in the order of their hashes; all when no size is given.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items, Func<T, string> id, int? size) =>
        size is { } most ? items.OrderBy(item => ContentId.Sha256($"{Seed}:{id(item)}"), StringComparer.Ordinal).Take(most) : items;
}
