using System.Text.Json;
using HypeWatch.Classifiers;

namespace HypeWatch.Evals.Training;

/// <summary>What one model learns.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="Labels">Its labels; one alone for a number.</param>
/// <param name="Items">The items.</param>
/// <param name="Groups">What belongs together and is never split between learning and checking, item by item.</param>
/// <param name="Settings">How it learns.</param>
internal sealed record TrainingTask(string Name, IReadOnlyList<string> Labels, IReadOnlyList<TrainingItem> Items, IReadOnlyList<string> Groups, TrainingSettings Settings)
{
    /// <summary>Learns from all items.</summary>
    public LinearModel Fit() => LinearTrainer.Fit(Name, Labels, Items, Settings);

    /// <summary>Scores of every item by a model that did not learn from its group.</summary>
    public double[][] HeldOut(int folds)
    {
        var fold = Groups.Distinct(StringComparer.Ordinal).Select((group, i) => (group, i % folds)).ToDictionary(pair => pair.group, pair => pair.Item2, StringComparer.Ordinal);
        var scores = new double[Items.Count][];
        for (var f = 0; f < folds; f++)
        {
            var model = LinearTrainer.Fit(Name, Labels, [.. Items.Where((_, i) => fold[Groups[i]] != f)], Settings);
            for (var i = 0; i < Items.Count; i++)
                if (fold[Groups[i]] == f) scores[i] = Labels.Count == 1 ? model.Score(Items[i].Features) : model.Probabilities(Items[i].Features);
        }

        return scores;
    }
}

/// <summary>Makes the tasks of the sets whose licence allows it: csabstruct (Apache-2.0), certainty (MIT), limitations (MIT), scitweets (CC BY 4.0), citation-integrity (MIT), scifact (CC BY 4.0).</summary>
internal sealed class TrainingTasks(SentenceFeatures features, PostReader posts, PairFeatures pairs)
{
    /// <summary>The tasks, read from a folder that holds one folder per set.</summary>
    public IEnumerable<TrainingTask> Read(string folder)
    {
        yield return Roles(Lines(folder, "csabstruct/train.jsonl"));
        var certainty = Lines(folder, "certainty/sentence.train.jsonl");
        yield return new(
            CertaintyReader.Name, ["certainty"], [.. certainty.Select(row => new TrainingItem(Sentence(row), row.GetProperty("certainty").GetDouble()))], Ids(certainty), new(10, 0.5, 1e-4, 1));
        var aspects = Lines(folder, "certainty/aspect.train.jsonl");
        foreach (var aspect in Enum.GetValues<CertaintyAspect>())
            yield return new(CertaintyReader.NameOf(aspect), Enum.GetNames<AspectCertainty>(), [.. aspects.Select(row => Aspect(row, aspect))], Ids(aspects), new(10, 2, 1e-5, 1));
        yield return Limitations(Lines(folder, "limitations/train.jsonl"));
        var tweets = Lines(folder, "scitweets/train.jsonl");
        foreach (var trait in Enum.GetValues<PostTrait>()) yield return Post(tweets, trait);
        foreach (var task in new SupportTasks(pairs).Read(folder)) yield return task;
    }

    /// <summary>How roles follow each other, as a table of log-likelihood ratios.</summary>
    public static LinearModel Transitions(string folder)
    {
        var count = RoleReader.Roles.Count;
        var steps = Enumerable.Range(0, count + 1).ToDictionary(before => before, _ => Enumerable.Repeat(1f, count).ToArray());
        foreach (var row in Lines(folder, "csabstruct/train.jsonl"))
        {
            var before = count;
            foreach (var role in row.GetProperty("labels").EnumerateArray().Select(Role))
            {
                steps[before][role]++;
                before = role;
            }
        }

        var all = steps.Values.Sum(row => row.Sum());
        var share = Enumerable.Range(0, count).Select(role => steps.Values.Sum(row => row[role]) / all).ToArray();
        var table = steps.ToDictionary(row => row.Key, row => row.Value.Select((times, role) => MathF.Log(times / row.Value.Sum() / share[role])).ToArray());
        return new(RoleReader.TransitionName, [.. RoleReader.Roles.Select(role => role.ToString())], new float[count], table);
    }

    private static int Role(JsonElement label) => (int)Enum.Parse<SentenceRole>(label.GetString()!, ignoreCase: true);

    private TrainingTask Roles(IReadOnlyList<JsonElement> rows)
    {
        var items = new List<TrainingItem>();
        var groups = new List<string>();
        foreach (var row in rows)
        {
            var sentences = row.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!).ToList();
            var labels = row.GetProperty("labels").EnumerateArray().Select(Role).ToList();
            items.AddRange(sentences.Select((_, i) => new TrainingItem(features.Of(RoleReader.InContext(sentences, i)), labels[i])));
            groups.AddRange(sentences.Select(_ => row.GetProperty("id").GetString()!));
        }

        return new(RoleReader.Name, [.. RoleReader.Roles.Select(role => role.ToString())], items, groups, new(8, 1, 1e-5));
    }

    private static TrainingItem Item(FeatureVector features, JsonElement row, string field) => new(features, row.GetProperty(field).GetInt32());

    private TrainingItem Aspect(JsonElement row, CertaintyAspect aspect) =>
        new(Sentence(row), (int)Enum.Parse<AspectCertainty>(row.GetProperty("aspects").GetProperty(aspect.ToString()).GetString()!));

    private TrainingTask Limitations(IReadOnlyList<JsonElement> rows)
    {
        var contexts = ArticleSentences.Of(rows);
        return new(
            LimitationReader.Name, ["other", "limitation"], [.. rows.Select((row, i) => Item(features.Of(contexts[i]), row, "label"))],
            [.. rows.Select(row => ArticleSentences.Place(row).Article)], new(12, 2, 1e-4));
    }

    private TrainingTask Post(IReadOnlyList<JsonElement> all, PostTrait trait)
    {
        var field = trait is PostTrait.Science ? "science_related" : trait.ToString().ToLowerInvariant();
        // Where the annotators were split there is no label.
        var rows = all.Where(row => row.GetProperty(field).ValueKind == JsonValueKind.Number).ToList();
        return new(
            PostReader.NameOf(trait), ["no", "yes"],
            [.. rows.Select(row => Item(posts.Describe(row.GetProperty("text").GetString()!, PostLinks.Of(row.GetProperty("urls").GetString()!)), row, field))],
            Ids(rows), new(12, 2, 1e-4));
    }

    private FeatureVector Sentence(JsonElement row) => features.Of(new(row.GetProperty("text").GetString()!));

    private static IReadOnlyList<string> Ids(IReadOnlyList<JsonElement> rows) => [.. rows.Select(row => row.GetProperty("id").GetString()!)];

    private static IReadOnlyList<JsonElement> Lines(string folder, string file) =>
        [.. File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0).Select(line => JsonElement.Parse(line))];
}
