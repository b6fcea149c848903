using HypeWatch.Storage;

namespace HypeWatch.App;

/// <summary>
/// The settings, weakest first: <c>appsettings.json</c> beside the program (every value the default), <c>hypewatch.json</c> in the data directory (the user's
/// own), the environment (<c>HypeWatch__Section__Key</c>), the command line. Lists of a configuration merge by position, which would mix the sources of two
/// files; so a file that states <c>Sources</c> replaces the list of the weaker files as a whole.
/// </summary>
internal static class SettingsLayers
{
    private const string EnvironmentPrefix = "HypeWatch__";
    private const string Sources = "Sources";
    private const string ReviewToken = "Web:ReviewToken";

    /// <summary>The user's own settings, in the data directory.</summary>
    public const string OwnFile = "hypewatch.json";

    /// <summary>Reads all layers.</summary>
    /// <param name="programDirectory">Where <c>appsettings.json</c> lies.</param>
    /// <param name="overrides">What the command line says.</param>
    /// <exception cref="InvalidDataException">A file is no JSON; the message names it.</exception>
    public static IConfigurationRoot Load(string programDirectory, IReadOnlyDictionary<string, string?> overrides)
    {
        var defaults = JsonFile(Path.Combine(programDirectory, "appsettings.json"), optional: false);
        var environment = new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix).Build();
        var commandLine = new ConfigurationBuilder().AddInMemoryCollection(overrides).Build();
        var directory = new[] { commandLine, environment, defaults }.Select(layer => layer[DataDirectory.Setting]).FirstOrDefault(path => !string.IsNullOrWhiteSpace(path));
        var own = JsonFile(Path.GetFullPath(Path.Combine(directory ?? DataDirectory.Standard, OwnFile)), optional: true);

        // A file is copied, mailed and committed; a secret that it may not hold is refused, not passed over.
        if (new[] { defaults, own }.Any(file => !string.IsNullOrEmpty(file[ReviewToken])))
            throw new InvalidDataException($"{ReviewToken} stands in a file: take it out, and set HypeWatch__Web__ReviewToken in the environment");

        IConfigurationRoot[] files = [defaults, own, commandLine];
        var listed = Array.FindLast(files, file => file.GetSection(Sources).Exists());
        var builder = new ConfigurationBuilder();
        foreach (var layer in (IConfigurationRoot[])[defaults, own, environment, commandLine])
        {
            // One position of the list may still be changed from the environment, unless the command line replaced the list.
            var keepsList = layer == listed || (layer == environment && listed != commandLine);
            builder.AddInMemoryCollection(layer.AsEnumerable().Where(pair => pair.Value is not null && (keepsList || !IsSource(pair.Key))));
        }

        return builder.Build();
    }

    private static bool IsSource(string key) => key.StartsWith(Sources + ":", StringComparison.OrdinalIgnoreCase);

    private static IConfigurationRoot JsonFile(string path, bool optional)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(path, optional, reloadOnChange: false).Build();
        }
        catch (Exception failure) when (failure is FormatException or InvalidDataException)
        {
            // The position stands in the innermost message.
            throw new InvalidDataException($"{path} is no valid JSON: {failure.GetBaseException().Message}", failure);
        }
    }
}
