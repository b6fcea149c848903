using HypeWatch.Flags.Numbers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC10, subtype <c>internal</c>: what a sentence says about figures against the figures of the release itself: its tables, the lists in its captions,
/// its other sentences, and the sentence's own arithmetic. Both sides are quoted; a row that the paragraph names is told and no contradiction.
/// </summary>
public sealed class FigureMismatchDetector : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC10";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        List<(DossierDocument, FigureTable)> tables = [.. dossier.Works().SelectMany(document => FigureTable.In(document.Version).Select(table => (document, table)))];
        List<(Sentence, IReadOnlySet<string>)> sentences = [.. dossier.Works().Sentences().Select(sentence => (sentence, ContentWords.Of(sentence.Text)))];
        var seen = new HashSet<(VersionId, int)>();
        foreach (var claim in dossier.WorkClaims())
        {
            if (claim.Mode != AssertMode.Asserts || claim.Certainty < Certainty.Plain || claim.Type is ClaimType.SelfLimitation or ClaimType.Aspiration || claim.Place is Place.RelatedWork or Place.Other or Place.Table) continue;
            var statement = new Statement(dossier, claim, tables, sentences);
            if (!seen.Add((claim.Version, statement.Span.Start))) continue;
            var found = Checks.All.Select(check => check(statement)).OfType<Contradiction>().FirstOrDefault();
            if (found is null) continue;
            yield return new(claim, $"{DossierReading.Cite(statement.Text)} may not fit the release's own figures: {found.Because}")
            {
                Subtype = "internal", BaseSeverity = SeverityRule.ContradictionBase, Quotes = [found.Source], Caps = ["quoted_contradiction"],
            };
        }
    }
}
