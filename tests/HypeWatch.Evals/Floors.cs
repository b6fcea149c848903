using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace HypeWatch.Evals;

/// <summary>
/// The figures below which no eval may fall (<c>floors.json</c>): by name of the eval, then of the figure, each a little below what was measured. The evals on the
/// project's own data check theirs when they run as tests; for a public set the scorer's output goes through <c>floors NAME</c>. A floor is raised when a figure
/// has risen for good and never lowered.
/// </summary>
internal static class Floors
{
    /// <summary>The command <c>floors NAME</c>, which reads what a scorer prints, one figure a line.</summary>
    public static Command Make()
    {
        var name = new Argument<string>("name") { Description = "name in floors.json, such as article-body or sentences-ewt" };
        var command = new Command("floors", "Checks what a scorer prints (on the standard input) against the floors of its set") { name };
        command.SetAction(parse =>
        {
            var eval = parse.GetValue(name)!;
            if (Of(eval) is null)
            {
                Console.Error.WriteLine($"floors.json names no '{eval}'");
                return 2;
            }

            var failures = Failures(eval, Figures(Console.In.ReadToEnd()));
            Console.WriteLine(failures.Count == 0 ? $"{eval}: no figure is below its floor" : string.Join('\n', failures));
            return failures.Count == 0 ? 0 : 3;
        });
        return command;
    }

    /// <summary>Fails when a figure lies below its floor or is missing, and when the eval has no floors.</summary>
    public static void Check(string eval, IReadOnlyDictionary<string, double> figures) => Assert.Empty(Failures(eval, figures));

    /// <summary>One line for each figure that lies below its floor or is missing.</summary>
    internal static IReadOnlyList<string> Failures(string eval, IReadOnlyDictionary<string, double> figures) =>
        Of(eval) is not { } floors ? [$"{eval} has no floors"] :
        [
            .. from floor in floors
               where !(figures.TryGetValue(floor.Key, out var figure) && figure >= floor.Value)
               select FormattableString.Invariant($"{eval} {floor.Key}: {(figures.TryGetValue(floor.Key, out var known) ? known.ToString("0.0000", CultureInfo.InvariantCulture) : "missing")} is below {floor.Value:0.0000}"),
        ];

    /// <summary>The figures of a scorer's output: a name, spaces, a number.</summary>
    internal static IReadOnlyDictionary<string, double> Figures(string output)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n', StringSplitOptions.TrimEntries))
        {
            var space = line.LastIndexOf(' ');
            if (space > 0 && double.TryParse(line[space..], NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)) figures[line[..space].Trim()] = figure;
        }

        return figures;
    }

    private static Dictionary<string, double>? Of(string eval)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "floors.json"));
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(file)!.GetValueOrDefault(eval);
    }
}
