using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Lexicons;

/// <summary>A part of a priority claim that an earlier work must satisfy as well, so that the claim is contradicted (specification 3, OC18).</summary>
/// <param name="Span">Where its words stand in the claim.</param>
/// <param name="Words">Its words, verbatim.</param>
/// <param name="Literal">What an earlier work must have letter by letter: names of models, numbers, set terms such as "production-grade"; lower case.</param>
/// <param name="Stems">Its other telling words (<see cref="ContentWords"/>); words of which any work of the field speaks are left out.</param>
public sealed record Qualifier(Span Span, string Words, IReadOnlyList<string> Literal, IReadOnlySet<string> Stems);

/// <summary>A claim of priority, taken apart.</summary>
/// <param name="Qualifiers">Its qualifiers, in the order of the claim; the deed itself is one of them.</param>
/// <param name="Subject">The telling words of the whole claim, without those that claim priority.</param>
/// <param name="IsLimited">Whether it has a set term that limits it, such as "production-grade".</param>
public sealed record PriorityClaim(IReadOnlyList<Qualifier> Qualifiers, IReadOnlySet<string> Subject, bool IsLimited);

/// <summary>Reads from a claim of priority what an earlier work would have to satisfy. Deterministic.</summary>
public sealed partial class PriorityReader(LexiconSet lexicons)
{
    /// <summary>Different words for the same deed, by stem.</summary>
    private static readonly Dictionary<string, string> Synonyms = new (string Word, string Same)[]
    {
        ("describe", "explain"), ("description", "explain"), ("explanation", "explain"), ("label", "explain"), ("vector", "steer"), ("add", "activation"), ("adding", "activation"), ("recover", "extract"), ("technique", "method"),
        ("approach", "method"), ("evaluate", "benchmark"), ("testbed", "benchmark"), ("rewrite", "edit"), ("association", "fact"), ("knowledge", "fact"), ("know", "fact"), ("decompose", "dictionary"),
        ("representation", "embedding"),
    }.Select(pair => (Word: ContentWords.Stem(pair.Word), Same: ContentWords.Stem(pair.Same))).DistinctBy(pair => pair.Word).ToDictionary(pair => pair.Word, pair => pair.Same, StringComparer.Ordinal);

    /// <summary>What any work of the field is about or does: sharing such words says nothing of the claim's own topic.</summary>
    private static readonly HashSet<string> WideWords = new(
        new[] { "method", "approach", "technique", "tool", "system", "introduce", "propose", "provide", "achieve", "interpret", "understand", "general", "perform", "concept", "demonstrate", "model", "language", "network", "feature", "large", "learn", "interpretability", "natural", "train", "scientist", "researcher", "people", "apart" }.Select(ContentWords.Stem),
        StringComparer.Ordinal);

    /// <summary>Takes a claim apart; null when it claims no priority, or denies it.</summary>
    public PriorityClaim? Read(string quote)
    {
        if (DeniedPattern().IsMatch(quote)) return null;
        var ordinals = OrdinalPattern().Matches(quote).Select(match => new Span(match.Index, match.Index + match.Length)).ToList();
        var hits = lexicons.NoveltyPhrases.Find(quote).Where(hit => !ordinals.Exists(hit.Span.Overlaps)).ToList();
        if (!hits.Exists(hit => hit.Term.Subcategory is "first" or "absence_claim") && !ClaimsPriority(quote)) return null;
        var terms = hits.Where(hit => hit.Term.Subcategory == "qualifier").ToList();
        var rest = Blank(Blank(quote, hits.Where(hit => hit.Term.Subcategory != "qualifier").Select(hit => hit.Span)), WordsOfPriority().Matches(quote).Select(match => new Span(match.Index, match.Index + match.Length)));
        var subject = Meant(Blank(rest, terms.Select(hit => hit.Span)));
        var deed = Deed(quote, rest);
        return new([.. Parts(rest, deed).Select(part => Qualify(quote, part, terms)).OfType<Qualifier>()], subject, terms.Count > 0);
    }

    /// <summary>Whether a text claims priority in words that stand in no list of terms.</summary>
    public static bool ClaimsPriority(string quote) => NeverPattern().IsMatch(quote);

    /// <summary>Whether a work's title, summary, abstract and topics satisfy a qualifier: what it must have letter by letter, and more than half of its other telling words.</summary>
    public static bool Satisfies(PriorWork work, Qualifier qualifier)
    {
        var told = Told(work);
        if (qualifier.Literal.Any(literal => !Stands(told, literal))) return false;
        return qualifier.Stems.Count == 0 || 2 * ContentWords.Shared(qualifier.Stems, Meant(told)) > qualifier.Stems.Count;
    }

    /// <summary>How many telling words of a claim a work has, and how many of them are the claim's own and not those of the whole field.</summary>
    public static (int All, int Own) Shared(PriorWork work, PriorityClaim claim)
    {
        var meant = Meant(Told(work));
        return (ContentWords.Shared(claim.Subject, meant), claim.Subject.Count(word => meant.Contains(word) && !WideWords.Contains(word)));
    }

