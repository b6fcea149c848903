using System.Buffers;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Words that address a language model instead of a reader. A hit is a finding to be seen by people; nothing is removed or judged because of it,
/// since papers about language models quote such words.
/// </summary>
internal static partial class InjectionCues
{
    /// <summary>Kind of the findings.</summary>
    public const string Kind = "injection_suspected";

    private const int Around = 200;
    private const int MaxFindings = 20;
    private const int Window = 400;

    private static readonly SearchValues<string> Beginnings = SearchValues.Create(
        [
            "ignore", "disregard", "forget", "override", "you", "as", "if", "note", "attention", "instruction", "dear", "rate", "score", "mark", "classify", "label", "report", "do", "<", "system",
            "developer",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The first such passage with some words around it, at most 500 characters; null when there is none.</summary>
    public static string? Match(string text)
    {
        foreach (var (start, length) in Places(text)) return Excerpt(text, start, length);
        return null;
    }

    /// <summary>All such passages, at most twenty.</summary>
    public static IEnumerable<PageFinding> In(string text)
    {
        foreach (var (start, length) in Places(text).Take(MaxFindings)) yield return new(Kind, Excerpt(text, start, length));
    }

    /// <summary>
    /// Looks closely only where a word stands that such a passage begins with: a vectorised search for fixed words is many times faster than the expression, and no
    /// text is long enough to bring a look near its time limit.
    /// </summary>
    private static IEnumerable<(int Start, int Length)> Places(string text)
    {
        for (var from = 0; from < text.Length && text.AsSpan(from).IndexOfAny(Beginnings) is var at and >= 0;)
        {
            var start = from + at;
            // A word inside another begins nothing.
            var length = start > 0 && char.IsLetterOrDigit(text[start - 1]) ? 0 : LengthAt(text, start);
            if (length > 0) yield return (start, length);
            from = start + Math.Max(1, length);
        }
    }

    private static int LengthAt(string text, int start)
    {
        foreach (var match in Pattern().EnumerateMatches(text.AsSpan(start, Math.Min(Window, text.Length - start)))) return match.Length;
        return 0;
    }

    private static string Excerpt(string text, int at, int length)
    {
        var start = Math.Max(0, at - (Around / 2));
        var end = Math.Min(text.Length, at + Math.Min(length, Around) + Around);
        return NormalizedText.From(text[start..end]).Trim();
    }

    [GeneratedRegex(
        """
        ^(?:
        \b(?:ignore|disregard|forget|override)\s(?:all\s|any\s|the\s|your\s|these\s|of\s){0,3}(?:previous|prior|earlier|above|preceding|other|system)\s(?:\w+\s){0,2}(?:instruction|prompt|rule|direction|message)s?\b
        |\b(?:you\sare|as)\s(?:now\s)?an?\s(?:ai|llm|large\slanguage\smodel|language\smodel|ai\sreviewer|ai\sassistant)\b[^.]{0,60}\b(?:must|should|shall|rate|report|output|respond|answer|do\snot)\b
        |\b(?:if\syou\sare|note\sto|attention|instructions?\s(?:for|to)|dear)\s(?:an?\s|any\s|all\s|the\s)?(?:ai|llm|llms|language\smodels?|automated\s(?:reader|reviewer|system)s?|ai\s(?:agent|assistant|reviewer|model|system)s?)\b
        |\b(?:rate|score|mark|classify|label|report)\sthis\s(?:paper|post|document|article|work|page|claim|text)\sas\b
        |\bdo\snot\s(?:flag|extract|report|criticise|criticize)\s(?:any|this|these|the)\b[^.]{0,40}\b(?:claim|paper|post|document|article|page|overclaim)s?\b
        |</?(?:system|document|instructions?|untrusted)>\s{0,3}(?:system|user|assistant)?\s?:
        |\b(?:system|developer)\s(?:prompt|message)\s?:
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 2000)]
    private static partial Regex Pattern();
}
