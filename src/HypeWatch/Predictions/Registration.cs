using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>Whether a list of predictions was made before what it is about.</summary>
public enum RegistrationTiming
{
    /// <summary>The dates do not decide, or it was made on the day of the release; it is not counted as made before.</summary>
    Undecided,
    /// <summary>On an earlier day: predictions.</summary>
    Before,
    /// <summary>Later: no predictions, and shown as such.</summary>
    After,
}

/// <summary>Whether a list of predictions is shown to be older than its release, in the same words wherever it is said.</summary>
public static class Registration
{
    /// <summary>Said wherever a list may be younger than its release.</summary>
    public const string NotShown = "not shown to be made before the release";

    /// <summary>Whether the list predates a release by the day that it states, in whole UTC days.</summary>
    public static RegistrationTiming TimingOf(PredictionSet set, PublicationDate release)
    {
        if (release.NotBefore is { } first && set.MadeOn < first) return RegistrationTiming.Before;
        return release.NotAfter is { } last && set.MadeOn > last ? RegistrationTiming.After : RegistrationTiming.Undecided;
    }

    /// <summary>Whether the list predates its own release.</summary>
    public static RegistrationTiming TimingOf(PredictionSet set) => set.Bound is { } bound ? TimingOf(set, bound.Published) : RegistrationTiming.Undecided;

    /// <summary>Whether a score means anything: what was written after the release predicts nothing.</summary>
    public static bool IsScored(PredictionSet set) => TimingOf(set) is not RegistrationTiming.After;

    /// <summary>The set with its release when it was made before it, by its own day; otherwise without.</summary>
    public static PredictionSet Attach(PredictionSet set, Release release) =>
        TimingOf(set, release.FirstPublished) is RegistrationTiming.Before
            ? set with { Release = release.Id, Bound = new(release.Title, release.FirstPublished) } : set with { Release = null, Bound = null };

    /// <summary>How the set stands to its release, as a clause.</summary>
    public static string Words(PredictionSet set)
    {
        if (set.Bound is not { } bound) return set.ReleaseNamed is { } named ? $"the release that it names ({named}) is not known here: {NotShown}" : $"bound to no release: {NotShown}";
        return TimingOf(set) switch
        {
            RegistrationTiming.After => FormattableString.Invariant($"made on {set.MadeOn:yyyy-MM-dd}, after the release ({bound.Published}), so that these are no predictions"),
            RegistrationTiming.Undecided => FormattableString.Invariant($"made on {set.MadeOn:yyyy-MM-dd}, released {bound.Published}: {NotShown}"),
            _ when Precedence.ShownBy(set) is { } proof => $"shown to be made before the release ({bound.Published}) by {proof}",
            _ => FormattableString.Invariant($"made before the release ({bound.Published}) by the day that it states ({set.MadeOn:yyyy-MM-dd}), which neither hash nor archive time shows"),
        };
    }
}
