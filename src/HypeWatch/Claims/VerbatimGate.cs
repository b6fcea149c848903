using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Where a proposal stands in the text, or why that cannot be told.</summary>
/// <param name="Span">The exact span; null when the proposal does not pass.</param>
/// <param name="Problem">What is wrong, in words for the next request; null when it passes.</param>
internal readonly record struct GateVerdict(Span? Span, string? Problem);

/// <summary>
/// Lets only words pass that stand in the text that the model was shown (specification 6, X1): sentence numbers, first and last words, or a quote, resolve
/// to one exact span or to none. Nothing is matched loosely: white space and the text's own normalisation aside, every character counts.
/// </summary>
/// <param name="version">The version whose text the spans refer to.</param>
/// <param name="shown">The passages that the model was shown, numbered from 1.</param>
internal sealed class VerbatimGate(DocumentVersion version, IReadOnlyList<Passage> shown)
{
    /// <summary>One proposition runs over few sentences; a longer reach would hide an excess in its surroundings.</summary>
    private const int MostSentences = 3;
    private const int MostEchoed = 160;
    private readonly List<string> lines = [.. shown.Select(passage => new ShownText(version.Text, passage.Span).Line)];

    /// <summary>The passages on one line each, in the order of their numbers.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Whether a name or phrase stands in what the model was shown.</summary>
    public bool Shows(string phrase) => ShownText.Of(phrase) is { Length: > 0 } words && lines.Exists(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>Resolves the place of a proposal.</summary>
    public GateVerdict Resolve(IReadOnlyList<int> sentences, string? firstWords, string? lastWords, string? quote)
    {
        if (Window(sentences, out var problem) is not { } window) return new(null, problem);
        var text = new ShownText(version.Text, window);
        if (text.Line.Length == 0) return new(null, "the sentence is empty");
        if (!string.IsNullOrWhiteSpace(quote)) return One(text, quote, 0, 0) is (var at, var length, null) ? new(text.Source(at, length), null) : new(null, One(text, quote, 0, 0).Problem);
        var (start, startEnd) = (0, 0);
        if (!string.IsNullOrWhiteSpace(firstWords))
        {
            var first = One(text, firstWords, 0, 0);
            if (first.Problem is not null) return new(null, first.Problem);
            (start, startEnd) = (first.At, first.At + first.Length);
        }

        var end = text.Line.Length;
        if (!string.IsNullOrWhiteSpace(lastWords))
        {
            var last = One(text, lastWords, start, startEnd);
            if (last.Problem is not null) return new(null, last.Problem);
            end = last.At + last.Length;
        }

        return new(text.Source(start, end - start), null);
    }

    private Span? Window(IReadOnlyList<int> sentences, out string? problem)
    {
        problem = null;
        var numbers = sentences.Distinct().Order().ToList();
        if (numbers.Count == 0) problem = "no sentence is named";
        else if (numbers[0] < 1 || numbers[^1] > shown.Count) problem = FormattableString.Invariant($"sentence numbers run from 1 to {shown.Count}");
        else if (numbers.Count > MostSentences) problem = FormattableString.Invariant($"more than {MostSentences} sentences are named");
        else if (shown[numbers[^1] - 1].Index - shown[numbers[0] - 1].Index != numbers.Count - 1) problem = "the sentences are not adjacent in the document";
        return problem is null ? new Span(shown[numbers[0] - 1].Span.Start, shown[numbers[^1] - 1].Span.End) : null;
    }

    /// <summary>The one occurrence of words that begins at or after <paramref name="from"/> and does not end before <paramref name="until"/>.</summary>
    private static (int At, int Length, string? Problem) One(ShownText text, string given, int from, int until)
    {
        var words = ShownText.Of(given);
        if (words.Length == 0) return (0, 0, "words without letters are named");
        var found = text.Find(words).Where(at => at >= from && at + words.Length >= until).Take(2).ToList();
        return found switch
        {
            [var at] => (at, words.Length, null),
            [] => (0, 0, $"the words '{Echo(words)}' do not stand there"),
            _ => (0, 0, $"the words '{Echo(words)}' stand there more than once: name more of them"),
        };
    }

    private static string Echo(string words) => words.Length <= MostEchoed ? words : words[..MostEchoed] + "…";
}
