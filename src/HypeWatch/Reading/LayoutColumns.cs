using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Puts the lines of side-by-side columns into reading order, a page at a time: the gutter is where fewest lines have text; lines that cross it in
/// groups span the page and divide it into bands; within a band the left column comes before the right one.
/// </summary>
internal static class LayoutColumns
{
    private const int WideGap = 3;
    private const int PageLines = 45;
    private const int LongestPage = 90;
    private const int LongestHead = 40;
    private const int NarrowestColumn = 25;
    /// <summary>A column of print holds up to about sixty letters, and a margin stands before it; gaps further right are others.</summary>
    private const int FarthestGutter = 90;
    /// <summary>How far a line may stray over the gutter: places are rounded from proportional type.</summary>
    private const int Stray = 12;
    /// <summary>How far the edges of a column differ from line to line.</summary>
    private const int Ragged = 5;

    public static List<string> Unfold(IReadOnlyList<string> lines, Vocabulary vocabulary)
    {
        var result = new List<string>(lines.Count);
        foreach (var page in Pages(lines))
        {
            // Title and authors stand across the columns, often in columns of their own.
            var head = result.Count == 0 ? HeadLines(page) : 0;
            result.AddRange(page[..head]);
            page.RemoveRange(0, head);
            var runs = page.ConvertAll(Runs);
            if (Gutter(runs) is { } gutter) Unfold(page, runs, gutter, vocabulary, result);
            else result.AddRange(page);
        }

        return result;
    }

    /// <summary>How many lines of the first page stand before its abstract or introduction; 0 when neither is found near the top.</summary>
    private static int HeadLines(List<string> page)
    {
        for (var i = 0; i < Math.Min(LongestHead, page.Count); i++)
        {
            var line = page[i];
            if (Runs(line).Exists(run => SectionHeading.TryParse(line[run.Start..run.End]) is { } heading && SectionRoles.Of(heading.Words) is Place.Abstract or Place.Introduction)) return i;
        }

        return 0;
    }

    private static IEnumerable<List<string>> Pages(IReadOnlyList<string> lines)
    {
        var page = new List<string>();
        var full = 0;
        foreach (var line in lines)
        {
            var isNumber = int.TryParse(line.Trim('\f', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out _);
            if ((line.StartsWith('\f') && full > 0) || (isNumber && full >= PageLines) || full >= LongestPage)
            {
                yield return page;
                (page, full) = ([], 0);
            }

            if (!isNumber) page.Add(line.Replace('\f', ' '));
            if (!string.IsNullOrWhiteSpace(line)) full++;
        }

        yield return page;
    }

    /// <summary>Stretches of a line without a wide gap.</summary>
    private static List<(int Start, int End)> Runs(string line)
    {
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ' ') continue;
            var start = i;
            var end = i + 1;
            for (var spaces = 0; ++i < line.Length && spaces < WideGap;)
            {
                spaces = line[i] == ' ' ? spaces + 1 : 0;
                if (spaces == 0) end = i + 1;
            }

            runs.Add((start, end));
            i--;
        }

        return runs;
    }

    /// <summary>The place between two columns; null for a page of one column.</summary>
    private static int? Gutter(List<List<(int Start, int End)>> page)
    {
        var lines = page.Count(runs => runs.Count > 0);
        if (lines < 12) return null;
        var width = page.Max(runs => runs.Count == 0 ? 0 : runs[^1].End);
        // Differences at the ends of runs give all counts in one sweep.
        var (crossing, left, right) = (new int[width + 2], new int[width + 2], new int[width + 2]);
        foreach (var runs in page.Where(runs => runs.Count > 0))
        {
            foreach (var (start, end) in runs.Where(run => run.End - run.Start > 2 * Ragged))
            {
                crossing[start + Ragged]++;
                crossing[end - Ragged]--;
            }

            if (runs.Any(run => run.End - run.Start >= NarrowestColumn))
            {
                left[Math.Max(0, runs.First(run => run.End - run.Start >= NarrowestColumn).End - Ragged)]++;
                right[Math.Min(width, runs.Last(run => run.End - run.Start >= NarrowestColumn).Start + Ragged)]++;
            }
        }

        int? best = null;
        var (bestScore, plateau) = (int.MinValue, 0);
        int across = 0, before = 0, after = right.Sum();
        for (var x = 0; x <= width; x++)
        {
            across += crossing[x];
            before += left[x];
            if (x > 0) after -= right[x - 1];
            if (x < NarrowestColumn || x > width - NarrowestColumn || x > FarthestGutter) continue;
            if (across * 10 > lines * 4 || before * 5 < lines || after * 5 < lines) continue;
            var score = before + after - (3 * across);
            if (score > bestScore) (best, bestScore, plateau) = (x, score, 0);
            else if (score == bestScore && best + plateau + 1 == x) plateau++;
        }

        return best + (plateau / 2);
    }

    private static void Unfold(List<string> page, List<List<(int Start, int End)>> runs, int gutter, Vocabulary vocabulary, List<string> result)
    {
        var sides = runs.ConvertAll(line => Split(line, gutter));
        var glue = new GluedColumns(vocabulary, sides.Where(side => side is { Wide: false, RightStart: not null }).Select((side, _) => side.RightEnd - side.RightStart!.Value));
        List<string> left = [], right = [];
        for (var i = 0; i < page.Count; i++)
        {
            var side = sides[i];
            if (runs[i].Count == 0)
            {
                left.Add("");
                right.Add("");
            }
            else if (side.Wide && (Neighbour(sides, runs, i, 1) || Neighbour(sides, runs, i, -1)))
            {
                FlushBand();
                result.Add(page[i]);
            }
            else
            {
                if (side.LeftEnd is { } end) left.Add(page[i][..end]);
                if (side.RightStart is not { } start) continue;
                var (own, strayed) = glue.Separate(page[i][start..]);
                right.Add(own);
                if (strayed is not null) left.Add(strayed);
            }
        }

        FlushBand();

        void FlushBand()
        {
            result.AddRange(left);
            result.AddRange(right);
            left.Clear();
            right.Clear();
        }
    }

    private static bool Neighbour(List<Sides> sides, List<List<(int Start, int End)>> runs, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < sides.Count; i += step)
        {
            if (runs[i].Count > 0) return sides[i].Wide;
        }

        return false;
    }

    private static Sides Split(List<(int Start, int End)> runs, int gutter)
    {
        if (runs.Count == 0) return default;
        var (nearest, distance) = (-1, Stray + 1);
        for (var i = 0; i + 1 < runs.Count; i++)
        {
            var away = gutter < runs[i].End ? runs[i].End - gutter : gutter > runs[i + 1].Start ? gutter - runs[i + 1].Start : 0;
            if (away < distance) (nearest, distance) = (i, away);
        }

        var end = runs[^1].End;
        if (nearest >= 0) return new(runs[nearest].End, runs[nearest + 1].Start, end, Wide: false);
        if (runs[0].Start >= gutter - Stray) return new(null, runs[0].Start, end, Wide: false);
        if (end <= gutter + Stray) return new(end, null, end, Wide: false);
        // A short line that starts late is a right one that the rounding pushed to the left.
        if (runs[0].Start * 2 > gutter && end - runs[0].Start < gutter + Stray) return new(null, runs[0].Start, end, Wide: false);
        return new(end, null, end, Wide: true);
    }

    private readonly record struct Sides(int? LeftEnd, int? RightStart, int RightEnd, bool Wide);
}
