namespace HypeWatch.Reading;

/// <summary>
/// Separates lines in which a layout program printed a line of the left column directly behind one of the right column, without a space: the line is
/// far longer than its column is wide, and somewhere near that width two words are glued.
/// </summary>
internal sealed class GluedColumns
{
    private readonly Vocabulary vocabulary;
    private readonly int width;

    public GluedColumns(Vocabulary vocabulary, IEnumerable<int> rightWidths)
    {
        this.vocabulary = vocabulary;
        var sorted = rightWidths.Order().ToList();
        width = sorted.Count == 0 ? int.MaxValue / 4 : sorted[sorted.Count / 2];
    }

    /// <summary>The line's own words, and the words of the other column; null when nothing is glued.</summary>
    public (string Own, string? Strayed) Separate(string line)
    {
        if (width < 20 || line.Length * 10 < (long)width * 13) return (line, null);
        // The other column's line may also follow after a gap, beyond the end of the own one.
        var gap = line.IndexOf("   ", width * 9 / 10, StringComparison.Ordinal);
        if (gap > 0 && gap < width * 14L / 10) return (line[..gap], line[gap..]);

        var (best, distance) = (0, int.MaxValue);
        for (var at = width * 6 / 10; at < Math.Min(line.Length - 3, width * 15L / 10); at++)
        {
            var away = Math.Abs(at - width);
            if (away < distance && IsGlue(line, at)) (best, distance) = (at, away);
        }

        return best == 0 ? (line, null) : (line[..best], line[best..]);
    }

    private bool IsGlue(string line, int at)
    {
        var (before, after) = (line[at - 1], line[at]);
        if (before == ' ' || after == ' ') return false;
        if (char.IsUpper(after) && (char.IsLower(before) || before is '.' or ',' or ')')) return vocabulary[WordAround(line, at)] < 2;
        if (before is ',' or ';' or ')' && char.IsLower(after)) return true;
        if (before == '-' && char.IsLower(after)) return vocabulary[WordAround(line, at)] < 2;
        if (!char.IsLower(before) || !char.IsLower(after)) return false;
        var word = WordAround(line, at);
        if (vocabulary[word] > 1) return false;
        var start = at;
        while (start > 0 && char.IsLetter(line[start - 1])) start--;
        var end = at;
        while (end < line.Length && char.IsLetter(line[end])) end++;
        return at - start > 1 && vocabulary[line[start..at]] > 1 && (end - at > 2 || vocabulary[line[at..end]] > 1);
    }

    private static string WordAround(string line, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && (char.IsLetter(line[start - 1]) || line[start - 1] == '-')) start--;
        while (end < line.Length && char.IsLetter(line[end])) end++;
        return line[start..end];
    }
}
