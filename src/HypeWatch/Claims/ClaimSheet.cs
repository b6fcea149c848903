using System.Globalization;
using System.Text;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// Claims as a model is shown them for a second reading: the sentences they stand in with their neighbours, numbered once, and a line for each claim that
/// names its place. No sentence is sent twice, however many claims it holds.
/// </summary>
internal sealed class ClaimSheet
{
    private const int NamedWords = 5;
    private readonly DocumentVersion version;
    private readonly IReadOnlyList<Claim> claims;
    private readonly IReadOnlyList<Passage> shown;

    /// <summary>Gathers what is to be shown.</summary>
    /// <param name="version">The document's text.</param>
    /// <param name="claims">The claims, in the order of their numbers.</param>
    /// <param name="beside">Spans of further sentences to be shown, such as caveats.</param>
    public ClaimSheet(DocumentVersion version, IReadOnlyList<Claim> claims, IEnumerable<Span> beside)
    {
        (this.version, this.claims) = (version, claims);
        shown = PassageBatches.Sendable(version.Passages.Where(Around(version, claims, [.. beside]).Contains));
        Gate = new(version, shown);
    }

    /// <summary>Knows what was shown.</summary>
    public VerbatimGate Gate { get; }

    /// <summary>The numbered sentences.</summary>
    public string Sentences => PassageBatches.Show(shown, Gate.Lines);

    /// <summary>The numbered claims, one a line, each with its place and what is added to it.</summary>
    public string Claims(Func<Claim, string> add)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < claims.Count; i++) lines.Append(CultureInfo.InvariantCulture, $"[{i + 1}] {Where(claims[i])}: {add(claims[i])}\n");
        return lines.ToString().TrimEnd('\n');
    }

    /// <summary>The numbers of the sentences that overlap spans, or the word none.</summary>
    public string Numbers(IEnumerable<Span> spans)
    {
        var numbers = spans.SelectMany(Sentence).Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        return numbers.Count == 0 ? "none" : string.Join(", ", numbers);
    }

    private static HashSet<Passage> Around(DocumentVersion version, IReadOnlyList<Claim> claims, IReadOnlyList<Span> beside)
    {
        var own = version.Passages.Where(passage => claims.Any(claim => claim.Span.Overlaps(passage.Span))).ToList();
        var kept = own.ToHashSet();
        kept.UnionWith(version.Passages.Where(passage => beside.Any(span => span.Overlaps(passage.Span))));
        foreach (var passage in own)
        {
            if (passage.Index > 0) kept.Add(version.Passages[passage.Index - 1]);
            if (passage.Index + 1 < version.Passages.Count) kept.Add(version.Passages[passage.Index + 1]);
        }

        return kept;
    }

    private string Where(Claim claim)
    {
        var numbers = Sentence(claim.Span).ToList();
        var place = (numbers.Count == 1 ? "sentence " : "sentences ") + string.Join(", ", numbers);
        var line = new ShownText(version.Text, claim.Span).Line;
        var words = line.Split(' ');
        var isWhole = numbers.Count > 0 && line.Length == new ShownText(version.Text, new(shown[numbers[0] - 1].Span.Start, shown[numbers[^1] - 1].Span.End)).Line.Length;
        if (isWhole) return place;
        return words.Length <= 2 * NamedWords ? $"{place}, \"{line}\"" : $"{place}, from \"{string.Join(' ', words[..NamedWords])}\" to \"{string.Join(' ', words[^NamedWords..])}\"";
    }

    private IEnumerable<int> Sentence(Span span) => Enumerable.Range(1, shown.Count).Where(number => shown[number - 1].Span.Overlaps(span));
}
