using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HypeWatch.Predictions;

/// <summary>
/// Lists in YAML, of which JSON is a part: one list, or <c>sets</c> of them, each with <c>forecaster</c>, <c>made</c>, <c>about</c>, <c>release</c>, <c>source</c>, <c>topic</c>, <c>deadline</c>,
/// <c>criteria</c>, <c>known_at</c>, <c>reported_score</c> and <c>predictions</c> (<c>number</c>, <c>statement</c>, <c>probability</c>, <c>outcome</c>, <c>fraction</c>, <c>rationale</c>, <c>topic</c>,
/// <c>deadline</c>, <c>criteria</c>, <c>resolver</c>, <c>known_at</c>, <c>resolved_at</c>, <c>claims</c>, and below <c>beside</c> what else was said of the outcome). Other keys are ignored.
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
        First(set, "forecaster", "author"), Word(set, "made"), Word(set, "about"), First(set, "reported_expectation_score", "reported_score", "published_score"),
        [
            .. List(name, set, "predictions").Select(item => new PredictionDraftItem(
                PlaceOf(name, item), First(item, "number", "n"), Word(item, "statement"), Word(item, "probability"), Word(item, "outcome"), Word(item, "fraction"), First(item, "rationale", "author_reason", "reason", "note"))
            {
                Topic = Word(item, "topic"), Deadline = Word(item, "deadline"), Criteria = Word(item, "criteria"), Own = Statement(name, item),
                Beside = [.. List(name, item, "beside").Select(beside => Statement(name, beside))],
            }),
        ])
    {
        Place = PlaceOf(name, set), Release = First(set, "release", "resolved_by"), Document = Word(set, "document"), Topic = Word(set, "topic"), Deadline = Word(set, "deadline"), Criteria = Word(set, "criteria"),
        Source = Word(set, "source") ?? (Child(set, "sources") is YamlSequenceNode sources && sources.Children.OfType<YamlMappingNode>().FirstOrDefault() is { } first ? Word(first, "url") : null),
        KnownAt = First(set, "known_at", "resolved_on"), Hash = Word(set, "commitment"), HashKeptSince = Word(set, "committed_at"),
    };

    private static PredictionDraftStatement Statement(string name, YamlMappingNode node) => new(
        PlaceOf(name, node), Word(node, "kind") == "dispute", Word(node, "outcome"), Word(node, "fraction"), Word(node, "resolver"), Word(node, "rationale"), Word(node, "known_at"), Word(node, "resolved_at"),
        Child(node, "claims") is YamlSequenceNode claims ? string.Join(',', claims.Children.OfType<YamlScalarNode>().Select(claim => claim.Value)) : Word(node, "claims"));

    private static List<YamlMappingNode> List(string name, YamlMappingNode parent, string key) => Child(parent, key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => item as YamlMappingNode ?? throw PlaceOf(name, item).Wrong($"'{item}' is no part of '{key}'; write it as {{statement: ..., probability: 0.9}}"))],
        var other => throw PlaceOf(name, other).Wrong($"'{key}' is no list; write each of its parts in a line that begins with '- '"),
    };

    private static FilePlace PlaceOf(string name, YamlNode node) => new(name, (int)node.Start.Line);

    // The first that says something: a key may stand there with null.
    private static string? First(YamlMappingNode parent, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (PredictionDraft.Given(Word(parent, key)) is { } found) return found;
        return null;
    }

    private static string? Word(YamlMappingNode parent, string key) => Child(parent, key) is YamlScalarNode { Value: { } value } ? value : null;

    private static YamlNode? Child(YamlMappingNode parent, string key) => parent.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
