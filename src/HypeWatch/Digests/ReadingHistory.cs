namespace HypeWatch.Digests;

/// <summary>
/// Which earlier digests a reader knows: those that were sent to him, and of the time before the first of them the ones with everything, so that a new reader
/// begins where the others are.
/// </summary>
public sealed class ReadingHistory
{
    private readonly IReadOnlyList<ShownItems> digests;
    private readonly Dictionary<string, int> places;
    private readonly int general;

    /// <summary>Takes the digests of other periods, the oldest first.</summary>
    public ReadingHistory(IReadOnlyList<ShownItems> digests)
    {
        this.digests = digests;
        places = Enumerable.Range(0, digests.Count).ToDictionary(i => digests[i].Id, StringComparer.Ordinal);
        general = digests.Count(IsGeneral);
    }

    /// <summary>Keys of all that the digests with everything showed.</summary>
    public HashSet<string> GeneralKeys => Keys(digests.Where(IsGeneral));

    /// <summary>Keys of all that was told to everybody, or at once.</summary>
    public HashSet<string> UrgentKeys => Keys(digests.Where(items => IsGeneral(items) || items.Edition == DigestStore.Urgent));

    /// <summary>Names what a reader knows: the same name, the same knowledge. Empty for whoever knows just the digests with everything.</summary>
    public string NameOf(IEnumerable<string> received)
    {
        var known = Known(received);
        if (known.Count == general && known.All(i => IsGeneral(digests[i]))) return "";
        return Model.ContentId.Sha256(string.Join('\n', known.Select(i => digests[i].Id)))[..16];
    }

    /// <summary>Keys of all that a reader was shown.</summary>
    public HashSet<string> KeysOf(IEnumerable<string> received) => Keys(Known(received).Select(i => digests[i]));

    private List<int> Known(IEnumerable<string> received)
    {
        var own = received.Where(places.ContainsKey).Select(id => places[id]).ToHashSet();
        var first = own.Count == 0 ? digests.Count : own.Min();
        // The one with everything of the week of a reader's first is not among them: that week the reader had the own one instead.
        var week = own.Count == 0 ? null : digests[first].Name;
        return [.. Enumerable.Range(0, digests.Count).Where(i => own.Contains(i) || (i < first && IsGeneral(digests[i]) && digests[i].Name != week))];
    }

    private static bool IsGeneral(ShownItems items) => items.Edition.Length == 0;

    private static HashSet<string> Keys(IEnumerable<ShownItems> shown) => shown.SelectMany(items => items.Keys).ToHashSet(StringComparer.Ordinal);
}
