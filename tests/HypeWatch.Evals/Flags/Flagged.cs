using HypeWatch.Model;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Flags;

/// <summary>A release and its flags.</summary>
/// <param name="Case">The labelled release.</param>
/// <param name="Dossier">What was read of it.</param>
/// <param name="Raised">Its flags, without suppressed ones.</param>
internal sealed record Flagged(FlagCase Case, Dossier Dossier, IReadOnlyList<Flag> Raised)
{
    public static async Task<Flagged> OfAsync(FlagCase item, CaseRelease release, CancellationToken ct)
    {
        var dossier = await release.BuildAsync(item, ct);
        return new(item, dossier, [.. (await release.AssessAsync(dossier, ct)).Flags.Where(flag => flag.Status != FlagStatus.Suppressed)]);
    }

    /// <summary>The flags as one compares them: kind, words, severity, confidence and state.</summary>
    public HashSet<string> Told(Func<string, string> words) =>
        [.. Raised.Select(flag => FormattableString.Invariant($"{flag.Code} {flag.Severity} {flag.Confidence:0.00} {flag.Status} {words(flag.Quotes[0].Quote)}"))];

    /// <summary>The document and the sentence that a flag stands in.</summary>
    public (DossierDocument Document, Span Sentence) SentenceOf(Flag flag)
    {
        var document = Dossier.Documents.First(document => document.Version.Id == flag.Version);
        return (document, document.Version.PassageAt(flag.Quotes[0].Span)?.Span ?? flag.Quotes[0].Span);
    }

    /// <summary>The flag of a kind in the sentence that begins at a place of a document, on the same words before others, the gravest first; null for none.</summary>
    public Flag? SameAs(Flag flag, int document, int start) => Raised
        .Where(other => other.Code == flag.Code && other.Version == Dossier.Documents[document].Version.Id && SentenceOf(other).Sentence.Start == start).OrderByDescending(other => other.Quotes[0].Quote == flag.Quotes[0].Quote).ThenByDescending(other => other.Severity).FirstOrDefault();

    /// <summary>The case with one text changed as it was read.</summary>
    public FlagCase WithText(int document, Func<string, string> change) => Case with
    {
        Documents = [.. Case.Documents.Select((given, index) => index == document ? given with { Text = change(Dossier.Documents[index].Version.Text) } : given)],
    };
}
