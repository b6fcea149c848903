using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>What an import leaves of a list that was registered before.</summary>
/// <param name="Set">The list to write.</param>
/// <param name="Added">What is said of outcomes that was not on record.</param>
/// <param name="Notes">What the file says otherwise than the record, and what became of it.</param>
public sealed record MergedSet(PredictionSet Set, IReadOnlyList<StatedResolution> Added, IReadOnlyList<string> Notes);

/// <summary>
/// Takes a file into a list that may be registered already. Nothing that is on record is taken away or replaced: blanks are filled, and what contradicts an outcome that counts is kept beside it.
/// </summary>
public static class ImportMerge
{
    /// <summary>The list as it is to stand.</summary>
    /// <param name="before">What is on record; null when nothing is.</param>
    /// <param name="read">What the file says.</param>
    public static MergedSet Of(PredictionSet? before, PredictionSet read)
    {
        var said = Said(read);
        if (before is null) return new(read, said, []);
        var (added, notes) = (new List<StatedResolution>(), new List<string>());
        foreach (var statement in said)
        {
            var item = before.Items.First(item => item.Number == statement.Number);
            List<StatedResolution> known = [.. before.Stated.Where(known => known.Number == statement.Number), .. added.Where(known => known.Number == statement.Number)];
            if (statement.Resolution is Resolution.Open || known.Exists(one => IsSaidBy(one, statement, read.Forecaster)) || (known.Count == 0 && SaysNothingNew(item, statement))) continue;
            var counts = known.LastOrDefault(one => !one.IsDispute)?.Resolution ?? item.Resolution;
            if (statement.IsDispute || counts is Resolution.Open)
            {
                added.Add(statement);
                continue;
            }

            // The record counts; whoever holds that the file is right says so with "predict resolve".
            added.Add(statement with { IsDispute = true });
            notes.Add(statement.SaysSame(item.Resolution, item.Fraction)
                ? FormattableString.Invariant($"number {item.Number}: what the file says of the outcome {Words(item.Resolution, item.Fraction)} is kept beside the record")
                : FormattableString.Invariant($"number {item.Number}: the record says {Words(item.Resolution, item.Fraction)}, the file {Words(statement.Resolution, statement.Fraction)}; the record counts, and the file's is kept as a dispute"));
        }

        Note("reported score", before.ReportedScore is { } own && read.ReportedScore is { } other && Math.Abs(own - other) > 1e-9);
        Note("topic", Differs(before.Topic, read.Topic));
        Note("criteria", Differs(before.Criteria, read.Criteria));
        Note("deadline", before.Deadline is not null && read.Deadline is not null && before.Deadline != read.Deadline);
        Note("source", Differs(before.Source, read.Source));
        return new(
            before with
            {
                ReportedScore = before.ReportedScore ?? read.ReportedScore, ReleaseNamed = read.ReleaseNamed ?? before.ReleaseNamed, Source = before.Source ?? read.Source, Origin = before.Origin ?? read.Origin,
                Document = before.Document ?? read.Document, Topic = before.Topic ?? read.Topic, Deadline = before.Deadline ?? read.Deadline, Criteria = before.Criteria ?? read.Criteria,
                StatedCommittedAt = before.StatedCommittedAt ?? read.StatedCommittedAt, Items = [.. before.Items.Select(item => Filled(item, read.Items.FirstOrDefault(other => other.Number == item.Number)))],
            },
            added, notes);

        void Note(string what, bool isOther)
        {
            if (isOther) notes.Add($"the file's {what} differs; the one on record stays");
        }
    }

    // An outcome that the file gives without saying according to whom is the forecaster's own word.
    private static List<StatedResolution> Said(PredictionSet read) =>
    [
        .. read.Stated.Where(said => !said.IsDispute),
        .. read.Items.Where(item => item.Resolution is not Resolution.Open && read.Stated.LastOrDefault(said => said.Number == item.Number && !said.IsDispute)?.SaysSame(item.Resolution, item.Fraction) is not true)
            .Select(item => new StatedResolution(item.Number, item.Resolution, item.Fraction, read.Forecaster, item.Rationale, item.KnownAt, [], false)),
        .. read.Stated.Where(said => said.IsDispute),
    ];

    // A file that names nobody has the forecaster say it, which adds nothing to somebody else's saying the same.
    private static bool IsSaidBy(StatedResolution known, StatedResolution statement, string forecaster) =>
        known.SaysSame(statement.Resolution, statement.Fraction) && (known.Resolver == statement.Resolver || statement.Resolver == forecaster)
        && (statement.Rationale is null || statement.Rationale == known.Rationale) && (statement.KnownAt is null || statement.KnownAt == known.KnownAt) && statement.Claims.All(known.Claims.Contains);

    private static bool SaysNothingNew(Prediction item, StatedResolution statement) =>
        statement is { Claims.Count: 0, IsDispute: false } && statement.SaysSame(item.Resolution, item.Fraction) && (statement.Rationale is null || statement.Rationale == item.Rationale) && (statement.KnownAt is null || statement.KnownAt == item.KnownAt);

    private static Prediction Filled(Prediction item, Prediction? read) => read is null ? item : item with
    {
        Topic = item.Topic ?? read.Topic, Deadline = item.Deadline ?? read.Deadline, Criteria = item.Criteria ?? read.Criteria, Rationale = item.Rationale ?? read.Rationale,
    };

    private static bool Differs(string? before, string? read) => before is not null && read is not null && before != read;

    private static string Words(Resolution resolution, double? fraction) => fraction is { } share ? FormattableString.Invariant($"{resolution.ToCode()} {share:0.##}") : resolution.ToCode();
}
