using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HypeWatch.Llm;

/// <summary>
/// Reads Semantic Kernel's prompt YAML more strictly than the kernel does. The kernel lets a repeated key win in silence, ignores unknown settings and lists,
/// and accepts switches that let a value open a message; here each of these is an error.
/// </summary>
internal sealed partial class PromptYaml(string path)
{
    private static readonly string[] TopKeys = ["name", "description", "template_format", "template", "input_variables", "output_variable", "execution_settings"];
    private static readonly string[] InputKeys = ["name", "description", "is_required", "default"];
    private static readonly string[] OutputKeys = ["description"];
    private static readonly string[] SettingKeys = ["temperature", "top_p", "max_tokens"];

    /// <summary>Names that the kernel's Handlebars takes for helpers or that Handlebars itself gives a meaning.</summary>
    private static readonly string[] Helpers =
        ["set", "json", "concat", "array", "range", "or", "add", "subtract", "equals", "lookup", "if", "unless", "else", "each", "with", "log", "this", "message", "raw"];

    public PromptFile Read(string room, string name, string text)
    {
        var root = Root(text);
        RejectDecorations(root);
        var top = Keys(root, "the file", TopKeys);
        if (Text(top, "name") != name) throw Wrong($"'name' must be '{name}', as the file");
        if (!Name().IsMatch(name)) throw Wrong("'name' may hold letters, digits, '-' and '_' only");
        if (Text(top, "template_format") != "handlebars") throw Wrong("'template_format' must be 'handlebars'");
        if (top.TryGetValue("output_variable", out var output)) Keys(output, "output_variable", OutputKeys);
        var inputs = top.TryGetValue("input_variables", out var declared) ? Inputs(declared) : [];
        var settings = top.TryGetValue("execution_settings", out var given) ? Keys(Keys(given, "execution_settings", ["default"])["default"], "execution_settings.default", SettingKeys) : [];
        var template = Text(top, "template");
        var used = new PromptTemplate(path).Check(template);
        foreach (var stray in used.Except(inputs.Select(input => input.Name), StringComparer.Ordinal)) throw Wrong($"'{{{{{stray}}}}}' is not declared in input_variables");
        foreach (var idle in inputs.Where(input => !used.Contains(input.Name))) throw Wrong($"the input '{idle.Name}' is not used in the template");
        return new(room, name, text)
        {
            Description = Text(top, "description"),
            Template = template,
            Inputs = inputs,
            Temperature = Number(settings, "temperature", 0, 2),
            TopP = Number(settings, "top_p", 0, 1),
            MaxTokens = (int?)Number(settings, "max_tokens", 1, 1_000_000),
        };
    }

    private YamlNode Root(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw new FormatException($"{path}: {exception.Message}", exception);
        }

        return stream.Documents.Count == 1 ? stream.Documents[0].RootNode : throw Wrong("the file must hold one YAML document");
    }

    /// <summary>Anchors, aliases and tags could say one thing to one loader and another to the next.</summary>
    private void RejectDecorations(YamlNode root)
    {
        foreach (var node in root.AllNodes)
            if (!node.Anchor.IsEmpty || (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)) throw Wrong("anchors, aliases and tags are not allowed");
    }

    private Dictionary<string, YamlNode> Keys(YamlNode node, string where, string[] known)
    {
        if (node is not YamlMappingNode mapping) throw Wrong($"{where} must be a map");
        var found = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = key is YamlScalarNode { Value: { } text } ? text : throw Wrong($"a key in {where} is no text");
            if (!known.Contains(name, StringComparer.Ordinal)) throw Wrong($"'{name}' is not allowed in {where}; allowed are {string.Join(", ", known)}");
            if (!found.TryAdd(name, value)) throw Wrong($"'{name}' is repeated in {where}");
        }

        return found;
    }

    private List<PromptInput> Inputs(YamlNode node)
    {
        if (node is not YamlSequenceNode list) throw Wrong("input_variables must be a list");
        var inputs = new List<PromptInput>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);   // the kernel's arguments ignore case
        foreach (var entry in list.Children)
        {
            var keys = Keys(entry, "an input", InputKeys);
            var name = Text(keys, "name");
            if (!Variable().IsMatch(name)) throw Wrong($"the input name '{name}' may hold letters, digits and '_' only");
            if (Helpers.Contains(name, StringComparer.OrdinalIgnoreCase)) throw Wrong($"the input name '{name}' is taken by Handlebars");
            if (!names.Add(name)) throw Wrong($"the input '{name}' is declared twice");
            var fallback = keys.ContainsKey("default") ? Text(keys, "default") : "";
            if (fallback.AsSpan().IndexOfAny("<>&\"'") >= 0 || fallback.Any(char.IsControl)) throw Wrong($"the default of '{name}' may hold no markup: the kernel does not encode it");
            inputs.Add(new(name, Text(keys, "description"), !keys.ContainsKey("is_required") || Truth(keys, "is_required"), fallback));
        }

        return inputs;
    }

    private string Text(Dictionary<string, YamlNode> keys, string key) =>
        !keys.TryGetValue(key, out var node) ? throw Wrong($"'{key}' is missing")
        : node is YamlScalarNode { Value: { Length: > 0 } text } ? text
        : throw Wrong($"'{key}' must be a text");

    private bool Truth(Dictionary<string, YamlNode> keys, string key) =>
        Text(keys, key) switch { "true" => true, "false" => false, _ => throw Wrong($"'{key}' must be true or false") };

    private float? Number(Dictionary<string, YamlNode> keys, string key, float least, float most) =>
        !keys.ContainsKey(key) ? null
        : float.TryParse(Text(keys, key), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw Wrong(FormattableString.Invariant($"'{key}' must be a number from {least} to {most}"));

    private FormatException Wrong(string rule) => new($"{path}: {rule}");

    /// <summary>What the kernel allows as a function name.</summary>
    [GeneratedRegex("^[0-9A-Za-z_-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z][0-9A-Za-z_]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();
}
