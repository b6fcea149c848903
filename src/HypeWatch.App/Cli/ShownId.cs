namespace HypeWatch.App.Cli;

/// <summary>What <c>hypewatch show</c> is asked for: an id, or the address of its page.</summary>
internal static class ShownId
{
    private const string Json = ".json";

    // The ids that other verbs show, with the verb.
    private static readonly Dictionary<string, (string What, string Verb)> Verbs = new(StringComparer.Ordinal)
    {
        ["rel"] = ("a release", "hypewatch release show {0}"), ["prd"] = ("a set of predictions", "hypewatch predict show {0}"), ["grp"] = ("a correction of a release", "hypewatch release edits"),
        ["prm"] = ("a commitment", "hypewatch commitments list"), ["dig"] = ("a digest", "hypewatch digest list"),
        ["edg"] = ("a hop of a claim", "hypewatch lineage shows the hops of a claim, and hypewatch sql asks the view edges_v"),
        ["inf"] = ("what a text says came of a release", "hypewatch show and hypewatch release show give it with its claim or release, and hypewatch sql asks the view asserted_influences_v"),
    };

    /// <summary>The id, and the instant behind an at sign; null for the present.</summary>
    public static (string Id, string? Then) Of(string asked)
    {
        var path = Uri.TryCreate(asked, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? Uri.UnescapeDataString(address.AbsolutePath) : asked;
        var name = path.TrimEnd('/').Split('/')[^1];
        if (name.EndsWith(Json, StringComparison.Ordinal)) name = name[..^Json.Length];
        var parts = name.Split('@', 2);
        return (parts[0], parts.ElementAtOrDefault(1));
    }

    /// <summary>The verb that shows an id; null when there is none.</summary>
    public static string? Elsewhere(string id) => Verbs.TryGetValue(id.Split('-')[0], out var known) && id.Contains('-', StringComparison.Ordinal)
        ? $"'{id}' would be {known.What}: {string.Format(System.Globalization.CultureInfo.InvariantCulture, known.Verb, id)}" : null;
}
