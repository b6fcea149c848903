using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// Claims that are known only as another text quotes them, word for word, under their speaker's name: the memo that a critic cites is not in the archive, its sentence is.
/// They are examined like any other claim, but a quotation may leave out what stood beside it, so that a flag on one stays a candidate.
/// </summary>
internal static class QuotedClaims
{
    /// <summary>The ids of such claims.</summary>
    /// <param name="dossier">As it was read.</param>
    /// <param name="actors">Who speaks in public: the words of others are nobody's claim in public.</param>
    public static IReadOnlySet<ClaimId> In(Dossier dossier, ActorList actors)
    {
        var names = actors.NamesOf(dossier);
        var own = dossier.Own.Select(document => QuoteMarks.Plain(document.Version.Text)).ToList();
        return dossier.Documents.Where(document => !document.IsOwn && !document.IsRoundup)
            .SelectMany(document => document.Claims.Where(claim => IsAnothers(document, claim) && (actors.IsListed(claim.Asserter) || actors.IsOneOf(names, claim.Asserter))))
            .Where(claim => !own.Exists(text => text.Contains(QuoteMarks.Plain(claim.Quote), StringComparison.OrdinalIgnoreCase)))
            .Select(claim => claim.Id).ToHashSet();
    }

    /// <summary>The dossier with quoted claims read as asserted by whoever is quoted, each a sentence of its own: what the text around it hedges or holds against it is not theirs.</summary>
    /// <param name="dossier">As it was read.</param>
    /// <param name="quoted">The claims.</param>
    /// <param name="actors">The names by which whoever is quoted is known.</param>
    public static Dossier Asserted(Dossier dossier, IReadOnlySet<ClaimId> quoted, ActorList actors)
    {
        if (quoted.Count == 0) return dossier;
        var names = actors.NamesOf(dossier);
        return dossier with
        {
            Documents = [.. dossier.Documents.Select(document => document.Claims.Where(claim => quoted.Contains(claim.Id)).ToList() is { Count: > 0 } here ? Asserted(document, here, actors) : document)],
            QuotedOwn = dossier.Claims.Where(claim => quoted.Contains(claim.Id) && actors.IsOneOf(names, claim.Asserter)).Select(claim => claim.Id).ToHashSet(),
            Supports = dossier.Supports.ToDictionary(pair => pair.Key, pair => quoted.Contains(pair.Key) ? OfRelease(dossier, pair.Value) : pair.Value),
        };
    }

    // What the quoting text tells of tests is no test of the quoted.
    private static ClaimSupport OfRelease(Dossier dossier, ClaimSupport support) =>
        support with { Experiments = [.. support.Experiments.Where(experiment => dossier.Own.Any(document => document.Version.Id == experiment.Version))] };

    private static DossierDocument Asserted(DossierDocument document, List<Claim> quoted, ActorList actors) => document with
    {
        Version = document.Version with { Passages = [.. document.Version.Passages.SelectMany(passage => Split(passage, quoted)).Select((passage, index) => passage with { Index = index })] },
        Claims = [.. document.Claims.Select(claim => quoted.Contains(claim) ? claim with { Mode = AssertMode.Asserts, Asserter = actors.Canonical(claim.Asserter), AttributedTo = null, Place = Place.KeyResults } : claim)],
    };

    private static IEnumerable<Passage> Split(Passage passage, List<Claim> quoted)
    {
        var start = passage.Span.Start;
        foreach (var claim in quoted.Where(claim => passage.Span.Overlaps(claim.Span)).OrderBy(claim => claim.Span.Start))
        {
            var (from, to) = (Math.Max(start, claim.Span.Start), Math.Min(passage.Span.End, claim.Span.End));
            if (to <= from) continue;
            if (from > start) yield return passage with { Span = new(start, from) };
            yield return passage with { Span = new(from, to), Speaker = claim.Asserter };
            start = to;
        }

        if (start < passage.Span.End) yield return passage with { Span = new(start, passage.Span.End) };
    }

    private static bool IsAnothers(DossierDocument home, Claim claim) =>
        claim.Mode == AssertMode.QuotesOther && claim.Asserter != home.Document.Asserter && home.Version.PassageAt(claim.Span)?.Speaker != claim.Asserter;
}
