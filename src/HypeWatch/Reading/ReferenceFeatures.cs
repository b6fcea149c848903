namespace HypeWatch.Reading;

/// <summary>
/// What the labeller sees of a word: its form, its marks, its neighbours, and the style of the whole reference. Each is one number, the hash of a template
/// and its values (the usual templates of reference parsers: Councill, Giles and Kan 2008, ParsCit; AnyStyle).
/// </summary>
internal static class ReferenceFeatures
{
    private const uint Offset = 2166136261, Prime = 16777619;

    /// <summary>Fills the features of all words; one list a word.</summary>
    public static List<uint>[] Of(IReadOnlyList<ReferenceToken> tokens)
    {
        var style = Style(tokens);
        var all = new List<uint>[tokens.Count];
        for (var i = 0; i < tokens.Count; i++) all[i] = Of(tokens, i, style);
        return all;
    }

    /// <summary>Kinds of break before a word.</summary>
    public const int BreakKinds = 9;

    /// <summary>How the word before each word ends: what a change of label hangs on.</summary>
    public static int[] Breaks(IReadOnlyList<ReferenceToken> tokens)
    {
        var breaks = new int[tokens.Count];
        for (var i = 0; i < breaks.Length; i++) breaks[i] = i == 0 ? BreakKinds - 1 : BreakBehind(tokens[i - 1]);
        return breaks;
    }

    private static int BreakBehind(ReferenceToken before) => before.Trail switch
    {
        '.' => before.Form is WordForm.Initials ? 1 : before.Trail2 is ',' ? 2 : 3,
        ',' => 2,
        ':' or ';' => 4,
        ')' => 5,
        '?' or '!' or '"' => 6,
        ' ' => 0,
        _ => 7,
    };

    private static List<uint> Of(IReadOnlyList<ReferenceToken> tokens, int i, uint style)
    {
        var features = new List<uint>(48);
        var t = tokens[i];
        ReferenceToken? before = i > 0 ? tokens[i - 1] : null, after = i + 1 < tokens.Count ? tokens[i + 1] : null, before2 = i > 1 ? tokens[i - 2] : null, after2 = i + 2 < tokens.Count ? tokens[i + 2] : null;
        var (f, fb, fa, fb2, fa2) = ((int)t.Form, Form(before), Form(after), Form(before2), Form(after2));
        var (lead, trail) = (t.Lead, t.Trail);
        var end = before is { } b ? BreakBehind(b) : BreakKinds - 1;
        var tenth = i * 10 / tokens.Count;

        void Add(uint template, params ReadOnlySpan<int> values)
        {
            var hash = (Offset ^ template) * Prime;
            foreach (var value in values) hash = (hash ^ (uint)value ^ ((uint)value >> 8)) * Prime;
            features.Add(hash);
        }

        void Word(uint template, ReadOnlySpan<char> word, int value = 0)
        {
            var hash = ((Offset ^ template) * Prime ^ (uint)value) * Prime;
            foreach (var c in word) hash = (hash ^ c) * Prime;
            features.Add(hash);
        }

        Add(1);
        Word(2, t.Key);
        Word(3, before?.Key ?? "<");
        Word(4, after?.Key ?? ">");
        Word(5, t.Key.AsSpan(Math.Max(0, t.Key.Length - 3)));
        Word(6, t.Key.AsSpan(0, Math.Min(3, t.Key.Length)));
        Word(7, t.Key, trail);
        Word(8, before?.Key ?? "<", f);
        Word(9, after?.Key ?? ">", f);
        Word(39, before2?.Key ?? "<", fb);
        Add(10, f);
        Add(11, f, lead, trail);
        Add(12, f, end);
        Add(13, f, fb, end);
        Add(14, f, fa, trail);
        Add(15, fb, f, fa);
        Add(16, fb, f, fa, end, trail);
        Add(17, fb2, fb, f, end);
        Add(18, f, fa, fa2, trail);
        Add(19, t.Quotes, f);
        Add(20, t.Quotes, t.Stops);
        Add(21, t.InBrackets ? 1 : 0, f);
        Add(22, t.Stops, t.Years, end);
        Add(23, t.Stops, t.Years, f);
        Add(24, t.Stops, t.Commas, f);
        Add(25, Math.Min(i, 6), f);
        Add(26, tenth, f);
        Add(27, i + 1 == tokens.Count ? 1 : 0, f, trail);
        Add(28, lead, t.Trail2, trail);
        Add(29, (int)style, t.Stops, f);
        Add(30, (int)style, end, f);
        Add(31, (int)style, t.Years, t.Stops, end);
        Add(32, (int)style, fb, f, end);
        Add(33, (int)style, t.Quotes, end);
        Add(34, Math.Min(t.Key.Length, 8), f);
        Add(35, end, t.Commas, t.Stops);
        Add(36, tenth, end, t.Years);
        Add(37, t.InBrackets ? 1 : 0, t.Years, f, trail);
        Add(38, end, RunOfLower(tokens, i), f);
        Add(40, end, NamesAhead(tokens, i), f);
        Add(41, DistanceToStop(tokens, i), f, end);
        Add(42, t.Years, YearAhead(tokens, i), end);
        return features;
    }

