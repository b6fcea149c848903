using HypeWatch.Classifiers;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// Tells the findings of abstracts and of lists of key results from what only prepares them, by the role that each sentence plays among the others; and
/// the social posts that claim something from those that only chat.
/// </summary>
public sealed class PassageRoles(RoleReader roles, PostReader posts)
{
    /// <summary>A summary of more sentences is none.</summary>
    private const int MostSentences = 40;

    /// <summary>Indexes of the passages that state what was found or is offered.</summary>
    public IReadOnlySet<int> Findings(DocumentVersion version)
    {
        var findings = new HashSet<int>();
        if (version.Document.Kind is DocumentKind.PromoSocial or DocumentKind.ThirdPartySocial && IsClaim(version)) return version.Passages.Select(passage => passage.Index).ToHashSet();
        foreach (var summary in Summaries(version.Passages))
        {
            var found = roles.Read([.. summary.Select(version.TextOf)]);
            for (var i = 0; i < summary.Count; i++)
                if (found[i] is SentenceRole.Result or SentenceRole.Objective) findings.Add(summary[i].Index);
        }

        return findings;
    }

    /// <summary>A passage with its neighbours in the same part of the text and that part's heading.</summary>
    internal static SentenceInContext InContext(DocumentVersion version, int at)
    {
        var passage = version.Passages[at];
        return new(version.TextOf(passage), Beside(version, at, -1), Beside(version, at, 1), Section: passage.Heading.Length > 0 ? passage.Heading : passage.Place.ToCode());
    }

    private bool IsClaim(DocumentVersion version) =>
        posts.Probability(version.Text, [.. version.Links.Select(link => link.Url)], PostTrait.Claim) >= PostReader.Threshold;

    private static string? Beside(DocumentVersion version, int at, int step) =>
        at + step >= 0 && at + step < version.Passages.Count && version.Passages[at + step].Heading == version.Passages[at].Heading ? version.TextOf(version.Passages[at + step]) : null;

    private static IEnumerable<List<Passage>> Summaries(IReadOnlyList<Passage> passages)
    {
        var summary = new List<Passage>();
        foreach (var passage in passages)
        {
            if (passage.Place is Place.Abstract or Place.KeyResults && summary.Count < MostSentences && (summary.Count == 0 || summary[0].Place == passage.Place))
            {
                summary.Add(passage);
                continue;
            }

            if (summary.Count > 0) yield return summary;
            summary = passage.Place is Place.Abstract or Place.KeyResults ? [passage] : [];
        }

        if (summary.Count > 0) yield return summary;
    }
}
