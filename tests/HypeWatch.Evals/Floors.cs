using System.Text.Json;

namespace HypeWatch.Evals;

/// <summary>
/// The figures below which no eval on the project's own data may fall (<c>floors.json</c>): by name of the eval, then of the figure. A floor is raised when a figure
/// has risen for good and never lowered.
/// </summary>
internal static class Floors
{
    /// <summary>Fails when a figure lies below its floor, or has none.</summary>
    public static void Check(string eval, IReadOnlyDictionary<string, double> figures)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "floors.json")));
        var floors = file.RootElement.GetProperty(eval);
        foreach (var floor in floors.EnumerateObject())
            Assert.True(figures.GetValueOrDefault(floor.Name) >= floor.Value.GetDouble(), FormattableString.Invariant($"{eval} {floor.Name}: {figures.GetValueOrDefault(floor.Name):0.000} is below {floor.Value.GetDouble():0.000}"));
    }
}
