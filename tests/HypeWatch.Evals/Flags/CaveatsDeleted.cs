using HypeWatch.Model;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Flags;

/// <summary>
/// Takes out caveats whose sentence holds nothing else that a flag stands on. The strongest of those beside a claim (P0 to P2) takes its relief with it, so that severity never
/// falls, and rises where that relief decided it; one elsewhere in the release (P3, P4) is only shown, so that nothing but the display changes, unless it admits that the very test was not
/// made (E5).
/// </summary>
internal sealed class CaveatsDeleted(CaseRelease release)
{
    private const int MostElsewhere = 2;

    public async Task<IReadOnlyList<MetamorphicResult>> RunAsync(IReadOnlyList<Flagged> before, CancellationToken ct)
    {
        var (near, far) = ((Tried: 0, Faults: new List<string>()), (Tried: 0, Faults: new List<string>()));
        foreach (var one in before)
        {
            foreach (var flag in one.Raised)
            {
                if (flag.Claim is not { } id || one.Dossier.Find(id) is not { } claim || claim.Version != flag.Version) continue;
                var (document, sentence) = one.SentenceOf(flag);
                List<(Caveat Caveat, Proximity Proximity, Span Sentence)> own =
                [
                    .. one.Dossier.CaveatsOf(claim).Where(pair => pair.Caveat.Version == claim.Version)
                        .Select(pair => (pair.Caveat, pair.Proximity, document.Version.PassageAt(pair.Caveat.Span)?.Span ?? pair.Caveat.Span))
                        .Where(item => !item.Item3.Overlaps(sentence) && !flag.Quotes.Any(quote => quote.Version == claim.Version && quote.Span.Overlaps(item.Item3))),
                ];
                if (own.Where(item => item.Proximity <= Proximity.SameSection).OrderByDescending(item => WeightOf(flag, item.Caveat)).FirstOrDefault() is { Caveat: not null } strongest)
                {
                    near.Tried++;
                    var now = await WithoutAsync(one, flag, document, sentence, document, strongest.Sentence, ct);
                    if (now is null || now.Severity < flag.Severity || (Decides(flag, strongest.Caveat) && now.Severity == flag.Severity)) near.Faults.Add(Told(one, flag, now, strongest.Caveat));
                }

                foreach (var caveat in Elsewhere(one, flag, claim).Take(MostElsewhere))
                {
                    far.Tried++;
                    var home = one.Dossier.Documents.First(other => other.Version.Id == caveat.Version);
                    var now = await WithoutAsync(one, flag, document, sentence, home, home.Version.PassageAt(caveat.Span)?.Span ?? caveat.Span, ct);
                    if (now is null || now.Severity != flag.Severity || now.Status != flag.Status) far.Faults.Add(Told(one, flag, now, caveat));
                }
            }
        }

        return [new("the strongest caveat beside a claim is taken out", near.Tried, near.Faults), new("a caveat elsewhere in the release is taken out", far.Tried, far.Faults)];
    }

    /// <summary>Whether a caveat is the only thing that lowers a flag, and without it the flag would be higher.</summary>
    private static bool Decides(Flag flag, Caveat caveat) =>
        flag.Exculpations.Where(found => found.Verdict == ExculpationVerdict.Reduces).ToList() is [var only] && only.Version == caveat.Version && only.Span == caveat.Span
        && flag.Computation?.Severity is { } terms && (terms with { Relief = 0 }).Severity > flag.Severity;

    private static double WeightOf(Flag flag, Caveat caveat) =>
        flag.Exculpations.Any(found => found.Verdict == ExculpationVerdict.Reduces && found.Version == caveat.Version && found.Span == caveat.Span) ? 2 : caveat.IsSpecific ? 1 : 0;

    /// <summary>Far caveats that no flag of the release stands on, and that weigh nothing in this one.</summary>
    private static IEnumerable<Caveat> Elsewhere(Flagged one, Flag flag, Claim claim) =>
        from pair in one.Dossier.CaveatsOf(claim)
        where pair.Proximity >= Proximity.SameDocument
        let caveat = pair.Caveat
        where !one.Raised.Any(other => other.Quotes.Any(quote => quote.Version == caveat.Version && quote.Span.Overlaps(caveat.Span)))
        where !flag.Exculpations.Any(found => found.Verdict != ExculpationVerdict.NoEffect && found.Version == caveat.Version && found.Span is { } span && span.Overlaps(caveat.Span))
        select caveat;

    private async Task<Flag?> WithoutAsync(Flagged one, Flag flag, DossierDocument document, Span sentence, DossierDocument home, Span deleted, CancellationToken ct)
    {
        var documents = one.Dossier.Documents.ToList();
        var text = home.Version.Text;
        var end = deleted.End < text.Length && text[deleted.End] == ' ' ? deleted.End + 1 : deleted.End;
        var after = await Flagged.OfAsync(one.WithText(documents.IndexOf(home), known => known[..deleted.Start] + known[end..]), release, ct);
        return after.SameAs(flag, documents.IndexOf(document), home == document && sentence.Start > deleted.Start ? sentence.Start - (end - deleted.Start) : sentence.Start);
    }

    private static string Told(Flagged one, Flag flag, Flag? now, Caveat caveat) =>
        FormattableString.Invariant($"{one.Case.Id}: {flag.Code} {flag.Severity} {flag.Status} -> {now?.Severity} {now?.Status} without \u201c{caveat.Quote}\u201d on \u201c{flag.Quotes[0].Quote}\u201d");
}
