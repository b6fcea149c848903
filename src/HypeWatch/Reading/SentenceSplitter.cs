using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Cuts a block into sentences by rules: a stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a version, or the next
/// word goes on in lower case. Quotes, brackets and citation marks after the stop belong to the sentence; white space at its end does not.
/// The rules are those on which published sets of examples agree (the 52 English golden rules of the Pragmatic Segmenter; web text as segmented in
/// the English Web Treebank), not those of one style guide.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>The sentences of a block, as a list.</summary>
    public static List<Span> Split(string text, Span block)
    {
        var sentences = new List<Span>();
        foreach (var sentence in Scan(text, block)) sentences.Add(sentence);
        return sentences;
    }

    /// <summary>The sentences of a block, one after the other and without allocation.</summary>
    public static SentenceScanner Scan(ReadOnlySpan<char> text, Span block) => new(text, block);
}
