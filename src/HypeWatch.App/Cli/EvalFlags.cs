using System.CommandLine;
using System.Globalization;
using HypeWatch.Flags;
using HypeWatch.Flags.Hearings;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch eval flags</c>: how far flags agree with labelled cases; the accuracy page shows what came out.</summary>
internal static class EvalFlags
{
    private const string Offline = "offline", Model = "model";

    private sealed record EvalAnswer(bool Ok, CaseEvaluation Evaluation, IReadOnlyList<FailedCase> Failed);

    private sealed record FailedCase(string Id, IReadOnlyList<string> Problems);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "A file of labelled cases (CLAIMS.md, labelled cases)" };
        var engine = new Option<string>("--engine") { Description = "offline: the rules alone; model: the language model hears each release as well", DefaultValueFactory = _ => Offline };
        engine.AcceptOnlyFromAmong(Offline, Model);
        var failed = new Option<bool>("--failed") { Description = "Also name what went wrong in each case" };
        return new Command("flags", "How far flags agree with labelled cases, against flagging everything and nothing; the accuracy page shows it") { file, engine, failed }.Does(async (context, ct) =>
        {
            var given = context.Value(file)!;
            if (!given.Exists) throw new UsageException($"there is no file {given.FullName}");
            var cases = FlagCase.Load(given.FullName);
            await using var app = await context.OpenForReadingAsync(ct, isQuiet: true);
            var hearing = context.Value(engine) == Model ? HearingOf(app) : null;
            var run = new CaseRun(hearing);
            var results = await run.RunAsync(cases, isRepeated: hearing is null, ct);
            var time = app?.Services.GetRequiredService<TimeProvider>() ?? TimeProvider.System;
            var evaluation = new CaseEvaluation(given.Name, ContentId.Sha256(await File.ReadAllTextAsync(given.FullName, ct)), hearing?.Model ?? Offline, run.Versions, FlagCaseScore.Of(results), time.GetUtcNow());
            if (app is null) context.Remarks.Note("not kept: there is no database in the data directory (hypewatch db migrate)");
            else await app.Services.GetRequiredService<EvaluationStore>().SaveAsync(evaluation, ct);
            List<FailedCase> wrong = context.Value(failed) ? [.. results.Where(result => !result.Passed).Select(result => new FailedCase(result.Case.Id, result.Problems))] : [];
            if (context.Json) context.Out.Json(new EvalAnswer(true, evaluation, wrong));
            else Print(context, evaluation, wrong);
            return ExitCode.Ok;
        });
    }

    private static FlagHearing HearingOf(WebApplication? app) =>
        app?.Services.GetService<PromptRunner>() is { } runner
            ? new(runner, app.Services.GetRequiredService<PromptLibrary>(), app.Services.GetRequiredService<Taxonomy>())
            : throw new UsageException(app is null ? "--engine model keeps what the model answers: make the database first (hypewatch db migrate)" : "no language model is configured (Llm:Model); --engine offline needs none");

    private static void Print(CommandContext context, CaseEvaluation evaluation, List<FailedCase> wrong)
    {
        foreach (var one in wrong) context.Out.Line($"{one.Id}: {string.Join("; ", one.Problems)}");
        foreach (var line in EvaluationText.Lines(evaluation.Score)) context.Out.Line(line);
        context.Out.Table(
            ["code", "precision", "recall", "F1", "base rate", "right", "wrong", "missed"],
            evaluation.Score.PerCode.Select(pair => (IReadOnlyList<string>)
            [
                pair.Key, EvaluationText.Share(pair.Value.Precision), EvaluationText.Share(pair.Value.Recall), EvaluationText.Share(pair.Value.F1), EvaluationText.Share(pair.Value.BaseRate),
                .. new[] { pair.Value.Right, pair.Value.Wrong, pair.Value.Missed }.Select(count => count.ToString(CultureInfo.InvariantCulture)),
            ]));
        context.Out.Table(
            ["confidence", "flags", "mean", "expected"],
            evaluation.Score.Reliability.Select(row => (IReadOnlyList<string>)
                [string.Create(CultureInfo.InvariantCulture, $"{row.From:0.0} to {row.To:0.0}"), row.Flags.ToString(CultureInfo.InvariantCulture), EvaluationText.Share(row.Confidence), EvaluationText.Share(row.Expected)]));
    }
}
