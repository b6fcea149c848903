using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Benchmarks;

/// <summary>The <c>sqlite3</c> shell, which times each statement itself.</summary>
internal static partial class SqliteShell
{
    /// <summary>Runs statements in one shell, all of them several times.</summary>
    /// <param name="files">Where the database lies.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="rounds">Rounds before the one that counts.</param>
    /// <param name="keepsRows">Whether rows are read; else the shell throws them away, which costs it least.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Milliseconds and lines of output of each statement in the last round.</returns>
    /// <exception cref="HypeWatchException">Not every statement was timed.</exception>
    public static async Task<IReadOnlyList<(double Millis, IReadOnlyList<string> Lines)>> RunAsync(DataDirectory files, IReadOnlyList<string> statements, int rounds, bool keepsRows, CancellationToken ct)
    {
        using var shell = Process.Start(new ProcessStartInfo("sqlite3", [files.DatabaseFile]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = shell.StandardOutput.ReadToEndAsync(ct);
        await shell.StandardInput.WriteLineAsync(keepsRows ? ".timer on" : ".timer on\n.output /dev/null");
        foreach (var statement in Enumerable.Repeat(statements, rounds + 1).SelectMany(all => all))
            await shell.StandardInput.WriteLineAsync(statement.ReplaceLineEndings(" ").TrimEnd().TrimEnd(';') + ";");
        shell.StandardInput.Close();
        var (timed, lines) = (new List<(double, IReadOnlyList<string>)>(), new List<string>());
        foreach (var line in (await output).Split('\n'))
        {
            if (TimePattern().Match(line) is not { Success: true } time)
            {
                if (line.Length > 0) lines.Add(line.Trim());
                continue;
            }

            timed.Add((double.Parse(time.Groups["real"].ValueSpan, CultureInfo.InvariantCulture) * 1000, lines));
            lines = [];
        }

        if (timed.Count != statements.Count * (rounds + 1)) throw new HypeWatchException($"the sqlite3 shell timed {timed.Count} statements of {statements.Count * (rounds + 1)}");
        return timed[^statements.Count..];
    }

    [GeneratedRegex(@"Run Time: real (?<real>[\d.]+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex TimePattern();
}
