using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC01: the claim reaches at least two levels further than what was tested, on some axis of the scope lattice.</summary>
public sealed partial class ScopeOvergeneralisationDetector(Taxonomy taxonomy) : IFlagDetector
{
    /// <summary>Levels from which on the claim is beyond the tested scope (specification 3, OC01).</summary>
    private const int FewestLevels = 2;

    private const int AllComputation = 4;

    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC01";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        foreach (var claim in dossier.Claims)
        {
            // Closure (T11) says the most about scope of all, so it is looked at as well.
            if (!(taxonomy[Code].IsAbout(claim) || claim.Is(ClaimType.Completeness)) || !dossier.IsContention(claim) || !IsPutForward(dossier, claim)) continue;
            if (dossier.SupportOf(claim) is not { Experiments.Count: > 0 } support) continue;
            if (Reach(claim.Scope).ExcessOver(support.Tested) is not { } excess || excess < FewestLevels) continue;
            var tested = support.Experiments[0];
            var isGeneric = claim.Scope.Generic;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} reads as {claim.Scope}; the tests that were found reach {support.Tested}, for example {DossierReading.Cite(tested.Quote)}.",
                $"The claim may exceed the tested scope by {excess} levels{(isGeneric ? ", as a bare plural is read" : "")}.")
            {
                Gap = gaps.Of(claim, support, withScope: true), Quotes = [tested.Quote()], Caps = isGeneric ? ["generic_only"] : [],
            };
        }
    }

    /// <summary>In the body of a work only what is framed as a finding of its own; elsewhere a general sentence is as often an explanation of terms.</summary>
    private static bool IsPutForward(Dossier dossier, Claim claim) =>
        claim.IsHeadline || claim.Place is Place.Conclusion or Place.Promo or Place.Social or Place.Policy || !dossier.DocumentOf(claim).IsOwn
        || dossier.Documents.IsShort() || FindingPattern().IsMatch(dossier.SentenceText(claim));

    /// <summary>"The features" names those at hand; only a bare plural or all computation reaches the whole class on the concept axis.</summary>
    private static Scope Reach(Scope scope) => scope.Concept >= AllComputation || scope.Generic ? scope : scope with { Concept = null };

    [GeneratedRegex(@"\b(?:(?:we|results?|findings|experiments|this|these|evidence) (?:\w+ )?(?:find|found|show|shows|showed|demonstrates?|demonstrated|conclude|prove|establish|suggests?|indicates?|reveals?|confirms?|discover)|our (?:results|findings|method|approach|work))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FindingPattern();
}
