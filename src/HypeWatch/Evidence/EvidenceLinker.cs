using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>
/// Links the claims of a version to what they point to, to the caveats that limit them, and lists the experiments that the version describes
/// (specification 1, evidence and caveat; 2.5; 2.6). Pure: the same version and claims give the same set.
/// </summary>
/// <param name="lexicons">The word lists.</param>
/// <param name="matcher">The prior-work base, to name cited works.</param>
public sealed partial class EvidenceLinker(LexiconSet lexicons, CitationMatcher matcher)
{
    /// <summary>Raised when the rules change, so that stored results are made anew.</summary>
    public const string StageVersion = "4";

    private static readonly Provenance Origin = new("offline", "evidence/" + StageVersion);

    private readonly PointerFinder pointers = new(lexicons);
    private readonly ExperimentReader experiments = new(lexicons);

    /// <summary>
    /// Finds pointers in the sentence of each claim and in the sentences next to it, caveat distances and experiments. A citation or link belongs to the
    /// sentence that holds it, and to the one before when its own takes that up; what stands in the words of another claim of the same sentence belongs to that one.
    /// </summary>
    /// <param name="version">The version.</param>
    /// <param name="found">Its claims and caveats.</param>
    /// <exception cref="ArgumentException">The claims belong to another version.</exception>
    public EvidenceSet Link(DocumentVersion version, ClaimSet found)
    {
        if (found.Version != version.Id) throw new ArgumentException($"claims of {found.Version} given with text of {version.Id}", nameof(found));
        var targets = new TargetFinder(version, matcher);
        var bySentence = new Dictionary<Span, IReadOnlyList<Pointer>>();
        return new(
            version.Id,
            [.. found.Claims.SelectMany(claim => LinksOf(claim))],
            CaveatLinks.Of(version, found.Claims, found.Caveats),
            experiments.Read(version, found.Caveats));

        IEnumerable<EvidenceLink> LinksOf(Claim claim)
        {
            var any = false;
            foreach (var (sentence, distance) in Around(version, claim))
            {
                if (!bySentence.TryGetValue(sentence, out var here)) bySentence[sentence] = here = pointers.Find(version, sentence);
                foreach (var pointer in here)
                {
                    if (pointer.Kind is (EvidenceKind.Citation or EvidenceKind.Link) && distance != Proximity.SameSentence && !PointsBack(version, sentence, claim)) continue;
                    if (distance == Proximity.SameSentence && IsOfAnother(claim, pointer)) continue;
                    any = true;
                    yield return Make(claim, pointer, targets.Find(pointer), distance, version);
                }
            }

            if (!any) yield return new(new(ContentId.Of("evd", claim.Id.Value, "none")), claim.Id, EvidenceKind.None, "", null, null, null, null, null, Proximity.SameSentence, Origin);
        }

        bool IsOfAnother(Claim claim, Pointer pointer) =>
            !claim.Span.Overlaps(pointer.Span) && found.Claims.Any(other => other.Span.Contains(pointer.Span) && !other.Span.Overlaps(claim.Span));
    }

    /// <summary>A sentence after the claim that takes it up ("This follows ...", "See ...") speaks of it still.</summary>
    private static bool PointsBack(DocumentVersion version, Span sentence, Claim claim) =>
        sentence.Start >= claim.Span.End && BackPattern().IsMatch(sentence.Of(version.Text));

    [GeneratedRegex(@"^\W{0,3}(?:This|That|These|Those|See)\b", RegexOptions.None, 1000)]
    private static partial Regex BackPattern();

    private static EvidenceLink Make(Claim claim, Pointer pointer, Target target, Proximity distance, DocumentVersion version) => new(
        new(ContentId.Of("evd", claim.Id.Value, FormattableString.Invariant($"{pointer.Span.Start}"), FormattableString.Invariant($"{pointer.Span.End}"))), claim.Id,
        pointer.Kind is EvidenceKind.Link && target.Work is not null ? EvidenceKind.Citation : pointer.Kind,
        pointer.Span.Of(version.Text), pointer.Span, target.Span, target.Work, target.Reference, target.Url, distance, Origin);

    /// <summary>The claim's own sentence, then the sentences before and after it in the same paragraph.</summary>
    private static IEnumerable<(Span Sentence, Proximity Distance)> Around(DocumentVersion version, Claim claim)
    {
        var home = version.PassageAt(claim.Span);
        if (home is null)
        {
            yield return (claim.Span, Proximity.SameSentence);
            yield break;
        }

        yield return (home.Span.Contains(claim.Span) ? home.Span : new(home.Span.Start, claim.Span.End), Proximity.SameSentence);
        foreach (var index in (int[])[home.Index + 1, home.Index - 1])
        {
            if (index < 0 || index >= version.Passages.Count) continue;
            var next = version.Passages[index];
            if (next.Paragraph == home.Paragraph && !next.Span.Overlaps(claim.Span)) yield return (next.Span, Proximity.SameParagraph);
        }
    }
}
