using HypeWatch.Model;
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
            throw new HypeWatchException($"{name}, line {problem.Start.Line}: {problem.Message}", problem);
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root) return [];
        var sets = List(root, "sets");
        return [.. (sets.Count > 0 ? sets : [root]).Where(set => Child(set, "predictions") is not null).Select(Draft)];
    }

    private static PredictionDraft Draft(YamlMappingNode set) => new(
        Word(set, "forecaster") ?? Word(set, "author"), Word(set, "made"), Word(set, "about"), Word(set, "reported_score") ?? Word(set, "published_score"),
        [
            .. List(set, "predictions").Select(item => new PredictionDraftItem(
                Word(item, "number") ?? Word(item, "n"), Word(item, "statement"), Word(item, "probability"), Word(item, "outcome"), Word(item, "fraction"),
                Word(item, "rationale") ?? Word(item, "author_reason"))),
        ]);

    private static List<YamlMappingNode> List(YamlMappingNode parent, string key) => Child(parent, key) is YamlSequenceNode list ? [.. list.OfType<YamlMappingNode>()] : [];

    private static string? Word(YamlMappingNode parent, string key) => Child(parent, key) is YamlScalarNode { Value: { } value } ? value : null;

    private static YamlNode? Child(YamlMappingNode parent, string key) => parent.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
