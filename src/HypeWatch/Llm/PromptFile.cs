using HypeWatch.Model;

namespace HypeWatch.Llm;

/// <summary>An input that a prompt declares. Values are strings.</summary>
/// <param name="Name">Its name in the template.</param>
/// <param name="Description">What belongs there.</param>
/// <param name="IsRequired">Whether a value must be given.</param>
/// <param name="Default">The value when none is given; empty when the file names none.</param>
public sealed record PromptInput(string Name, string Description, bool IsRequired, string Default);

/// <summary>
/// A prompt: one file in Semantic Kernel's prompt-YAML schema, within rules so narrow that this loader and the kernel make the same messages of it, and that
/// no value can open a message (see CONTRIBUTING, Prompts).
/// </summary>
public sealed record PromptFile
{
    internal PromptFile(string room, string name, string yaml)
    {
        Room = room;
        Name = name;
        Yaml = yaml;
        Sha256 = ContentId.Sha256(yaml);
    }

    /// <summary>The room whose folder it lies in, for example <c>claims</c>.</summary>
    public string Room { get; }

    /// <summary>Its name, which is that of its file, for example <c>extract-claims</c>.</summary>
    public string Name { get; }

    /// <summary>Room and name, for example <c>claims/extract-claims</c>.</summary>
    public string Key => $"{Room}/{Name}";

    /// <summary>The file, with line feeds as line ends.</summary>
    public string Yaml { get; }

    /// <summary>SHA-256 of <see cref="Yaml"/>, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>What it is for; names the record of the reply.</summary>
    public required string Description { get; init; }

    /// <summary>The Handlebars template.</summary>
    public required string Template { get; init; }

    /// <summary>Its inputs.</summary>
    public required IReadOnlyList<PromptInput> Inputs { get; init; }

    /// <summary>Sampling temperature; null leaves it to the model.</summary>
    public float? Temperature { get; init; }

    /// <summary>Nucleus sampling; null leaves it to the model.</summary>
    public float? TopP { get; init; }

    /// <summary>Longest answer in tokens; null takes <see cref="LlmSettings.MaxOutputTokens"/>.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Its version in <c>prompts.lock</c>, 1 or more; 0 for a file that did not come from the library.</summary>
    public int Version { get; init; }

    /// <summary>Key and version as they stand in the provenance of records, for example <c>claims/extract-claims@1</c>.</summary>
    public string Label => FormattableString.Invariant($"{Key}@{Version}");

    /// <summary>Reads a prompt file and holds it to the rules.</summary>
    /// <param name="room">The folder it lies in.</param>
    /// <param name="name">Its file name without the ending; the <c>name</c> inside must be the same.</param>
    /// <param name="text">The file.</param>
    /// <exception cref="FormatException">It breaks a rule; the message names file and rule.</exception>
    public static PromptFile Parse(string room, string name, string text) => new PromptYaml($"prompts/{room}/{name}.yaml").Read(room, name, text.ReplaceLineEndings("\n"));
}
