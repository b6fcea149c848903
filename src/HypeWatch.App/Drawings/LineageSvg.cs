using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Drawings;

/// <summary>Draws a lineage: a column for each hop, a box for each wording, and in the box what changed on the way to it.</summary>
internal static class LineageSvg
{
    private const int MostBoxes = 60, LineLetters = 36, QuoteLines = 3;
    private const double BoxWidth = 250, BoxHeight = 108, Across = 300, Down = 124, Margin = 8, LineHeight = 16;

    /// <summary>The drawing.</summary>
    public static string Of(Lineage lineage)
    {
        var shown = lineage.Claims.Take(MostBoxes).ToList();
        var rows = new Dictionary<int, int>();
        var places = new Dictionary<ClaimId, (double X, double Y)>();
        foreach (var item in shown)
        {
            var row = rows[item.Hop] = rows.GetValueOrDefault(item.Hop, -1) + 1;
            places[item.Claim.Claim.Id] = (Margin + (item.Hop * Across), Margin + (row * Down));
        }

        var svg = new Svg("lineage", places.Values.Max(place => place.X) + BoxWidth + Margin, places.Values.Max(place => place.Y) + BoxHeight + Margin, "How the claim travelled", InWords(lineage, shown));
        foreach (var edge in lineage.Edges)
        {
            if (!places.TryGetValue(edge.UpstreamClaim!.Value, out var from) || !places.TryGetValue(edge.DownstreamClaim!.Value, out var to)) continue;
            svg.Line(from.X + BoxWidth, from.Y + (BoxHeight / 2), to.X, to.Y + (BoxHeight / 2), isArrow: true);
        }

        foreach (var item in shown)
        {
            var (x, y) = places[item.Claim.Claim.Id];
            svg.Box(x, y, BoxWidth, BoxHeight, isHeavy: item.Claim.Claim.Id == lineage.Start);
            var line = y + LineHeight;
            foreach (var words in Lines(item, lineage))
            {
                svg.Words(x + Margin, line, words);
                line += LineHeight;
            }
        }

        return svg.ToString();
    }

    private static IEnumerable<string> Lines(LineageClaim item, Lineage lineage)
    {
        var claim = item.Claim.Claim;
        yield return Cut($"{item.Claim.Document.Published} {claim.Asserter}");
        foreach (var line in Wrapped(claim.Quote)) yield return line;
        yield return $"{claim.Strength.ToCode()} {claim.Certainty.ToCode()}";
        if (lineage.InTo(claim.Id) is { } edge && LineageGraph.Change(edge) is { Length: > 0 } change) yield return Cut(change);
    }

    private static IEnumerable<string> Wrapped(string quote)
    {
        var rest = quote.ReplaceLineEndings(" ").Trim();
        for (var line = 1; line <= QuoteLines && rest.Length > 0; line++)
        {
            var end = rest.Length <= LineLetters ? rest.Length : rest.LastIndexOf(' ', LineLetters) is > 0 and var space ? space : LineLetters;
            if (char.IsHighSurrogate(rest[end - 1])) end = Math.Max(1, end - 1);
            if (line == QuoteLines && rest.Length > LineLetters) yield return Cut(rest);
            else yield return rest[..end];
            rest = rest[end..].TrimStart();
        }
    }

    private static string Cut(string words)
    {
        if (words.Length <= LineLetters) return words;
        var end = char.IsHighSurrogate(words[LineLetters - 2]) ? LineLetters - 2 : LineLetters - 1;
        return words[..end] + "\u2026";
    }

    private static string InWords(Lineage lineage, List<LineageClaim> shown)
    {
        var sentences = shown.Select(item =>
        {
            var source = lineage.InTo(item.Claim.Claim.Id) is { } edge && lineage.Claims.FirstOrDefault(other => other.Claim.Claim.Id == edge.UpstreamClaim) is { } from ? $", from {from.Claim.Claim.Asserter}: {LineageGraph.Change(edge)}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"Hop {item.Hop}, {item.Claim.Document.Published}: {item.Claim.Claim.Asserter}{source}.");
        });
        var more = lineage.Truncated || lineage.Claims.Count > shown.Count ? " There is more than is drawn." : "";
        return string.Join(' ', sentences) + more;
    }
}
