using System.Reflection;
using System.Text.Json;

namespace HypeWatch.Llm;

/// <summary>One line of <c>prompts/prompts.lock</c>.</summary>
/// <param name="Version">Raised with every change of the text, from 1.</param>
/// <param name="Sha256">SHA-256 of the file with line feeds as line ends, lower-case hexadecimal.</param>
public sealed record PromptLock(int Version, string Sha256);

/// <summary>The prompts of the program, each checked against <c>prompts.lock</c>.</summary>
public sealed class PromptLibrary
{
    private const string Folder = "prompts/";
    private static readonly JsonSerializerOptions LockJson = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false, RespectRequiredConstructorParameters = true };
    private readonly SortedDictionary<string, PromptFile> byKey = new(StringComparer.Ordinal);

    /// <summary>Reads prompts.</summary>
    /// <param name="files">The text of each file by its path below <c>prompts/</c>, such as <c>claims/extract-claims.yaml</c>; other endings than <c>.yaml</c> are passed over.</param>
    /// <param name="locks">The text of <c>prompts.lock</c>.</param>
    /// <exception cref="FormatException">A prompt breaks a rule, or the lock does not fit the prompts; the message says what to write.</exception>
    public PromptLibrary(IEnumerable<KeyValuePair<string, string>> files, string locks)
    {
        var locked = JsonSerializer.Deserialize<Dictionary<string, PromptLock>>(locks, LockJson) ?? [];
        foreach (var (path, text) in files.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            if (path[..^".yaml".Length].Split('/') is not [var room, var name]) throw new FormatException($"{Folder}{path}: prompts lie in {Folder}<room>/<verb-noun>.yaml");
            var prompt = PromptFile.Parse(room, name, text);
            if (!locked.Remove(prompt.Key, out var entry)) throw new FormatException($"prompts.lock lacks \"{prompt.Key}\": {{ \"version\": 1, \"sha256\": \"{prompt.Sha256}\" }}");
            if (entry.Sha256 != prompt.Sha256)
                throw new FormatException(FormattableString.Invariant($"{prompt.Key} was changed: set version {entry.Version + 1} and sha256 {prompt.Sha256} in prompts.lock"));
            byKey.Add(prompt.Key, prompt with { Version = entry.Version });
        }

        if (locked.Count > 0) throw new FormatException($"prompts.lock names prompts that do not exist: {string.Join(", ", locked.Keys)}");
    }

    /// <summary>All prompts, by key.</summary>
    public IReadOnlyCollection<PromptFile> All => byKey.Values;

    /// <summary>A prompt by its key, such as <c>claims/extract-claims</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public PromptFile this[string key] => byKey.GetValueOrDefault(key) ?? throw new KeyNotFoundException($"there is no prompt '{key}'");

    /// <summary>The prompts that are built into the program.</summary>
    /// <exception cref="FormatException">One breaks a rule, or the lock does not fit.</exception>
    public static PromptLibrary Embedded()
    {
        var files = EmbeddedFiles().ToDictionary(StringComparer.Ordinal);
        return new(files, files["prompts.lock"]);
    }

    /// <summary>The built-in files by their path below <c>prompts/</c>: prompts, example replies and the lock.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> EmbeddedFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            // Built on Windows, the names hold backslashes.
            var path = resource.Replace('\\', '/');
            if (!path.StartsWith(Folder, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return new(path[Folder.Length..], reader.ReadToEnd());
        }
    }
}
