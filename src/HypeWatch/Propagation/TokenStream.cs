using System.Collections.Frozen;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// The words of a text as hashes with their places: runs of letters and digits, case folded, an apostrophe inside a word ignored, a hyphen a boundary.
/// Two texts share a quotation when they share a run of such words, whatever quotation marks or line ends stand between them.
/// </summary>
internal sealed class TokenStream
{
    /// <summary>A shared run of this many words is a quotation (specification 7).</summary>
    public const int QuoteTokens = 8;

    /// <summary>So many of its words must carry content, so that "as well as in the case of the" is none.</summary>
    private const int QuoteContentWords = 3;

    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    private static readonly FrozenSet<string> FunctionWords = new[]
    {
        "about", "above", "after", "again", "also", "although", "among", "because", "been", "before", "being", "below", "between", "both", "could", "does", "doing", "down",
        "during", "each", "even", "ever", "every", "from", "further", "have", "having", "here", "hers", "herself", "himself", "however", "into", "itself", "just", "like",
        "made", "make", "makes", "many", "more", "most", "much", "must", "myself", "only", "other", "ours", "over", "same", "shall", "should", "some", "such", "than", "that", "their",
        "theirs", "them", "themselves", "then", "there", "these", "they", "this", "those", "though", "through", "under", "until", "very", "well", "were", "what", "when",
        "where", "which", "while", "whom", "will", "with", "within", "without", "would", "your", "yours", "cannot", "dont", "doesnt", "didnt", "isnt", "wasnt", "wont", "cant",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWordLookup = FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string text;
    private readonly List<Token> tokens = [];

    private TokenStream(string text) => this.text = text;

    /// <summary>Number of words.</summary>
    public int Count => tokens.Count;

    /// <summary>Number of places where a quotation may start.</summary>
    public int ShingleCount => Math.Max(0, Count - QuoteTokens + 1);

    /// <summary>The words of a text, in order. Takes time in proportion to its length.</summary>
    public static TokenStream Of(string text)
    {
        var stream = new TokenStream(text);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var hash = Offset;
            var digits = false;
            for (; i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInnerApostrophe(text, i)); i++)
            {
                if (!char.IsLetterOrDigit(text[i])) continue;
                digits |= char.IsDigit(text[i]);
                hash = (hash ^ char.ToLowerInvariant(text[i])) * Prime;
            }

            var content = digits || (i - start > 3 && !FunctionWordLookup.Contains(text.AsSpan(start, i - start)));
            stream.tokens.Add(new(new(start, i), hash, content));
        }

        return stream;
    }

    /// <summary>Hash of one word.</summary>
    public ulong HashAt(int token) => tokens[token].Hash;

    /// <summary>Whether a word carries content: a number, or four letters or more and no function word.</summary>
    public bool IsContent(int token) => tokens[token].IsContent;

    /// <summary>One word, as it stands.</summary>
    public string WordAt(int token) => tokens[token].Span.Of(text);

    /// <summary>From the start of one word to the end of the last of some.</summary>
    public Span SpanOf(int first, int count) => new(tokens[first].Span.Start, tokens[first + count - 1].Span.End);

    /// <summary>Hash of the words that start here and make a quotation; null when too few of them carry content.</summary>
    public ulong? Shingle(int first)
    {
        var hash = Offset;
        var content = 0;
        for (var i = first; i < first + QuoteTokens; i++)
        {
            hash = (((hash << 5) | (hash >> 59)) ^ tokens[i].Hash) * Prime;
            if (tokens[i].IsContent) content++;
        }

        return content >= QuoteContentWords ? hash : null;
    }

    /// <summary>The longest run of words that this text shares with another, as it stands here; null when none is a quotation.</summary>
    public Span? LongestSharedRun(TokenStream other)
    {
        var places = new Dictionary<ulong, int>();
        for (var i = 0; i < other.ShingleCount; i++)
            if (other.Shingle(i) is { } shingle) places.TryAdd(shingle, i);

        (int First, int Count) best = default;
        for (var i = 0; i < ShingleCount; i++)
        {
            if (Shingle(i) is not { } shingle || !places.TryGetValue(shingle, out var there)) continue;
            var count = 0;
            while (i + count < Count && there + count < other.Count && tokens[i + count].Hash == other.tokens[there + count].Hash) count++;
            if (count > best.Count) best = (i, count);
            // A run is measured once, not again from each of its words.
            i += Math.Max(0, count - QuoteTokens);
        }

        return best.Count < QuoteTokens ? null : SpanOf(best.First, best.Count);
    }

    private static bool IsInnerApostrophe(string text, int i) =>
        text[i] is '\'' or '\u2019' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);

    private readonly record struct Token(Span Span, ulong Hash, bool IsContent);
}