    /// <summary>Whether words stand in a text by themselves: "GPT-4" not in "GPT-4o", "7" not in "70" nor in "3.7".</summary>
    private static bool Stands(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            var isCut = at > 0 && (char.IsLetterOrDigit(text[at - 1]) || (text[at - 1] is '.' or ',' && at > 1 && char.IsDigit(text[at - 2]) && char.IsDigit(words[0])));
            var goesOn = end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1])));
            if (!isCut && !goesOn) return true;
        }

        return false;
    }

    private static string Told(PriorWork work) => $"{work.Title} {work.Summary} {work.Abstract} {string.Join(' ', work.Tags)}";

    private static HashSet<string> Meant(string text) => ContentWords.Of(text).Select(word => Synonyms.GetValueOrDefault(word, word)).ToHashSet(StringComparer.Ordinal);

    private static string Blank(string text, IEnumerable<Span> spans) =>
        spans.Aggregate(text, (left, span) => string.Concat(left.AsSpan(0, span.Start), new string(' ', span.Length), left.AsSpan(span.End)));

    /// <summary>Where the deed begins that is said to be the first: who did it stands before the words of priority and need not be true of an earlier work.</summary>
    private static int Deed(string quote, string rest)
    {
        var border = WordsOfPriority().Match(quote);
        if (!border.Success || Meant(rest[(border.Index + border.Length)..]).All(WideWords.Contains)) return 0;
        return border.Groups["time"].Success && !AuxiliaryPattern().IsMatch(quote.AsSpan(0, border.Index)) ? 0 : border.Index + border.Length;
    }

    /// <summary>The parts of a claim between its prepositions and commas.</summary>
    private static IEnumerable<Span> Parts(string text, int start)
    {
        var from = start;
        foreach (var border in BorderPattern().Matches(text, start).Select(match => (match.Index, match.Length)).Append((Index: text.Length, Length: 0)))
        {
            if (Trimmed(text, new(from, border.Index)) is { Length: > 0 } part) yield return part;
            from = border.Index + border.Length;
        }
    }

    private static Span Trimmed(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        return new(start, end);
    }

    private static Qualifier? Qualify(string quote, Span part, List<LexiconHit> terms)
    {
        var words = part.Of(quote);
        List<string> literal =
        [
            .. terms.Where(hit => hit.Span.Overlaps(part)).Select(hit => hit.Span.Of(quote).ToLowerInvariant()),
            .. NamePattern().Matches(words).Select(match => match.Value.ToLowerInvariant()),
        ];
        var stems = Meant(literal.Aggregate(words, (left, name) => left.Replace(name, " ", StringComparison.OrdinalIgnoreCase)));
        stems.ExceptWith(WideWords);
        return literal.Count == 0 && stems.Count == 0 ? null : new(part, words, literal, stems);
    }

    [GeneratedRegex(@"\b(?:never (?:been )?(?:done|shown|achieved|possible|seen)(?: before)?|no ?(?:one|body) (?:has |had )?(?:ever |before )|until now,? no|no ?(?:one|body)(?: else)? before (?:us|this|now)|none before (?:us|this|now)|for the first time|(?:we|ours) (?:are|is|were|was) (?:\w+ )?the first|the (?:very )?first (?:\w+ )?(?:ever|to|of its kind|method|model|benchmark|dataset|tool|system|study|account|demonstration|proof|technique|evidence|work|paper|analysis)|first[- ]ever|(?:had|has|have) never (?:before )?been|without precedent|unprecedented|hitherto|nobody (?:else )?(?:has|had)|pioneer\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NeverPattern();

    /// <summary>"This is not the first work", "we do not claim to be the first"; "not only the first" claims it.</summary>
    [GeneratedRegex(@"(?:\b(?:not|nor|neither|cannot|far from|hardly|by no means)|n['\u2019]t)\s(?!only\b|just\b|merely\b)(?:[\w-]+\s){0,4}?(?:the|our|a)\s(?:very\s)?first\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DeniedPattern();

    /// <summary>The first of several things that are counted: "the first layer", "the first author".</summary>
    [GeneratedRegex(@"\b(?:the\s)?first\s(?:(?:\p{L}+|\d+)\s)?(?:layers?|authors?|tokens?|steps?|stages?|half|sections?|epochs?|parts?|legs?|rounds?|chapters?|rows?|columns?|words?|sentences?|components?|singular|positions?|blocks?|heads?|figures?|tables?|order|matches|match|games?|goals?|names?|lines?|pages?|paragraphs?|phases?|weeks?|days?|months?|years?|quarter|person|glance|place)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OrdinalPattern();

    [GeneratedRegex(@"\b(?:(?<time>for the first time|first time that|hitherto|until now|up to now|unprecedented|without precedent|pioneer\w*)|(?:the|our|a) (?:very )?first(?:[- ]ever)?|first[- ]ever|never(?: before)?|no ?(?:one|body)|no (?:prior|previous|existing|earlier) (?:works?|stud(?:y|ies)|methods?))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordsOfPriority();

    [GeneratedRegex(@"\b(?:has|have|had|can|could|is|are|was|were)\W*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AuxiliaryPattern();

    [GeneratedRegex(@"(?<!\d)[,:]|[,:](?!\d)|[;()\u2013\u2014]|\b(?:to|of|for|in|on|from|with|at|across|by|that|which|who|under|during|through|via|into|within|over|inside|and)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BorderPattern();

    /// <summary>A name with a number in it, or a number: "GPT-4", "Llama-3", "70B", "34 million".</summary>
    [GeneratedRegex(@"\b[\p{L}][\w]*-?\d[\w.]*\b|\b\d[\d,.]*(?:\s?(?:million|billion|[MBk]\b|%))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
