namespace HypeWatch.Propagation;

/// <summary>Which texts share a quotation, for all pairs at once: one pass over the words instead of one comparison a pair.</summary>
internal sealed class QuoteIndex
{
    private readonly Dictionary<ulong, int> heads = [];
    private readonly List<(int Text, int Next)> postings = [];

    private readonly int maxTexts;

    /// <summary>Indexes texts; their positions in the list are their names.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="maxTexts">Words that stand in more texts than this are a site's furniture, or a phrase of the field, and point to none of them.</param>
    public QuoteIndex(IReadOnlyList<TokenStream> texts, int maxTexts)
    {
        this.maxTexts = maxTexts;
        for (var text = 0; text < texts.Count; text++)
            for (var i = 0; i < texts[text].ShingleCount; i++)
                if (texts[text].Shingle(i) is { } shingle) Add(shingle, text);
    }

    /// <summary>The other texts that share a quotation with this one.</summary>
    public HashSet<int> SharedWith(int text, TokenStream words)
    {
        var found = new HashSet<int>();
        var here = new List<int>();
        for (var i = 0; i < words.ShingleCount; i++)
        {
            if (words.Shingle(i) is not { } shingle || !heads.TryGetValue(shingle, out var posting)) continue;
            here.Clear();
            for (; posting >= 0 && here.Count <= maxTexts; posting = postings[posting].Next) here.Add(postings[posting].Text);
            if (here.Count <= maxTexts) found.UnionWith(here);
        }

        found.Remove(text);
        return found;
    }

    private void Add(ulong shingle, int text)
    {
        var known = heads.TryGetValue(shingle, out var head);
        if (known && postings[head].Text == text) return;
        postings.Add((text, known ? head : -1));
        heads[shingle] = postings.Count - 1;
    }
}
