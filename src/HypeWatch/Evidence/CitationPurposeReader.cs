using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>
/// Reads from a citing sentence what the citation is for, by the cues of <c>citation_cues.tsv</c> alone: each kind of wording that stands there adds its weight to a
/// purpose, and the heaviest wins. All weights are set by hand; no labelled set went into them.
/// </summary>
public sealed class CitationPurposeReader
{
    /// <summary>A wording that stands more than once counts a little more than one that stands once.</summary>
    private const double Repeated = 1.25;

    /// <summary>A citation without any cue is background; a purpose must outweigh that.</summary>
    private const double BackgroundOfPurposes = 1.5;
    private const double BackgroundOfRoles = 1;

    /// <summary>What is built on was used; what is compared may be a method as well as a result.</summary>
    private const double ExtensionAsMethod = 0.8;
    private const double ComparisonAsResult = 0.5;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly IReadOnlyList<(Cue Cue, double Weight, Regex Pattern)> cues;

    /// <summary>Reads the cues.</summary>
    /// <exception cref="FormatException">The list is malformed; the message names the line.</exception>
    public CitationPurposeReader()
    {
        using var stream = typeof(CitationPurposeReader).Assembly.GetManifestResourceStream("citation_cues.tsv")!;
        using var reader = new StreamReader(stream);
        cues = Parse(reader);
    }

    /// <summary>A kind of wording; a finding that is compared speaks for a role only.</summary>
    private enum Cue
    {
        Background,
        Uses,
        Compares,
        Extends,
        Motivation,
        Future,
        Finding,
    }

    /// <summary>What the citation of a sentence is for.</summary>
    public CitationPurpose Read(string sentence)
    {
        var weights = Weigh(sentence);
        weights[(int)Cue.Background] += BackgroundOfPurposes;
        Cue[] order = [Cue.Extends, Cue.Motivation, Cue.Future, Cue.Uses, Cue.Compares, Cue.Background];
        return (CitationPurpose)order.MaxBy(cue => weights[(int)cue]);
    }

    /// <summary>The same in three coarse groups.</summary>
    public CitationRole ReadRole(string sentence)
    {
        var weights = Weigh(sentence);
        var background = weights[(int)Cue.Background] + BackgroundOfRoles;
        var method = Math.Max(weights[(int)Cue.Uses], ExtensionAsMethod * weights[(int)Cue.Extends]);
        var result = Math.Max(weights[(int)Cue.Finding], ComparisonAsResult * weights[(int)Cue.Compares]);
        if (method > background && method >= result) return CitationRole.Method;
        return result > background ? CitationRole.Result : CitationRole.Background;
    }

    private double[] Weigh(string sentence)
    {
        var weights = new double[Enum.GetValues<Cue>().Length];
        foreach (var (cue, weight, pattern) in cues)
            weights[(int)cue] += pattern.Count(sentence) switch { 0 => 0, 1 => weight, _ => weight * Repeated };
        return weights;
    }

    private static List<(Cue Cue, double Weight, Regex Pattern)> Parse(StreamReader reader)
    {
        List<(Cue Cue, double Weight, Regex Pattern)> read = [];
        reader.ReadLine();
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            var cells = line.Split('\t');
            if (cells.Length != 3 || !Enum.TryParse<Cue>(cells[0], ignoreCase: true, out var cue) || !double.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
                throw new FormatException($"citation_cues.tsv, line {number}: purpose, weight and pattern are expected");
            read.Add((cue, weight, new(cells[2], RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Longest)));
        }

        return read;
    }
}
