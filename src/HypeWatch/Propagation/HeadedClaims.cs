using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// The readings of a claim: the whole, and where a head in front of a colon says in short what the rest tells again ("Lanterns read flattery: a probe found ..."), head and rest by themselves, since
/// together they say more than any one sentence of a source.
/// </summary>
internal sealed partial class HeadedClaims(PropositionReader reader)
{
    private const int FewestWords = 5;

    /// <summary>The readings, the whole first.</summary>
    public IEnumerable<ReadClaim> Of(ReadClaim claim, DocumentVersion version)
    {
        yield return claim;
        if (ColonPattern().Match(claim.Claim.Quote) is not { Success: true } colon) yield break;
        var (start, end) = (claim.Claim.Span.Start, claim.Claim.Span.End);
        foreach (var span in (Span[])[new(start, start + colon.Index), new(start + colon.Index + colon.Length, end)])
        {
            var words = TokenStream.Of(span.Of(version.Text));
            if (words.Count < FewestWords) continue;
            var whole = claim.Claim;
            var part = Claim.Cut(version, span, new(whole.Types, whole.Strength, whole.Certainty, whole.Scope, whole.Asserter, whole.Place, whole.ExtractionConfidence), whole.Provenance);
            yield return new(part, claim.Document, reader.Read(part.Quote), words);
        }
    }

    [GeneratedRegex(@":\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ColonPattern();
}
