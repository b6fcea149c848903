using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Flags;

/// <summary>The verb <c>flags</c>: runs labelled cases through the product's own path and scores what it raised.</summary>
internal static class FlagCaseEval
{
    public static Command Command()
    {
        var cases = new Option<FileInfo>("--cases") { Description = "a file of labelled flag cases", Required = true };
        var json = new Option<bool>("--json") { Description = "print one JSON object" };
        var verbose = new Option<bool>("--verbose") { Description = "name what went wrong in each case" };
        var engine = new Option<string>("--engine") { Description = "offline: the rules alone; model: a language model hears each release as well", DefaultValueFactory = _ => "offline" };
        engine.AcceptOnlyFromAmong("offline", "model");
        var model = new ModelOptions();
        var command = new Command("flags", "Scores flags against labelled cases") { cases, json, verbose, engine };
        model.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var asked = model.Of(parsed);
            if (parsed.GetValue(engine) == "model" != asked is not null)
            {
                await Console.Error.WriteLineAsync("--engine model needs --recordings, and --recordings needs --engine model");
                return 2;
            }

            var results = await RunAsync(FlagCase.Load(parsed.GetValue(cases)!.FullName), ct, asked);
            if (parsed.GetValue(verbose))
            {
                foreach (var result in results.Where(result => !result.Passed)) Console.WriteLine($"{result.Case.Id}: {string.Join("\n    ", result.Problems)}");
                foreach (var result in results.Where(result => !result.Raised.IsSubsetOf(result.Expected)))
                    Console.WriteLine($"{result.Case.Id}: also raised {string.Join(", ", result.Raised.Except(result.Expected).Select(pair => FormattableString.Invariant($"{pair.Code} on {pair.Document}")))}");
            }

            Console.WriteLine(parsed.GetValue(json) ? ModelJson.Write(FlagCaseScore.Of(results)) : Table(FlagCaseScore.Of(results)));
            return 0;
        });
        return command;
    }

    /// <summary>Runs all cases.</summary>
    public static Task<IReadOnlyList<CaseResult>> RunAsync(IReadOnlyList<FlagCase> cases, CancellationToken ct, RecordedModel? model = null) => new CaseRun(model?.Hearing()).RunAsync(cases, isRepeated: false, ct);

    private static string Table(FlagCaseScore score) => string.Join(
        '\n',
        [
            FormattableString.Invariant($"cases passed       {score.Passed} of {score.Cases} (flag everything {score.Everything.Passed}, flag nothing {score.FlagNothingPassed})"),
            FormattableString.Invariant($"fair left alone    {score.FairLeftAlone:0.000} (flag everything 0, flag nothing 1)"),
            FormattableString.Invariant($"F1                 macro {score.MacroF1:0.000}, micro {score.MicroF1:0.000}"),
            .. score.PerCode.Select(pair => FormattableString.Invariant(
                $"{pair.Key}               precision {pair.Value.Precision:0.00}, recall {pair.Value.Recall:0.00}, F1 {pair.Value.F1:0.00} (right {pair.Value.Right}, wrong {pair.Value.Wrong}, missed {pair.Value.Missed})")),
        ]);
}
