using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>What a statement is contradicted by: a sentence of ours that names the difference, and the passage that shows it.</summary>
internal sealed record Contradiction(string Because, FlagQuote Source);

/// <summary>The sentence of a claim with the tables and sentences of the release that it can be held against.</summary>
internal sealed partial class Statement
{
    /// <summary>In a text of at most this many lines a single table is what the text speaks of.</summary>
    private const int ShortText = 15;

    private const int SharedWords = 3;

    private readonly IReadOnlyList<(DossierDocument Document, FigureTable Table)> tables;
    private readonly IReadOnlyList<(Sentence Sentence, IReadOnlySet<string> Words)> sentences;

    public Statement(Dossier dossier, Claim claim, IReadOnlyList<(DossierDocument, FigureTable)> tables, IReadOnlyList<(Sentence, IReadOnlySet<string>)> sentences)
    {
        (this.tables, this.sentences) = (tables, sentences);
        Claim = claim;
        IsLong = dossier.Works().IsLong();
        Home = dossier.DocumentOf(claim);
        Span = dossier.SentenceOf(claim);
        Text = Span.Of(Home.Version.Text);
        Words = ContentWords.Of(Text);
    }

    public Claim Claim { get; }

    public DossierDocument Home { get; }

    /// <summary>Whether it stands in a long work, where sentences about the same words need not be about the same thing.</summary>
    public bool IsLong { get; }

    /// <summary>Whether the sentence points to a table or figure.</summary>
    public bool Points => PointerPattern().IsMatch(Text);

    public Span Span { get; }

    /// <summary>The whole sentence of the claim.</summary>
    public string Text { get; }

    public IReadOnlySet<string> Words { get; }

    /// <summary>Whether the sentence itself takes something out of what it says.</summary>
    public bool MakesException => ExceptionPattern().IsMatch(Text);

    /// <summary>The tables that the sentence points to; without a pointer, those that share its words, or the only one of a short text.</summary>
    public IReadOnlyList<(DossierDocument Document, FigureTable Table)> Tables()
    {
        var names = PointerPattern().Matches(Text).Select(match => FigureTable.NameOf(match.Groups["kind"].Value, match.Groups["label"].Value)).ToHashSet(StringComparer.Ordinal);
        var pointed = tables.Where(entry => names.Contains(entry.Table.Name) && entry.Document.Version.Id == Claim.Version).ToList();
        // A long work's figures carry numbers of many sorts in their captions; one is meant only where it speaks in the statement's words.
        if (IsLong) pointed = [.. pointed.Where(entry => entry.Table.IsGrid || ContentWords.Shared(Words, ContentWords.Of(entry.Table.Words)) >= SharedWords)];
        if (pointed.Count > 0 || names.Count > 0) return pointed;
        if (IsLong) return [.. tables.Where(entry => entry.Table.IsGrid && ContentWords.Shared(Words, ContentWords.Of(entry.Table.Words)) >= SharedWords)];
        var isShort = SubjectSentences.AreAtMost([Home.Version], ShortText) && tables.Count == 1;
        return [.. tables.Where(entry => isShort || ContentWords.Shared(Words, ContentWords.Of(entry.Table.Words)) >= SharedWords)];
    }

    /// <summary>Where no table was read: the caption that the sentence points to, with what stands behind it in its paragraph; empty when it points to several.</summary>
    public IReadOnlyList<Sentence> PointedPassages()
    {
        var pointers = PointerPattern().Matches(Text).Select(match => FigureTable.NameOf(match.Groups["kind"].Value, match.Groups["label"].Value)).Distinct().ToList();
        if (pointers.Count != 1) return [];
        var captions = from entry in sentences
                       let passage = entry.Sentence.Passage
                       where !(entry.Sentence.Document.Version.Id == Claim.Version && passage.Span.Overlaps(Span)) && TableText.Caption(entry.Sentence.Text) is var (name, _) && name == pointers[0]
                       select entry.Sentence;
        return captions.Take(2).ToList() is [var caption]
            ? [.. from entry in sentences
                  where entry.Sentence.Document == caption.Document && entry.Sentence.Passage.Paragraph == caption.Passage.Paragraph && entry.Sentence.Passage.Index >= caption.Passage.Index
                  select entry.Sentence]
            : [];
    }

    /// <summary>The other sentences of the release that speak about the same thing, the nearest first.</summary>
    /// <param name="shared">Words, other than those of the whole field, that they share at least.</param>
    public IEnumerable<Sentence> Others(int shared) =>
        from entry in sentences
        let sentence = entry.Sentence
        where sentence.Document.Version.Id != Claim.Version || !sentence.Passage.Span.Overlaps(Span)
        let common = DossierReading.SharedTopic(Words, entry.Words)
        where common >= shared
        orderby common descending, sentence.Document.Version.Id == Claim.Version ? 0 : 1, sentence.Passage.Index
        select sentence;

    /// <summary>Whether the sentence, or another of its paragraph, names a row: then the reader is told.</summary>
    public bool Names(string label)
    {
        var words = label.Split([' ', '_', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1).ToList();
        return words.Count > 0 && Paragraph().Any(text => words.TrueForAll(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether the reader is told of a row: another sentence of the paragraph names it, or this one does with its figure.</summary>
    public bool Tells(FigureRow row)
    {
        var told = row.Values.OfType<double>().Any(value => Text.Contains(value.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return (told && Text.Contains(row.Label, StringComparison.OrdinalIgnoreCase)) || Paragraph().Any(text => text != Text && text.Contains(row.Label, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The running sentences of the paragraph.</summary>
    public IEnumerable<string> Paragraph()
    {
        var home = Home.Version.PassageAt(Claim.Span);
        return from passage in Home.Version.Passages
               where passage.Paragraph == home?.Paragraph
               select Home.Version.TextOf(passage);
    }

    /// <summary>A passage of a document as a quote.</summary>
    public static FlagQuote Quote(DossierDocument document, Span span) => new(document.Version.Id, span, span.Of(document.Version.Text), "evidence");

    [GeneratedRegex(@"\b(?<kind>table|tab\.|figure|fig\.)\s?(?<label>[A-Z]?\.?\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PointerPattern();

    [GeneratedRegex(@"\b(?:except|exception|other than|apart from|aside from|but not|save for|with the caveat|although|though|however|whereas|while|but)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExceptionPattern();
}
