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

    /// <summary>The first such passage with some words around it, at most 500 characters; null when there is none.</summary>
    public static string? Match(string text)
    {
        var match = Pattern().Match(text);
        return match.Success ? Excerpt(text, match) : null;
    }

    /// <summary>All such passages, at most twenty.</summary>
    public static IEnumerable<PageFinding> In(string text)
    {
        var found = 0;
        for (var match = Pattern().Match(text); match.Success && found < MaxFindings; match = match.NextMatch(), found++)
            yield return new(Kind, Excerpt(text, match));
    }

    private static string Excerpt(string text, Match match)
    {
        var start = Math.Max(0, match.Index - (Around / 2));
        var end = Math.Min(text.Length, match.Index + Math.Min(match.Length, Around) + Around);
        return NormalizedText.From(text[start..end]).Trim();
    }

    [GeneratedRegex(
        """
        \b(?:ignore|disregard|forget|override)\s(?:all\s|any\s|the\s|your\s|these\s|of\s){0,3}(?:previous|prior|earlier|above|preceding|other|system)\s(?:\w+\s){0,2}(?:instruction|prompt|rule|direction|message)s?\b
        |\b(?:you\sare|as)\s(?:now\s)?an?\s(?:ai|llm|large\slanguage\smodel|language\smodel|ai\sreviewer|ai\sassistant)\b[^.]{0,60}\b(?:must|should|shall|rate|report|output|respond|answer|do\snot)\b
        |\b(?:if\syou\sare|note\sto|attention|instructions?\s(?:for|to)|dear)\s(?:an?\s|any\s|all\s|the\s)?(?:ai|llm|llms|language\smodels?|automated\s(?:reader|reviewer|system)s?|ai\s(?:agent|assistant|reviewer|model|system)s?)\b
        |\b(?:rate|score|mark|classify|label|report)\sthis\s(?:paper|post|document|article|work|page|claim|text)\sas\b
        |\bdo\snot\s(?:flag|extract|report|criticise|criticize)\s(?:any|this|these|the)\b[^.]{0,40}\b(?:claim|paper|post|document|article|page|overclaim)s?\b
        |</?(?:system|document|instructions?|untrusted)>\s{0,3}(?:system|user|assistant)?\s?:
        |\b(?:system|developer)\s(?:prompt|message)\s?:
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 2000)]
    private static partial Regex Pattern();
}
