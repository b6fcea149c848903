using System.IO.Compression;
using System.Text.Json;
using HypeWatch.Classifiers;

namespace HypeWatch.Evals.Training;

/// <summary>Makes the tasks that learn whether a text bears a claim out: citation-integrity (MIT) and scifact (claims and labels CC BY 4.0, abstracts ODC-By 1.0).</summary>
internal sealed class SupportTasks(PairFeatures pairs)
{
    private static readonly IReadOnlyList<string> Names = [.. SupportReader.Labels.Select(label => label.ToString())];

    /// <summary>The tasks, read from a folder that holds one folder per set.</summary>
    public IEnumerable<TrainingTask> Read(string folder)
    {
        var citing = File.ReadLines(Path.Combine(folder, "citation-integrity/train.jsonl")).Select(line => JsonElement.Parse(line)).ToList();
        yield return Make(SupportReader.Passages, [.. citing.Select(row => (row.GetProperty("claim").GetString()!, row.GetProperty("claim").GetString()!,
            (IReadOnlyList<string>)[.. row.GetProperty("evidence").EnumerateArray().Select(sentence => sentence.GetString()!)], BearingOf(row.GetProperty("label").GetString()!)))]);
        yield return Abstracts(Path.Combine(folder, "scifact"));
    }

    /// <summary>The task of SciFact, whose items are <see cref="ScifactPairs"/> in their order and whose groups are claims.</summary>
    public TrainingTask Abstracts(string folder) => Make(SupportReader.Abstracts, [.. ScifactPairs(folder).Select(pair => (pair.ClaimId, pair.Claim, pair.Sentences, BearingOf(pair.Label)))]);

    /// <summary>Claims of SciFact with each abstract that they cite.</summary>
    public static IEnumerable<(string Id, string ClaimId, string Claim, IReadOnlyList<string> Sentences, string Label)> ScifactPairs(string folder)
    {
        var abstracts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "corpus.jsonl.gz")), CompressionMode.Decompress)))
        {
            while (reader.ReadLine() is { } line)
            {
                var row = JsonElement.Parse(line);
                abstracts[row.GetProperty("_id").ToString()] = [row.GetProperty("title").GetString()!, .. row.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!)];
            }
        }

        foreach (var line in File.ReadLines(Path.Combine(folder, "claims.jsonl")))
        {
            var row = JsonElement.Parse(line);
            var id = row.GetProperty("id").ToString();
            foreach (var cited in row.GetProperty("cited_doc_ids").EnumerateArray().Select(cited => cited.ToString()))
            {
                var label = row.TryGetProperty("evidence", out var evidence) && evidence.TryGetProperty(cited, out var judged) ? judged[0].GetProperty("label").GetString()! : "NEI";
                yield return ($"{id}:{cited}", id, row.GetProperty("claim").GetString()!, abstracts[cited], label);
            }
        }
    }

    private static Bearing BearingOf(string label) => label switch { "SUPPORT" => Bearing.Support, "REFUTE" or "CONTRADICT" => Bearing.Contradict, _ => Bearing.Silent };

    /// <summary>Rare labels count more, by the root of their rarity, else the commonest would be all that is learnt.</summary>
    private TrainingTask Make(string name, IReadOnlyList<(string Group, string Claim, IReadOnlyList<string> Sentences, Bearing Label)> rows)
    {
        var counts = rows.CountBy(row => row.Label).ToDictionary();
        return new(
            name, Names, [.. rows.Select(row => new TrainingItem(pairs.Of(row.Claim, row.Sentences), (int)row.Label, Weight(rows.Count, counts[row.Label])))],
            [.. rows.Select(row => row.Group)], new(12, 1, 1e-4));
    }

    private static double Weight(int all, int these) => Math.Sqrt((double)all / (Names.Count * these));
}
