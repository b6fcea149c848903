using System.CommandLine;

namespace HypeWatch.App.Cli;

/// <summary>Options that every verb understands.</summary>
internal static class GlobalOptions
{
    /// <summary>Output for programs.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON instead of text (verbs that read)", Recursive = true };

    /// <summary>Where the data lies.</summary>
    public static Option<DirectoryInfo?> DataDirectory { get; } = new("--data-directory")
    {
        Description = "Folder of database, archive and outbox (default: the setting DataDirectory)", Recursive = true, HelpName = "DIR",
    };

    /// <summary>More to read on the error stream.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Log each step on the error stream, and show where an error arose", Recursive = true };
}
