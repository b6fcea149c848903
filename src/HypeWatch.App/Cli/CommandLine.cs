using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.RegularExpressions;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Cli;

/// <summary>The command line: all verbs, and the one place that turns failures into one line and an exit code.</summary>
internal static partial class CommandLine
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="configuration">Where to print; null prints to the console.</param>
    /// <param name="ct">Ends the command.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, InvocationConfiguration? configuration = null, CancellationToken ct = default)
    {
        configuration ??= new InvocationConfiguration();
        configuration.EnableDefaultExceptionHandler = false;
        var parse = Root().Parse(args.Count == 0 ? ["--help"] : args);
        // A shell asks what fits before a line is complete.
        var isSuggesting = args.Count > 0 && args[0].StartsWith("[suggest", StringComparison.Ordinal);
        if (!isSuggesting && UnknownOption.In(parse) is { } unknown)
        {
            await configuration.Error.WriteLineAsync($"hypewatch: {Terminal.Clean(unknown)}");
            return ExitCode.Usage;
        }

        if (parse.Errors.Count > 0 && !isSuggesting)
        {
            foreach (var problem in Problems(parse)) await configuration.Error.WriteLineAsync($"hypewatch: {Terminal.Clean(problem)}");
            await configuration.Error.WriteLineAsync($"hypewatch: see hypewatch {VerbOf(parse)}--help");
            return ExitCode.Usage;
        }

        try
        {
            return await parse.InvokeAsync(configuration, ct);
        }
        catch (OperationCanceledException)
        {
            await configuration.Error.WriteLineAsync("hypewatch: stopped before the end; the same command goes on where this one stopped");
            return ExitCode.Failed;
        }
        catch (Exception failure)
        {
            var verbose = parse.GetValue(GlobalOptions.Verbose);
            await configuration.Error.WriteLineAsync("hypewatch: " + (verbose ? failure.ToString() : OneLine(failure)));
            return failure is UsageException or SqlRefusedException or QueryException ? ExitCode.Usage : ExitCode.Failed;
        }
    }

    /// <summary>The verbs, in the order of the help.</summary>
    internal static RootCommand Root()
    {
        var root = new RootCommand("HypeWatch archives AI-interpretability releases, extracts their claims, and flags what may exceed its evidence.")
        {
            RunCommand.Make(), DemoCommand.Make(), AddCommand.Make(), CheckCommand.Make(), TraceCommand.Make(), ClaimsCommand.Make(), FlagsCommand.Make(), ReviewCommand.Make(), ShowCommand.Make(), LineageCommand.Make(), ReleaseCommand.Make(), LiteratureCommand.Make(),
            DiffCommand.Make(), RedactCommand.Make(), PredictCommand.Make(), CommitmentsCommand.Make(), DigestCommand.Make(), SubscriberCommand.Make(), SourceCommand.Make(), ExportCommand.Make(), SqlCommand.Make(), McpCommand.Make(), EvalCommand.Make(), DatabaseCommand.Make(),
            DoctorCommand.Make(), CompletionCommand.Make(), ManCommand.Make(),
        };
        root.Options.Add(GlobalOptions.Json);
        root.Options.Add(GlobalOptions.DataDirectory);
        root.Options.Add(GlobalOptions.Verbose);
        return root;
    }

    /// <summary>Gives a command its action.</summary>
    public static Command Does(this Command command, Func<CommandContext, CancellationToken, Task<int>> action)
    {
        command.SetAction((parse, ct) => action(new CommandContext(parse), ct));
        return command;
    }

    // For a word that is no verb the parser complains first that a verb is missing, which is not what is wrong.
    private static IEnumerable<string> Problems(ParseResult parse) => parse is { CommandResult.Command.Subcommands.Count: > 0, UnmatchedTokens: [var word, ..] } && !word.StartsWith('-')
        ? [$"there is no verb '{word}'; known: {string.Join(", ", parse.CommandResult.Command.Subcommands.Select(verb => verb.Name))}"]
        : parse.Errors.Select(problem => TypePattern().Replace(problem.Message, match => match.Groups["type"].Value.Contains("Int", StringComparison.Ordinal) ? "as a whole number" : "as a number"));

    private static string VerbOf(ParseResult parse)
    {
        var names = new Stack<string>();
        for (var at = parse.CommandResult; at.Command is not RootCommand; at = (CommandResult)at.Parent!) names.Push(at.Command.Name);
        return string.Concat(names.Select(name => name + " "));
    }

    [GeneratedRegex(@"as expected type '(?<type>[^']*)'", RegexOptions.CultureInvariant, 500)]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']*)' to type '(?<type>[^']*)'", RegexOptions.CultureInvariant | RegexOptions.Singleline, 500)]
    private static partial Regex SettingPattern();

    private static string OneLine(Exception failure)
    {
        var message = failure switch
        {
            InvalidOperationException when SettingPattern().Match(failure.Message) is { Success: true } setting =>
                $"settings: {setting.Groups["key"].Value}: '{setting.Groups["value"].Value}' is no {(setting.Groups["type"].Value.Contains("Int", StringComparison.Ordinal) ? "whole number" : setting.Groups["type"].Value.Split('.')[^1])}",
            OptionsValidationException settings => "settings: " + string.Join("; ", settings.Failures),
            HypeWatchException or UsageException or IOException or UnauthorizedAccessException or System.Data.Common.DbException => failure.Message,
            InvalidDataException or JsonException => "settings: " + failure.Message,
            _ => $"{failure.GetType().Name}: {failure.Message} (--verbose shows where)",
        };
        return Terminal.Clean(message.ReplaceLineEndings(" "));
    }
}
