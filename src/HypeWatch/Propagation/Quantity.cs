using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Propagation;

/// <summary>A number in a sentence with what it counts.</summary>
/// <param name="Value">The number, with its magnitude word taken in.</param>
/// <param name="Unit"><c>%</c>, <c>times</c>, or the concept of the counted noun; empty when neither stands beside it.</param>
/// <param name="Text">As printed.</param>
internal sealed partial record Quantity(double Value, string Unit, string Text)
{
    // Rounding ("71%" for "70.8%") changes no number.
    private const double Rounding = 0.02;

    private static readonly FrozenDictionary<string, double> Words = new Dictionary<string, double>
    {
        ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["hundred"] = 100,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private bool IsCount => Unit is not ("%" or "times");

    /// <summary>Whether it is the same amount, rounding aside.</summary>
    public bool Equals(double other) => Math.Abs(Value - other) <= Rounding * Math.Max(Math.Abs(Value), Math.Abs(other));

    /// <summary>The quantities of a sentence. Years, and numbers that belong to a name ("Claude 3", "Figure 2"), are none.</summary>
    public static IReadOnlyList<Quantity> In(string sentence, Paraphrases paraphrases)
    {
        var found = new List<Quantity>();
        foreach (Match match in NumberPattern().Matches(sentence))
        {
            var word = match.Groups["word"].Value.ToLowerInvariant();
            double value;
            if (word.Length > 0) value = Words[word];
            else if (!double.TryParse(match.Groups["digits"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value)) continue;
            var scale = match.Groups["scale"].Value.ToLowerInvariant();
            if (scale.Length == 0 && word.Length == 0 && IsYearOrName(sentence, match, value)) continue;
            value *= scale switch { "thousand" or "k" => 1e3, "million" or "m" => 1e6, "billion" or "b" or "bn" => 1e9, "trillion" => 1e12, _ => 1 };
            found.Add(new(value, UnitOf(sentence, match, paraphrases), match.Value.Trim()));
        }

        return found;
    }

    /// <summary>
    /// Numbers that differ between two sentences: those of the later one that count what the earlier one counts, with no equal number there; a number that still stands has not changed.
    /// </summary>
    public static IEnumerable<(Quantity From, Quantity To)> Changed(IReadOnlyList<Quantity> earlier, IReadOnlyList<Quantity> later) =>
        from number in later
        where !earlier.Any(other => other.Equals(number.Value))
        // The only count of each sentence counts the same, wherever the counted noun stands.
        let isOnly = earlier.Count == 1 && later.Count == 1 && number.IsCount && earlier[0].IsCount
        let counterpart = earlier.FirstOrDefault(other => (isOnly || other.Unit == number.Unit) && !later.Any(kept => kept.Equals(other.Value)))
        where counterpart is not null
        select (counterpart, number);

    /// <summary>The sentence with one sign in place of each number and its unit.</summary>
    public static string Masked(string sentence) => NumberPattern().Replace(sentence, "#");

    private static bool IsYearOrName(string sentence, Match match, double value)
    {
        if (match.Groups["unit"].Success) return false;
        if (value is >= 1900 and < 2100 && match.Groups["digits"].Length == 4 && value == Math.Floor(value)) return true;
        var before = sentence[..match.Index].TrimEnd(' ', '-', '\u2011');
        var start = before.LastIndexOfAny([' ', '(', '"', '\u201c']) + 1;
        // A capital opens a name, unless it opens the sentence.
        return start < before.Length && start > 0 && char.IsUpper(before[start]) && !before[..start].TrimEnd().EndsWith('.');
    }

    private static string UnitOf(string sentence, Match match, Paraphrases paraphrases)
    {
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        if (unit is "%" or "percent" or "per cent") return "%";
        if (unit.Length > 0) return "times";
        var words = TokenStream.Of(sentence[(match.Index + match.Length)..]);
        for (var i = 0; i < Math.Min(3, words.Count); i++)
            if (paraphrases.Of(words.WordAt(i).ToLowerInvariant()) is { } concept && !char.IsDigit(words.WordAt(i)[0])) return concept.Name;
        return "";
    }

    [GeneratedRegex(
        @"(?<![\w.])(?:(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|\b(?<word>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)\b)(?:[ -]?(?<scale>thousand|million|billion|trillion|bn|[kKMB])\b)?(?:\s?(?<unit>%|percent\b|per cent\b|x\b|times\b|-?fold\b))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberPattern();
}
