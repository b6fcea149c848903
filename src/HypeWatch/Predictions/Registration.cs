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

/// <summary>Ties a list of predictions to the release that it is about.</summary>
public static class Registration
{
    /// <summary>Whether the list predates a release, by whole UTC days.</summary>
    public static RegistrationTiming TimingOf(PredictionSet set, Release release)
    {
        if (release.FirstPublished.NotBefore is { } first && set.MadeOn < first) return RegistrationTiming.Before;
        return release.FirstPublished.NotAfter is { } last && set.MadeOn > last ? RegistrationTiming.After : RegistrationTiming.Undecided;
    }

    /// <summary>
    /// The set with its release, when it was made before it. Otherwise the set without a release: it can be shown, and is never scored against that release.
    /// </summary>
    public static PredictionSet Attach(PredictionSet set, Release release) =>
        set with { Release = TimingOf(set, release) is RegistrationTiming.Before ? release.Id : null };
}
