using System.Diagnostics;
using System.Globalization;

namespace HypeWatch.Pipeline;

/// <summary>Tells whether the process behind a run id (<c>machine:process:started</c>) is gone, so that its work can be taken over at once.</summary>
internal static class RunOwner
{
    /// <summary>True only when the run id names this machine and no process of that number, started before that run, lives.</summary>
    public static bool IsDeadOnThisMachine(string runId)
    {
        var parts = runId.Split(':');
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        try
        {
            using var process = Process.GetProcessById(number);
            // A number that was given anew belongs to a process that started after the run did.
            return long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var started)
                && new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeMilliseconds() > started;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
