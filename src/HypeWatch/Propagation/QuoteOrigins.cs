namespace HypeWatch.Propagation;

/// <summary>
/// From which text each quotation comes: the first, in the order in which claims flow, that holds its words. Sixty texts that repeat one sentence have one
/// source and not sixty, so the work grows with the words and not with the pairs of texts.
/// </summary>
internal sealed class QuoteOrigins
{
    private readonly Dictionary<ulong, int> first = [];

    /// <summary>Indexes texts; their positions in the list are their names.</summary>
    public QuoteOrigins(IReadOnlyList<TokenStream> texts, IEnumerable<int> order)
    {
        foreach (var text in order)
            for (var i = 0; i < texts[text].ShingleCount; i++)
                if (texts[text].Shingle(i) is { } shingle) first.TryAdd(shingle, text);
    }

    /// <summary>The texts from which the quotations in a text come, itself left out.</summary>
    public IReadOnlySet<int> Of(int text, TokenStream words)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < words.ShingleCount; i++)
            if (words.Shingle(i) is { } shingle && first[shingle] != text) found.Add(first[shingle]);
        return found;
    }
}
