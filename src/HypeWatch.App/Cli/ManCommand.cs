using System.CommandLine;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch man</c>: the manual page, written from the verbs themselves, so that it never grows old.</summary>
internal static class ManCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Make() => new Command("man", "Print the manual page (hypewatch man > hypewatch.1)").Does((context, _) =>
    {
        context.Out.Line(string.Join('\n', Page(CommandLine.Root())));
        return Task.FromResult(ExitCode.Ok);
    });

    private static IEnumerable<string> Page(RootCommand root)
    {
        yield return $".TH HYPEWATCH 1 \"\" \"HypeWatch {typeof(ManCommand).Assembly.GetName().Version?.ToString(3)}\" \"User commands\"";
        yield return ".SH NAME";
        yield return "hypewatch \\- watches releases of AI\\-interpretability research and flags overclaims";
        yield return ".SH SYNOPSIS";
        yield return ".B hypewatch\n.I verb\n[options]";
        yield return ".SH DESCRIPTION";
        yield return Text(root.Description);
        yield return ".SH VERBS";
        foreach (var line in root.Subcommands.SelectMany(verb => Verb(verb, ""))) yield return line;
        yield return ".SH OPTIONS OF EVERY VERB";
        foreach (var option in root.Options.Where(option => option.Recursive)) yield return Option(option);
        yield return ".SH EXIT STATUS";
        yield return "0 ok, 1 nothing found, 2 usage, 3 failed.";
        yield return ".SH ENVIRONMENT";
        yield return ".TP\n.B HypeWatch__Section__Key\n" + Text("A setting, stronger than the files. Secrets belong here: HypeWatch__Llm__ApiKey, HypeWatch__Smtp__Password, HypeWatch__Keys__OpenAlex.");
        yield return ".SH FILES";
        yield return ".TP\n.B appsettings.json\n" + Text("Every setting with its default, beside the program.");
        yield return ".TP\n.B hypewatch\\-data/hypewatch.json\n" + Text("Your own settings, in the data directory.");
    }

    private static IEnumerable<string> Verb(Command verb, string path)
    {
        var name = (path + " " + verb.Name).Trim();
        if (verb.Subcommands.Count > 0) return verb.Subcommands.SelectMany(child => Verb(child, name));
        var arguments = string.Concat(verb.Arguments.Select(argument => $" \\fI{Text(argument.HelpName ?? argument.Name)}\\fR"));
        return [$".TP\n\\fB{Text(name)}\\fR{arguments}", Text(verb.Description), .. verb.Options.Count == 0 ? [] : (string[])[".RS", .. verb.Options.Select(Option), ".RE"]];
    }

    private static string Option(Option option) => $".TP\n\\fB{Text(option.Name)}\\fR{(option.ValueType == typeof(bool) ? "" : $" \\fI{Text(option.HelpName ?? "VALUE")}\\fR")}\n{Text(option.Description)}";

    // A sign that begins a request or an escape in this form is written so that it does not.
    private static string Text(string? words)
    {
        var safe = (words ?? "").ReplaceLineEndings(" ").Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return safe.StartsWith('.') || safe.StartsWith('\'') ? "\\&" + safe : safe;
    }
}
