using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC10, subtype <c>none</c>: a strong claim of the release that points to nothing and that no experiment of the release bears on; and what a text says that others meant to do, without pointing to anything. The subtypes
/// <c>internal</c> and <c>citation</c> need the meaning of both texts and are not raised by rules.
/// </summary>
public sealed partial class EvidenceMismatchDetector(Taxonomy taxonomy, LexiconSet lexicons) : IFlagDetector
{
    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC10";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        // In a long work a claim in running text leans on the sentences around it in ways that rules cannot follow.
        var isShort = dossier.Own.IsShort();
        foreach (var claim in dossier.WorkClaims())
        {
            if (!dossier.IsContention(claim) || !taxonomy[Code].IsAbout(claim) || claim.Is(ClaimType.Normative, ClaimType.Novelty) || claim.Type == ClaimType.Comparative) continue;
            if (OpinionPattern().IsMatch(dossier.SentenceText(claim))) continue;
            if (!claim.IsHeadline && claim.Place is not (Place.Promo or Place.Social or Place.Conclusion) && !isShort) continue;
            if (claim.Strength < Strength.Explanation || claim.Certainty < Certainty.Plain || claim.Polarity == Polarity.Negative) continue;
            if (dossier.SupportOf(claim) is not { Warrant: Warrant.None } support || dossier.EvidenceOf(claim).Any(link => link.Kind != EvidenceKind.None)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} asserts {claim.Strength.ToCode()} and points to no figure, table, section or work.",
                $"An experiment that bears on it was not found in {dossier.Looked()}.")
            {
                Subtype = "none", Gap = gaps.Of(claim, support, withScope: false),
            };
        }

        foreach (var finding in Intents(dossier)) yield return finding;
    }

    // What somebody meant by what they did is known to them; whoever says so of others must point to something.
    private IEnumerable<Finding> Intents(Dossier dossier)
    {
        foreach (var home in dossier.Documents.Where(document => !document.IsOwn && !document.IsRoundup))
            foreach (var claim in home.Claims.Where(claim => claim is { Mode: AssertMode.Asserts, Polarity: Polarity.Positive } && claim.Place != Place.Comment))
            {
                var sentence = dossier.SentenceOf(claim);
                if (IntentPattern().Match(claim.Quote) is not { Success: true } intent || Denial.Before(claim.Quote, intent.Index) || !lexicons.Actors.MentionedIn(claim.Quote[..intent.Index]).Any()) continue;
                if (home.Version.Links.Any(link => link.Span.Overlaps(sentence)) || dossier.EvidenceOf(claim).Any(link => link is { Distance: Proximity.SameSentence, Kind: not (EvidenceKind.None or EvidenceKind.Anecdote) })) continue;
                yield return new(claim, $"{DossierReading.Cite(claim.Quote)} says of others what they meant to do ({DossierReading.Cite(intent.Value)}).", "It points to nothing that shows it.") { Subtype = "none", IsForReader = true };
            }
    }

    /// <summary>Words of purpose and arrangement, said of somebody else.</summary>
    [GeneratedRegex(@"\b(?:orchestrat\w+|knowingly|in bad faith|conspir\w+|collud\w+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IntentPattern();

    /// <summary>What is marked as an opinion asks for no figure.</summary>
    [GeneratedRegex(@"\b(?:I|we) (?:\w+ )?(?:expect|believe|think|guess|predict|suspect|feel|hope)\b|\bin (?:my|our) (?:view|opinion)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpinionPattern();
}
