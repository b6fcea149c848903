using System.Globalization;
using System.Text;
using HypeWatch.App.Cli;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Drawings;

/// <summary>Draws a lineage for Graphviz (DOT) and Mermaid. Words of pages are data: they can close no label and open no instruction.</summary>
internal static class LineageGraph
{
    private const int LongestLabel = 90;

    /// <summary>The graph in DOT.</summary>
    public static string Dot(Lineage lineage)
    {
        var text = new StringBuilder("digraph lineage {\n  rankdir=LR;\n  node [shape=box];\n");
        foreach (var (number, item) in lineage.Claims.Index()) text.Append(CultureInfo.InvariantCulture, $"  c{number} [label=\"{Escaped(Label(item, "\n"), "\\n")}\"];\n");
        foreach (var (from, to, label) in Arrows(lineage)) text.Append(CultureInfo.InvariantCulture, $"  c{from} -> c{to} [label=\"{Escaped(label, " ")}\"];\n");
        return text.Append("}\n").ToString();
    }

    /// <summary>The graph in Mermaid.</summary>
    public static string Mermaid(Lineage lineage)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var (number, item) in lineage.Claims.Index()) text.Append(CultureInfo.InvariantCulture, $"  c{number}[\"{Entities(Label(item, "\n"))}\"]\n");
        foreach (var (from, to, label) in Arrows(lineage)) text.Append(CultureInfo.InvariantCulture, $"  c{from} -->|\"{Entities(label)}\"| c{to}\n");
        return text.ToString();
    }

    /// <summary>What changed on an edge, in words.</summary>
    public static string Change(PropagationEdge edge)
    {
        string?[] parts =
        [
            edge.Drift == Drift.Unknown ? null : edge.Drift.ToCode(), Delta("strength", edge.DeltaStrength), Delta("certainty", edge.DeltaCertainty), Delta("scope", edge.DeltaScope),
            edge.CaveatsLost.Count > 0 ? Count.Of(edge.CaveatsLost.Count, "caveat") + " lost" : null,
            edge.Changes.FirstOrDefault(change => change.Axis is ChangeAxis.Number or ChangeAxis.Capacity) is { } number ? $"{number.Upstream} -> {number.Downstream}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static IEnumerable<(int From, int To, string Label)> Arrows(Lineage lineage)
    {
        var numbers = lineage.Claims.Index().ToDictionary(pair => pair.Item.Claim.Claim.Id, pair => pair.Index);
        return lineage.Edges.Select(edge => (numbers[edge.UpstreamClaim!.Value], numbers[edge.DownstreamClaim!.Value], Change(edge)));
    }

    private static string Label(LineageClaim item, string line) =>
        string.Join(line, $"{item.Claim.Document.Published} {item.Claim.Claim.Asserter}", Short(item.Claim.Claim.Quote), $"{item.Claim.Claim.Strength.ToCode()} {item.Claim.Claim.Certainty.ToCode()}");

    private static string? Delta(string name, int? delta) => delta is null or 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{name} {delta:+0;-0}");

    private static string Short(string quote)
    {
        var line = quote.ReplaceLineEndings(" ");
        return line.Length <= LongestLabel ? line : line[..(char.IsHighSurrogate(line[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel)] + "\u2026";
    }

    private static string Escaped(string text, string line) => Terminal.Clean(text.Replace("\n", "\u2028", StringComparison.Ordinal))
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\u2028", line, StringComparison.Ordinal);

    // Mermaid reads markup inside quotation marks; letters and digits aside, everything becomes an entity.
    private static string Entities(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n') safe.Append("<br/>");
            else if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',') safe.Append(rune);
            else if (!Rune.IsControl(rune)) safe.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return safe.ToString();
    }
}