    /// <summary>What all words of a reference share: whether it is quoted, how names are printed, whether the year comes early.</summary>
    private static uint Style(IReadOnlyList<ReferenceToken> tokens)
    {
        int first = 0, year = -1;
        if (tokens.Count > 1 && tokens[0].Form is WordForm.Digits && (tokens[0].Lead == '(' || tokens[0].Trail is '.' or ')')) first = 1;
        var quoted = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            quoted |= tokens[i].Quotes == 1;
            if (year < 0 && tokens[i].Form == WordForm.Year) year = i;
        }

        var early = year < 0 ? 0u : tokens[year].Quotes is 0 or 4 && year * 2 < tokens.Count && tokens[year].Stops <= 1 ? 1u : 2u;
        var names = 0u;
        if (first + 1 < tokens.Count)
        {
            var (a, b) = (tokens[first], tokens[first + 1]);
            names = a.Form == WordForm.Initials ? 1u
                : b.Form == WordForm.Initials ? a.Trail == ',' ? 2u : 3u
                : b.Form == WordForm.FewCapitals ? 4u
                : a.Trail == ',' ? 5u
                : a.Form == WordForm.Capitals ? 6u : 7u;
        }

        return (quoted ? 1u : 0u) + (2u * early) + (6u * names);
    }

    /// <summary>How many of the next words are in lower case: titles have such runs, names do not.</summary>
    private static int RunOfLower(IReadOnlyList<ReferenceToken> tokens, int at)
    {
        var count = 0;
        for (var i = at; i < Math.Min(tokens.Count, at + 5); i++)
        {
            if (tokens[i].Form == WordForm.Lower && tokens[i].Key.Length > 3) count++;
        }

        return count;
    }

    /// <summary>How many of the next words are initials, or capitals with a comma: names come in such runs.</summary>
    private static int NamesAhead(IReadOnlyList<ReferenceToken> tokens, int at)
    {
        var count = 0;
        for (var i = at; i < Math.Min(tokens.Count, at + 6); i++)
        {
            if (tokens[i].Form is WordForm.Initials or WordForm.FewCapitals) count++;
            else if (tokens[i].Key is "and" or "et" or "al" or "und" or "y") count++;
            else if (tokens[i].Form == WordForm.Lower) break;
        }

        return count;
    }

    private static int DistanceToStop(IReadOnlyList<ReferenceToken> tokens, int at)
    {
        for (var i = at; i < Math.Min(tokens.Count, at + 12); i++)
        {
            if (tokens[i].Trail is '.' or '?' or '"' && tokens[i].Form is not WordForm.Initials) return (i - at) switch { 0 => 0, 1 => 1, < 4 => 2, < 8 => 3, _ => 4 };
        }

        return 5;
    }

    private static int YearAhead(IReadOnlyList<ReferenceToken> tokens, int at)
    {
        for (var i = at; i < tokens.Count; i++)
        {
            if (tokens[i].Form == WordForm.Year) return (i - at) switch { 0 => 0, 1 => 1, < 5 => 2, _ => 3 };
        }

        return 4;
    }

    private static int Form(ReferenceToken? token) => token is { } t ? (int)t.Form : 31;
}
