using HypeWatch.Flags.Numbers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC23, subtype <c>capacity</c>: a size that was chosen before training ("dictionaries of 34 million entries") is told as a number of things that were found ("found 34 million features").
/// Which of them mean anything, or fire at all, is another number; the source's own count of those is quoted where it gives one.
/// </summary>
public sealed class CapacityAsFindingDetector : IFlagDetector
{
    private const int Reach = 60;

    /// <inheritdoc/>
    public string Code => "OC23";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var source = dossier.Works().Sentences().Where(sentence => CountedSizes.Unit().IsMatch(sentence.Text)).Select(sentence => (Sentence: sentence, Amounts: Amount.In(sentence.Text).Where(amount => amount.Value >= CountedSizes.Fewest && Counts(sentence.Text, amount)).ToList()))
            .Where(pair => pair.Amounts.Count > 0).ToList();
        if (source.Count == 0) yield break;
        foreach (var claim in dossier.Claims)
        {
            if (claim.Mode is not AssertMode.Asserts || claim.Polarity == Polarity.Negative || claim.Place is Place.RelatedWork or Place.Other || dossier.SentenceText(claim) is var sentence && (CountedSizes.Capacity().IsMatch(sentence) || CountedSizes.Alive().IsMatch(sentence) || CountedSizes.Elsewhere().IsMatch(sentence))) continue;
            if (CountedSizes.Found().Match(claim.Quote) is not { Success: true } told || Amount.Of(told.Groups["amount"].Value) is not (>= CountedSizes.Fewest and var count)) continue;
            var same = source.Where(pair => !(pair.Sentence.Document.Version.Id == claim.Version && pair.Sentence.Passage.Span.Overlaps(claim.Span)) && pair.Amounts.Exists(amount => amount.Equals(count))).Select(pair => pair.Sentence).ToList();
            // The source counts them as found too: the later text adds nothing.
            if (same.Count == 0 || same.Exists(sentence => CountedSizes.Found().IsMatch(sentence.Text)) || same.Find(sentence => CountedSizes.Capacity().IsMatch(sentence.Text)) is not { Document: not null } trained) continue;
            var alive = source.Select(pair => pair.Sentence).Concat(dossier.Works().Sentences()).FirstOrDefault(sentence => CountedSizes.Alive().IsMatch(sentence.Text));
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} counts as found what the source gives as a size that was trained: {DossierReading.Cite(trained.Text)}.",
                alive.Document is null ? $"How many of them are in use or mean something was not found in {dossier.Looked()}." : $"The source says of their use {DossierReading.Cite(alive.Text)}.")
            {
                Subtype = "capacity", Quotes = alive.Document is null ? [trained.Quote("upstream")] : [trained.Quote("upstream"), alive.Quote("upstream")], Caps = ["both_texts_stored"],
            };
        }
    }

    /// <summary>The counted noun stands soon after the number, other sizes of a list between them.</summary>
    private static bool Counts(string text, Amount amount) => CountedSizes.Unit().IsMatch(text[amount.Span.End..Math.Min(text.Length, amount.Span.End + Reach)]);
}
