using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Evals.Propagation;

/// <summary>An earlier and a later sentence with what a reader says of them (see <c>about.md</c>).</summary>
/// <param name="Id">Name.</param>
/// <param name="Half"><c>tune</c> or <c>test</c>.</param>
/// <param name="Change">How the later sentence was made.</param>
/// <param name="Up">The earlier sentence.</param>
/// <param name="Down">The later sentence.</param>
/// <param name="Same">Whether both put forward one proposition.</param>
/// <param name="Direction">Whether the later says more; null where it is another proposition or only a number changed.</param>
internal sealed record ClaimPair(string Id, string Half, string Change, string Up, string Down, bool Same, Drift? Direction = null)
{
    /// <summary>Reads a file of JSON lines.</summary>
    public static IReadOnlyList<ClaimPair> Load(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Read)];

    private static ClaimPair Read(string line)
    {
        using var item = JsonDocument.Parse(line);
        var root = item.RootElement;
        Drift? direction = root.TryGetProperty("direction", out var word)
            ? word.GetString() switch { "stronger" => Drift.Stronger, "weaker" => Drift.Weaker, "equal" => Drift.Same, var other => throw new FormatException($"direction '{other}'") }
            : null;
        return new(Text("id"), Text("half"), Text("change"), Text("up"), Text("down"), root.GetProperty("same").GetBoolean(), direction);

        string Text(string name) => root.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
    }
}
