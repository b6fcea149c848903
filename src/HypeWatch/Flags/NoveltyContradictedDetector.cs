using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC18: a claim of priority against a verified earlier work that satisfies every qualifier of the claim (<see cref="PriorityReader"/>).</summary>
public sealed partial class NoveltyContradictedDetector(LexiconSet lexicons) : IFlagDetector
{
    /// <summary>Share of the claim's content words that the earlier work's title, summary and abstract must have.</summary>
    private const double Same = 0.5;

    private const int FewestWords = 2;

    /// <summary>Base severity of priority in a headline without a qualifier (specification 3, OC18).</summary>
    private const int UnqualifiedBase = 3;

    private readonly PriorityReader priority = new(lexicons);

    /// <inheritdoc/>
    public string Code => "OC18";

    /// <inheritdoc/>
    public int Version => 5;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        foreach (var claim in dossier.Claims)
        {
            if (!dossier.IsContention(claim) || !(claim.Is(ClaimType.Novelty) || PriorityReader.ClaimsPriority(claim.Quote))) continue;
            if (priority.Read(claim.Quote) is not { } first || first.Subject.Count < FewestWords) continue;
            // "The first autoencoders found ..." tells the history of a field.
            if (HistoryPattern().IsMatch(claim.Quote) && !OwnVoice.IsFramed(dossier.SentenceText(claim))) continue;
            var earlier = dossier.PriorWork.FirstOrDefault(match => match.Work.Verified && Does(match.Work, first));
            if (earlier is null) continue;
            var ticked = string.Join("; ", first.Qualifiers.Select(qualifier => DossierReading.Cite(qualifier.Words)));
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} claims priority; {earlier.Work.Title} ({earlier.Work.Year}) is earlier and satisfies each of its qualifiers: {ticked}.",
                $"Of that work the base says: {DossierReading.Cite(earlier.Work.Summary)} Its full text was not read.")
            {
                BaseSeverity = claim.IsHeadline && !first.IsLimited ? UnqualifiedBase : null, Works = [earlier.Work.Id], Caps = ["no_full_text"],
                Found = earlier.IsCited ? [new(ExculpationKind.EquivalentCited, ExculpationVerdict.NoEffect, null, null, $"the release cites it: {earlier.CitedBy}")] : [],
            };
        }
    }

    private static bool Does(PriorWork work, PriorityClaim claim)
    {
        var (all, own) = PriorityReader.Shared(work, claim);
        return (double)all / claim.Subject.Count >= Same && own >= FewestWords && claim.Qualifiers.All(qualifier => PriorityReader.Satisfies(work, qualifier));
    }

    [GeneratedRegex(@"^\W*the (?:very )?(?:first|earliest)\s(?:(?!that\b|which\b|to\b|is\b|are\b)[\w-]+\s){1,6}?(?:\p{L}{3,}ed|found|showed|came|were|was|had|took|made)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HistoryPattern();
}
