using System.CommandLine;
using HypeWatch.Evals.Bench;
using HypeWatch.Reading;

namespace HypeWatch.Evals.Training;

/// <summary><c>train references --in DIR --out FILE</c>: makes the weights of <see cref="ReferenceLabels"/>, after a cross-validation that says what to expect of them.</summary>
internal static class TrainReferences
{
    private const int Folds = 5;
    private const int Written = 600;

    public static Command Make()
    {
        var input = new Option<DirectoryInfo>("--in") { Description = "folder with train.jsonl: raw strings and their fields", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "file of weights to write", Required = true };
        var references = new Command("references", "Trains the labels of reference strings") { input, output };
        references.SetAction(async (parse, ct) =>
        {
            var labelled = new List<LabelledReference>();
            await foreach (var item in JsonLines.ReadAsync(Path.Combine(parse.GetValue(input)!.FullName, "train.jsonl"), ct))
                labelled.Add(LabelledReference.Of(item.GetProperty("raw").GetString()!, item.GetProperty("fields").EnumerateArray().Select(field => (field[0].GetString()!, field[1].GetString()!))));
            CrossValidate(labelled);
            await File.WriteAllBytesAsync(parse.GetValue(output)!.FullName, new ReferenceTrainer().Train([.. labelled, .. WrittenReferences.Make(Written)]), ct);
            return 0;
        });
        return references;
    }

    /// <summary>Share of words with the right label, and of titles with the right words, when each fifth is labelled by weights trained on the others.</summary>
    private static void CrossValidate(List<LabelledReference> all)
    {
        int words = 0, rightWords = 0, titles = 0, rightTitles = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = ReferenceLabels.Read(new ReferenceTrainer().Train([.. all.Where((_, i) => i % Folds != fold), .. WrittenReferences.Make(Written)]));
            foreach (var reference in all.Where((_, i) => i % Folds == fold))
            {
                var found = weights.Label(reference.Tokens);
                words += found.Length;
                rightWords += found.Zip(reference.Labels).Count(pair => pair.First == pair.Second);
                if (!reference.Labels.Contains(ReferenceLabel.Title)) continue;
                titles++;
                if (Title(found) == Title(reference.Labels)) rightTitles++;
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{Folds}-fold: {(double)rightWords / words:0.000} of {words} words, {(double)rightTitles / titles:0.000} of {titles} titles"));
    }

    private static (int First, int Length) Title(ReferenceLabel[] labels)
    {
        var first = Array.IndexOf(labels, ReferenceLabel.Title);
        return first < 0 ? (-1, 0) : (first, labels.Skip(first).TakeWhile(label => label == ReferenceLabel.Title).Count());
    }
}
