namespace HypeWatch.Propagation;

/// <summary>Finds which titles a text names, for all titles in one pass over its words.</summary>
internal sealed class TitleIndex
{
    // Below these a title is a phrase that anybody may write: "Language Models".
    private const int PlainWords = 4, PlainContentWords = 3, ShortCharacters = 16;

    private readonly Dictionary<(ulong, ulong), List<Phrase>> byStart = [];

    /// <summary>Indexes titles; their positions are the names of their texts. A title that is an address is skipped.</summary>
    public TitleIndex(IReadOnlyList<string> titles)
    {
        for (var i = 0; i < titles.Count; i++)
        {
            if (titles[i].Contains("://", StringComparison.Ordinal)) continue;
            Add(i, titles[i]);
            var cut = titles[i].AsSpan().IndexOfAny(":?\u2013\u2014|");
            if (cut > 0) Add(i, titles[i][..cut]);
        }
    }

    /// <summary>The texts whose title, or the part of it before a colon or dash, stands here, each with the places of its mentions in order.</summary>
    public Dictionary<int, List<Model.Span>> NamedIn(TokenStream words)
    {
        var found = new Dictionary<int, List<Model.Span>>();
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (!byStart.TryGetValue((words.HashAt(i), words.HashAt(i + 1)), out var phrases)) continue;
            foreach (var phrase in phrases)
                if (phrase.StandsAt(words, i) && (!phrase.NeedsCapitals || IsCapitalised(words, i, phrase.Words.Length)))
                {
                    if (!found.TryGetValue(phrase.Text, out var places)) found[phrase.Text] = places = [];
                    places.Add(words.SpanOf(i, phrase.Words.Length));
                }
        }

        return found;
    }

    private static bool IsCapitalised(TokenStream words, int first, int count)
    {
        for (var i = first; i < first + count; i++)
            if (words.IsContent(i) && !char.IsUpper(words.WordAt(i)[0]) && !char.IsDigit(words.WordAt(i)[0])) return false;
        return true;
    }

    private void Add(int text, string title)
    {
        var words = TokenStream.Of(title);
        if (words.Count < 2) return;
        var content = Enumerable.Range(0, words.Count).Count(words.IsContent);
        var isPlain = words.Count >= PlainWords && content >= PlainContentWords;
        if (!isPlain && (title.Trim().Length < ShortCharacters || content < 2)) return;
        var phrase = new Phrase(text, [.. Enumerable.Range(0, words.Count).Select(words.HashAt)], !isPlain);
        var start = (phrase.Words[0], phrase.Words[1]);
        if (!byStart.TryGetValue(start, out var phrases)) byStart[start] = phrases = [];
        phrases.Add(phrase);
    }

    private sealed record Phrase(int Text, ulong[] Words, bool NeedsCapitals)
    {
        public bool StandsAt(TokenStream words, int first)
        {
            if (first + Words.Length > words.Count) return false;
            for (var i = 0; i < Words.Length; i++)
                if (words.HashAt(first + i) != Words[i]) return false;
            return true;
        }
    }
}
