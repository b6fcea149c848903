using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// What a later text tells of a release where no claim of the release says it: a sentence of it that holds no claim, a size that was trained told as found, or words of force and novelty that
/// none of its sentences holds. Only for claims that the text's pointer to the release speaks about; likeness alone finds nothing.
/// </summary>
internal sealed class ToldOfSource(SourceSentences sentences, LexiconSet lexicons, DriftReader drifts, Paraphrases paraphrases)
{
    private readonly Dictionary<int, HashSet<string>> forces = [];

    private const int Strong = 2, MostWords = 200;

    private readonly PriorityReader priorities = new(lexicons);

    /// <summary>A size that a source gives for what it trained and that a claim counts as found; null where there is none, or where the source counts them as found itself.</summary>
    public (EdgeChange Change, int Document, string Sentence)? Capacity(ReadClaim claim, Func<int, bool> isWanted, int documents)
    {
        var quote = claim.Claim.Quote;
        if (CountedSizes.Capacity().IsMatch(quote) || CountedSizes.Alive().IsMatch(quote) || CountedSizes.Elsewhere().IsMatch(quote) || CountedSizes.Found().Match(quote) is not { Success: true } told) return null;
        if (Quantity.In(told.Groups["amount"].Value, paraphrases) is not [{ Value: >= CountedSizes.Fewest } count, ..]) return null;
        var same =
            (from document in Enumerable.Range(0, documents).Where(isWanted)
             from sentence in sentences.Of(document)
             where CountedSizes.Unit().IsMatch(sentence)
             let size = Quantity.In(sentence, paraphrases).FirstOrDefault(amount => amount.Equals(count.Value))
             where size is not null
             select (Document: document, Sentence: sentence, Size: size)).ToList();
        if (same.Exists(found => CountedSizes.Found().IsMatch(found.Sentence)) || same.Find(found => CountedSizes.Capacity().IsMatch(found.Sentence)) is not { Size: not null } trained) return null;
        return (new(ChangeAxis.Capacity, 1, trained.Size.Text, told.Value), trained.Document, Short(trained.Sentence));
    }

    /// <summary>The sentence that a claim tells, with what changed; null when none says the same.</summary>
    public (ReadClaim Sentence, double Similarity, Drift Drift, IReadOnlyList<EdgeChange> Changes)? Sentence(ReadClaim claim, Func<int, bool> isWanted)
    {
        if (sentences.Told(claim, isWanted) is not { } found) return null;
        var (drift, changes) = drifts.Compare(found.Sentence, claim);
        return (found.Sentence, found.Similarity, drift, changes);
    }

    /// <summary>The words of force and novelty in a claim that no sentence of a document holds; null when there are none, or when the document was not read in the claim's language.</summary>
    public EdgeChange? Added(ReadClaim claim, int document)
    {
        if (!sentences.Of(document).Any() || claim.Claim.Mode is not (AssertMode.Asserts or AssertMode.ReportsOther) || claim.Claim.Polarity is Polarity.Negative) return null;
        var words = Force(claim.Claim.Quote).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (words.Count == 0) return null;
        if (!forces.TryGetValue(document, out var own)) forces[document] = own = sentences.Of(document).SelectMany(Force).ToHashSet(StringComparer.OrdinalIgnoreCase);
        words = [.. words.Where(word => !own.Contains(word))];
        return words.Count == 0 ? null : new(ChangeAxis.Added, 1, "", string.Join(", ", words));
    }

    /// <summary>A sentence, and no more of it than a reader needs to find it.</summary>
    public static string Short(string sentence) => sentence.Length <= MostWords ? sentence : sentence[..(char.IsHighSurrogate(sentence[MostWords - 1]) ? MostWords - 1 : MostWords)] + "\u2026";

    // What a text quotes it does not add, and what it denies it does not claim.
    private List<string> Force(string text)
    {
        var hits = lexicons.Boosters.Find(text).Where(hit => hit.Term.Weight >= Strong && !hit.Term.Subcategory.StartsWith("negated", StringComparison.Ordinal) && !hit.Span.Of(text).StartsWith("never", StringComparison.OrdinalIgnoreCase));
        if (!text.Contains("the second", StringComparison.OrdinalIgnoreCase) && priorities.Read(text) is not null) hits = hits.Concat(lexicons.NoveltyPhrases.Find(text).Where(hit => hit.Term.Weight >= Strong));
        return [.. hits.Where(hit => !IsQuoted(text, hit.Span.Start)).OrderBy(hit => hit.Span.Start).Select(hit => hit.Span.Of(text))];
    }

    private static bool IsQuoted(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return before.Count('"') % 2 == 1 || before.Count('\u201c') > before.Count('\u201d') || before.LastIndexOf('\u2018') > before.LastIndexOf('\u2019');
    }
}
