using System.CommandLine;
using System.Globalization;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;

namespace HypeWatch.Evals.Training;

/// <summary>Trains the models of <c>Classifiers</c> anew: <c>train --data DIR --out FILE</c>; the same data gives the same file. With <c>--check</c> it only reports figures on held-out parts.</summary>
internal static class TrainCommand
{
    private const int Folds = 8;

    public static Command Make()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "folder that holds one folder per set", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "file of weights to write" };
        var check = new Option<bool>("--check") { Description = "report figures of eight-fold cross-validation instead" };
        var command = new Command("train", "Trains the small models on sets whose licence allows it") { data, output, check, TrainReferences.Make() };
        command.SetAction(parse =>
        {
            var folder = parse.GetValue(data)!.FullName;
            var lexicons = new LexiconSet();
            var features = new SentenceFeatures(lexicons);
            var tasks = new TrainingTasks(features, new PostReader(new ClassifierSet([]), features, new RelationReader()), new PairFeatures(lexicons)).Read(folder);
            if (parse.GetValue(check)) return Check(tasks);
            if (parse.GetValue(output) is not { } file)
            {
                Console.Error.WriteLine("name the file to write with --out, or use --check");
                return 2;
            }

            List<LinearModel> models = [.. tasks.Select(task => task.Fit()), TrainingTasks.Transitions(folder)];
            using (var stream = file.Create()) ModelFile.Write(stream, models);
            file.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{models.Count} models, {file.Length} bytes"));
            return 0;
        });
        return command;
    }

    private static int Check(IEnumerable<TrainingTask> tasks)
    {
        foreach (var task in tasks)
        {
            var scores = task.HeldOut(Folds);
            var gold = task.Items.Select(item => item.Target).ToList();
            Console.WriteLine(task.Labels.Count switch
            {
                1 => string.Create(CultureInfo.InvariantCulture, $"{task.Name}: {task.Items.Count} items, Pearson r {Figures.Pearson([.. scores.Select(score => score[0])], gold):0.000}"),
                2 => string.Create(CultureInfo.InvariantCulture, $"{task.Name}: {task.Items.Count} items, F1 {string.Join(", ", Thresholds.Select(at => FormattableString.Invariant($"{at:0.0#}: {Figures.F1([.. scores.Select(score => score[1] >= at ? 1.0 : 0)], gold, 1):0.000}")))}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{task.Name}: {task.Items.Count} items, weighted F1 {Figures.WeightedF1([.. scores.Select(Largest)], gold):0.000}, macro F1 {Figures.MacroF1([.. scores.Select(Largest)], gold):0.000}"),
            });
        }

        return 0;
    }

    private static readonly double[] Thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

    private static double Largest(double[] scores) => Array.IndexOf(scores, scores.Max());
}
