namespace HypeWatch.Reading;

/// <summary>A date in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Year">Year.</param>
/// <param name="Month">Month.</param>
/// <param name="Day">Day; 0 when the text states the month alone.</param>
internal readonly record struct FoundDate(int Start, int End, int Year, int Month, int Day);

/// <summary>
/// Finds dates in running words, in the orders and languages in which pages print them: <c>March 5, 2024</c>, <c>5. März 2024</c>, <c>05.03.2024</c>,
/// <c>2024-03-05</c>, <c>2024年3月5日</c>. One pass without regular expressions: it runs over whole pages.
/// </summary>
internal static class DateScanner
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    /// <summary>The dates of a text in order.</summary>
    /// <param name="text">The words.</param>
    /// <param name="monthFirst">Whether <c>03/05/2024</c> is the fifth of March, where the numbers leave it open.</param>
    public static IEnumerable<FoundDate> In(string text, bool monthFirst)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || i > 0 && char.IsLetterOrDigit(text[i - 1]) && !IsCjk(text[i - 1]) && text[i - 1] != 'T') continue;
            var found = char.IsAsciiDigit(text[i]) ? FromNumber(text, i, monthFirst) : char.IsLetter(text[i]) ? FromMonth(text, i) : null;
            if (found is not { } date) continue;
            yield return date;
            i = date.End - 1;
        }
    }

    private static FoundDate? FromNumber(string text, int start, bool monthFirst)
    {
        var (number, at) = Number(text, start);
        return (at - start) switch
        {
            4 when number is >= FirstYear and <= LastYear => FromYear(text, start, at, number),
            8 => Made(start, at, number / 10_000, number / 100 % 100, number % 100),
            1 or 2 => FromDay(text, start, at, number, monthFirst),
            _ => null,
        };
    }

    /// <summary>Year first.</summary>
    private static FoundDate? FromYear(string text, int start, int at, int year)
    {
        if (!Separator(text, ref at)) return null;
        if (at < text.Length && char.IsLetter(text[at]))
        {
            var word = WordEnd(text, at);
            if (MonthNames.Of(text.AsSpan(at, word - at)) is var named and > 0)
            {
                at = word;
                while (at < text.Length && text[at] is ' ' or '-' or '.') at++;
                var (date, ends) = Number(text, at);
                return ends - at is 1 or 2 ? Made(start, ends, year, named, date) : null;
            }

            return null;
        }

        var (month, monthEnd) = Number(text, at);
        if (monthEnd - at is not (1 or 2)) return null;
        at = monthEnd;
        if (!Separator(text, ref at)) return null;
        var (day, end) = Number(text, at);
        if (end - at is not (1 or 2)) return null;
        if (end < text.Length && text[end] is '日' or '일') end++;
        return Made(start, end, year, month, day);
    }

    /// <summary>Day first, or the month as a number first.</summary>
    private static FoundDate? FromDay(string text, int start, int at, int first, bool monthFirst)
    {
        if (at < text.Length && text[at] is '.' or '/' or '-' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == ' ' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2])))
        {
            var mark = text[at++];
            if (text[at] == ' ') at++;
            var (second, secondEnd) = Number(text, at);
            if (secondEnd - at is not (1 or 2) || secondEnd >= text.Length || text[secondEnd] != mark) return null;
            at = secondEnd + 1;
            if (at < text.Length && text[at] == ' ') at++;
            var (year, end) = Number(text, at);
            if (end - at == 2 && mark != '-') year += 2000;
            else if (end - at != 4) return null;
            if (end - at == 2 && year > 2035 || end < text.Length && text[end] is '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) return null;
            var swap = second > 12 || monthFirst && mark == '/' && first <= 12;
            return swap ? Made(start, end, year, first, second) : Made(start, end, year, second, first);
        }

        at = AfterOrdinal(text, at);
        while (at < text.Length && (text[at] is ' ' or '-' or '/' or ',' || char.IsWhiteSpace(text[at]))) at++;
        at = AfterWord(text, at, "de");
        at = AfterWord(text, at, "of");
        if (at >= text.Length || !char.IsLetter(text[at])) return null;
        var word = WordEnd(text, at);
        var month = MonthNames.Of(text.AsSpan(at, word - at));
        if (month == 0) return null;
        at = AfterMonth(text, word);
        var (stated, yearEnd) = Number(text, at);
        return yearEnd - at == 4 ? Made(start, yearEnd, stated, month, first) : null;
    }

    /// <summary>The month's name first.</summary>
    private static FoundDate? FromMonth(string text, int start)
    {
        var word = WordEnd(text, start);
        var month = MonthNames.Of(text.AsSpan(start, word - start));
        if (month == 0) return null;
        var at = AfterMonth(text, word);
        var (number, end) = Number(text, at);
        if (end - at == 4) return number is >= FirstYear and <= LastYear && !Continues(text, end) ? new FoundDate(start, end, number, month, 0) : null;
        if (end - at is not (1 or 2)) return null;
        var day = number;
        at = AfterOrdinal(text, end);
        while (at < text.Length && (text[at] is ',' or '.' or '-' || char.IsWhiteSpace(text[at]))) at++;
        (number, end) = Number(text, at);
        return end - at == 4 ? Made(start, end, number, month, day) : null;

        static bool Continues(string text, int end) => end < text.Length && char.IsLetterOrDigit(text[end]) && !IsCjk(text[end]);
    }

    private static FoundDate? Made(int start, int end, int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new FoundDate(start, end, year, month, day) : null;

    private static (int Number, int End) Number(string text, int at)
    {
        var number = 0;
        var end = at;
        while (end < text.Length && end - at < 9 && char.IsAsciiDigit(text[end])) number = (number * 10) + (text[end++] - '0');
        return (number, end);
    }

    private static bool Separator(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] is not ('-' or '/' or '.' or '_' or '年' or '월' or '月' or '년' or '\u2011' or '\u2013')) return false;
        at++;
        while (at < text.Length && text[at] == ' ') at++;
        return true;
    }

    private static int AfterOrdinal(string text, int at)
    {
        if (at < text.Length && text[at] is '.' or 'º' or 'ª' or '°') return at + 1;
        foreach (var suffix in (ReadOnlySpan<string>)["st", "nd", "rd", "th", "er", "e", "ème"])
        {
            if (string.CompareOrdinal(text, at, suffix, 0, suffix.Length) == 0 && (at + suffix.Length >= text.Length || !char.IsLetter(text[at + suffix.Length]))) return at + suffix.Length;
        }

        return at;
    }

    private static int AfterMonth(string text, int at)
    {
        while (at < text.Length && (text[at] is '.' or ',' or '-' or '/' || char.IsWhiteSpace(text[at]))) at++;
        return AfterWord(text, AfterWord(text, at, "de"), "del");
    }

    private static int AfterWord(string text, int at, string word) =>
        string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && at + word.Length < text.Length && text[at + word.Length] == ' ' ? at + word.Length + 1 : at;

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at])) at++;
        return at;
    }

    private static bool IsCjk(char c) => c is >= '\u3000' and <= '\u9fff' or >= '\uac00' and <= '\ud7af';
}
