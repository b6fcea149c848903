using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>The model axis: M0 one unit, M1 one layer, M2 one model, M3 one family, M4 several families, M5 large models, M6 neural networks and AI.</summary>
internal sealed partial class ModelAxis(Lexicon quantifiers)
{
    /// <summary>Words after "AI" that make it a name of a field or of a kind of people, and not the machines.</summary>
    private static readonly FrozenSet<string> Machines = FrozenSet.ToFrozenSet(
        ["system", "systems", "model", "models", "is", "are", "was", "were", "can", "could", "will", "would", "has", "have", "does", "do", "may", "might", "must", "should", "to",
         "that", "thinks", "thinking", "understands", "knows", "learns", "lies", "sees", "believes", "reveals", "reasons", "plans", "in", "and", "or", "with", "assistants", "agents"]);

    /// <summary>
    /// Reads the axis. Within a clause the narrowest mention restricts ("in one layer of a language model"); over clauses the broadest counts.
    /// </summary>
    public AxisReading Read(string text, Span within, List<Word> words)
    {
        AxisReading? broadest = null;
        foreach (var clause in Clauses.Of(text, within))
        {
            if (InClause(text, clause.Span, words) is { Level: not null } reading && (broadest is null || reading.Level > broadest.Value.Level)) broadest = reading;
        }

        return broadest ?? default;
    }

    private AxisReading InClause(string text, Span clause, List<Word> words)
    {
        var found = new List<AxisReading>();
        foreach (var hit in quantifiers.Find(text, clause))
        {
            if (!hit.Term.Subcategory.StartsWith("model_M", StringComparison.Ordinal)) continue;
            var level = hit.Term.Subcategory[^1] - '0';
            if (level >= 5) found.AddRange(Broad(text, hit, level, words));
            else found.Add(new(OneLayer().IsMatch(hit.Term.Term) ? 1 : level, false));
        }

        if (Layer().IsMatch(Slice(text, clause))) found.Add(new(1, false));
        if (Single().IsMatch(Slice(text, clause))) found.Add(new(2, false));
        var names = ModelNames.In(text, clause).ToList();
        if (names.Count > 0) found.Add(new(Named(text, names), false));
        return found.Count == 0 ? default : found.MinBy(reading => reading.Level!.Value);
    }

    private static IEnumerable<AxisReading> Broad(string text, LexiconHit hit, int level, List<Word> words)
    {
        var at = words.FindIndex(word => word.Span.End > hit.Span.Start);
        if (at < 0) yield break;
        if (hit.Term.Term is "ai" or "artificial intelligence" && words.Find(word => word.Span.Start >= hit.Span.End) is { Lower: not null } next
            && IsAdjacent(text, hit.Span.End, next.Span.Start) && !Machines.Contains(next.Lower)) yield break;
        yield return Determiners.Of(text, words, at) switch
        {
            Determiner.Bare => new(level, true),
            Determiner.Few or Determiner.Definite or Determiner.Sampled => new(3, false),
            _ => new AxisReading(level, false),
        };
    }

    private static bool IsAdjacent(string text, int from, int to) => text.AsSpan(from, to - from).Trim().IsEmpty;

    private static int Named(string text, List<NamedModel> names)
    {
        if (names.Select(name => name.Family).Distinct(StringComparer.Ordinal).Count() > 1) return 4;
        if (names.Select(name => name.Name).Distinct(StringComparer.Ordinal).Count() > 1) return 3;
        return Plural().IsMatch(text.AsSpan(names[^1].Span.End, Math.Min(30, text.Length - names[^1].Span.End))) ? 3 : 2;
    }

    private static ReadOnlySpan<char> Slice(string text, Span span) => text.AsSpan(span.Start, span.Length);

    [GeneratedRegex(@"\b(one|single|1)-layer\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneLayer();

    [GeneratedRegex(@"\blayer \d+\b|\b(one|single|1)-layer\b|\b(first|last|final|early|late|middle) layer\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Layer();

    [GeneratedRegex(
        @"\b(the|this|that|one|our|a single|its|an?( \w+)? \d+(\.\d+)?[BM])( [\w-]+){0,2} (model|transformer|network|LLM)\b(?! organism)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Single();

    [GeneratedRegex(@"^('s)? ?(family|series|suite|models|variants|sizes|checkpoints)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plural();
}
