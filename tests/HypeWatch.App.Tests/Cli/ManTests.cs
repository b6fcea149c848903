using System.CommandLine;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class ManTests
{
    [Fact]
    public async Task The_manual_names_every_verb_and_option_and_no_words_become_requests()
    {
        var lines = (await CommandRun.OfAsync("man")).Expect(ExitCode.Ok).Output.Split('\n');
        foreach (var (verb, command) in Leaves(CommandLine.Root(), ""))
        {
            Assert.Contains(lines, line => line.StartsWith($"\\fB{Safe(verb)}\\fR", StringComparison.Ordinal));
            Assert.All(command.Options, option => Assert.Contains(lines, line => line.StartsWith($"\\fB{Safe(option.Name)}\\fR", StringComparison.Ordinal)));
        }

        string[] requests = [".TH", ".SH", ".TP", ".B", ".I", ".RS", ".RE"];
        Assert.All(lines.Where(line => line.StartsWith('.')), line => Assert.Contains(line.Split(' ')[0].TrimEnd('\r'), requests));
    }

    private static string Safe(string words) => words.Replace("-", "\\-", StringComparison.Ordinal);

    private static IEnumerable<(string Verb, Command Command)> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0 ? [(path, command)] : command.Subcommands.SelectMany(child => Leaves(child, (path + " " + child.Name).Trim()));
}
