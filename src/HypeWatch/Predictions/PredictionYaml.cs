using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HypeWatch.Predictions;

/// <summary>
/// Lists in YAML, of which JSON is a part: one list, or <c>sets</c> of them, each with <c>forecaster</c>, <c>made</c>, <c>about</c>, <c>reported_score</c> and
/// <c>predictions</c> (<c>number</c>, <c>statement</c>, <c>probability</c>, <c>outcome</c>, <c>fraction</c>, <c>rationale</c>). Other keys are ignored.
/// </summary>
internal static class PredictionYaml
{
    public static IReadOnlyList<PredictionDraft> Read(string name, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException problem)
        {
            throw new FilePlace(name, (int)problem.Start.Line).Wrong($"{problem.Message} (a text that holds a colon or begins with a sign needs quotes)", problem);
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root) return [];
        var sets = List(name, root, "sets");
        return [.. (sets.Count > 0 ? sets : [root]).Where(set => Child(set, "predictions") is not null).Select(set => Draft(name, set))];
    }

    private static PredictionDraft Draft(string name, YamlMappingNode set) => new(
        Word(set, "forecaster") ?? Word(set, "author"), Word(set, "made"), Word(set, "about"), Word(set, "reported_score") ?? Word(set, "published_score"),
        [
            .. List(name, set, "predictions").Select(item => new PredictionDraftItem(
                PlaceOf(name, item), Word(item, "number") ?? Word(item, "n"), Word(item, "statement"), Word(item, "probability"), Word(item, "outcome"), Word(item, "fraction"),
                Word(item, "rationale") ?? Word(item, "author_reason"))),
        ]) { Place = PlaceOf(name, set) };

    private static List<YamlMappingNode> List(string name, YamlMappingNode parent, string key) => Child(parent, key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => item as YamlMappingNode ?? throw PlaceOf(name, item).Wrong($"'{item}' is no part of '{key}'; write it as {{statement: ..., probability: 0.9}}"))],
        var other => throw PlaceOf(name, other).Wrong($"'{key}' is no list; write each of its parts in a line that begins with '- '"),
    };

    private static FilePlace PlaceOf(string name, YamlNode node) => new(name, (int)node.Start.Line);

    private static string? Word(YamlMappingNode parent, string key) => Child(parent, key) is YamlScalarNode { Value: { } value } ? value : null;

    private static YamlNode? Child(YamlMappingNode parent, string key) => parent.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
