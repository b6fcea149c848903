using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>By what a list of predictions can name a release.</summary>
/// <param name="Id">The release.</param>
/// <param name="Title">Its title.</param>
/// <param name="Published">When it was first public.</param>
/// <param name="Addresses">Canonical addresses of its own documents.</param>
public sealed record ReleaseNames(ReleaseId Id, string Title, PublicationDate Published, IReadOnlyList<string> Addresses);

/// <summary>
/// Finds the release that a list is about. What a person named counts whatever the dates say; what is only found in words or links counts when the list is older than the release by its own day, and
/// when one release alone is meant.
/// </summary>
public static class ReleaseNaming
{
    // "Sieves" alone may be any paper on sieves.
    private const int LeastTitle = 12;

    /// <summary>The release; null when none or several are meant.</summary>
    /// <param name="set">The list.</param>
    /// <param name="links">Addresses that its post links to.</param>
    /// <param name="releases">All releases.</param>
    public static ReleaseNames? Find(PredictionSet set, IEnumerable<string> links, IReadOnlyList<ReleaseNames> releases)
    {
        if (set.ReleaseNamed is { } named) return Only(releases.Where(release => release.Id.Value == named)) ?? Only(releases.Where(release => IsNamed(release, named)));
        var linked = links.Select(CanonicalUrl.Of).ToHashSet(StringComparer.Ordinal);
        var older = releases.Where(release => Registration.TimingOf(set, release.Published) is RegistrationTiming.Before).ToList();
        return Only(older.Where(release => IsNamed(release, set.About))) ?? Only(older.Where(release => release.Addresses.Any(linked.Contains)));
    }

    private static bool IsNamed(ReleaseNames release, string words)
    {
        if (release.Addresses.Any(address => words.Contains(address, StringComparison.OrdinalIgnoreCase)) || (words.Contains("://", StringComparison.Ordinal) && release.Addresses.Contains(CanonicalUrl.Of(words.Trim())))) return true;
        if (words.Trim().Equals(release.Title, StringComparison.OrdinalIgnoreCase)) return true;
        var main = release.Title.Split(':')[0].Trim();
        return main.Length >= LeastTitle && main.Contains(' ', StringComparison.Ordinal) && words.Contains(main, StringComparison.OrdinalIgnoreCase);
    }

    private static ReleaseNames? Only(IEnumerable<ReleaseNames> found) => found.Take(2).ToList() is [var only] ? only : null;
}
