using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>Makes the inventory of a release's experiments: which models, layers, data, tasks, baselines and controls they name, with how many cases, chosen how, and how sure. Deterministic.</summary>
/// <param name="lexicons">The word lists.</param>
public sealed partial class InventoryReader(LexiconSet lexicons)
{
    /// <summary>Reads the inventory: by kind, what is named most often first.</summary>
    public IReadOnlyList<InventoryEntry> Read(IEnumerable<Experiment> experiments)
    {
        var named = from experiment in experiments
                    from part in Parts(experiment.Quote)
                    let words = part.Span.Of(experiment.Quote)
                    let place = new InventoryPlace(experiment.Version, new(experiment.Span.Start + part.Span.Start, experiment.Span.Start + part.Span.End))
                    group (words, place) by (part.Kind, Key: words.ToUpperInvariant()) into same
                    select new InventoryEntry(same.Key.Kind, same.First().words, [.. same.Select(entry => entry.place)]);
        return [.. named.OrderBy(entry => entry.Kind).ThenByDescending(entry => entry.Places.Count).ThenBy(entry => entry.Words, StringComparer.Ordinal)];
    }

    private IEnumerable<(InventoryKind Kind, Span Span)> Parts(string text) =>
    [
        .. ModelMentions.Names(text).Select(span => (InventoryKind.Model, span)),
        .. Of(InventoryKind.Layer, LayerPattern(), text),
        .. Of(InventoryKind.Dataset, DatasetPattern(), text),
        .. Of(InventoryKind.Task, TaskPattern(), text),
        .. lexicons.Baselines.Find(text).Where(hit => hit.Term.Subcategory is "baseline" or "simple_baseline").Select(hit => (InventoryKind.Baseline, hit.Span)),
        .. lexicons.CausalVerbs.Find(text).Where(hit => hit.Term.Subcategory == "control").Select(hit => (InventoryKind.Control, hit.Span)),
        .. Of(InventoryKind.Control, ExperimentReader.UntrainedPattern(), text),
        .. Of(InventoryKind.SampleSize, ExperimentReader.SizePattern(), text),
        .. Of(InventoryKind.Sampling, ExperimentReader.RandomPattern(), text),
        .. Of(InventoryKind.Sampling, ExperimentReader.ExhaustivePattern(), text),
        .. Of(InventoryKind.Sampling, ExperimentReader.TopPattern(), text),
        .. Of(InventoryKind.Sampling, ExperimentReader.PickedPattern(), text),
        .. Of(InventoryKind.Uncertainty, ExperimentReader.UncertaintyPattern(), text),
        .. Of(InventoryKind.Seeds, SeedPattern(), text),
    ];

    private static IEnumerable<(InventoryKind Kind, Span Span)> Of(InventoryKind kind, Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups["w"] is { Success: true } named ? named : match).Select(found => (kind, new Span(found.Index, found.Index + found.Length)));

    [GeneratedRegex(@"\b(?:layers?|MLPs?|attention heads?|heads?|blocks?)\s\d+(?:[.\u2013-]\d+)?(?:(?:,\s\d+)*,?\s(?:and|to|or)\s\d+)?\b|\b(?:residual stream|middle layers?|first layer|last layer|final layer|all layers|every layer|one layer|a single layer|embedding layer)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LayerPattern();

    [GeneratedRegex(@"\b(?<w>[\p{Lu}][\w-]*(?:\s[\p{Lu}\d][\w-]*){0,3})\s(?:data ?sets?|corpus|corpora|benchmarks?|test set|validation set|training set)\b|\b(?<w>The Pile|OpenWebText2?|C4|ImageNet|CIFAR-\d+|MNIST|WikiText(?:-\d+)?|TruthfulQA|MMLU|SQuAD|GSM8K|TinyStories|FineWeb|HellaSwag|CounterFact|COUNTERFACT|RAVEL|CommonCrawl|Wikipedia|LAMBADA|BookCorpus|COCO)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatasetPattern();

    [GeneratedRegex(@"\b(?<w>(?:[\p{Lu}]{2,}[\w-]*|[\p{L}]+-[\p{L}-]+|[\p{L}]+\s(?:classification|completion|recall|identification|prediction|detection|translation|answering)|arithmetic|addition|classification|translation))\stasks?\b|\b(?<w>indirect object identification|greater-than|factual recall|sentiment (?:analysis|classification)|question answering|modular addition)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TaskPattern();

    [GeneratedRegex(@"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s(?:random\s|different\s|independent\s)?(?:seeds|runs|repetitions|repeats|initiali[sz]ations)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SeedPattern();
}
