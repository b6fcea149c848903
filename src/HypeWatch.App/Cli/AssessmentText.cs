using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary>What a round of assessments did, in one line.</summary>
internal static class AssessmentText
{
    /// <summary>The line.</summary>
    public static string Of(AssessmentReport report) => FormattableString.Invariant($"{Count.Of(report.Releases, "release")}, {report.Assessed} assessed now")
        + (report.Flags == 0 ? "" : FormattableString.Invariant($"; {Count.Of(report.Flags, "flag")} in those: {report.Open} open, {Count.Of(report.Candidates, "candidate")}, {report.Suppressed} outweighed by the authors' own caveats"));
}
