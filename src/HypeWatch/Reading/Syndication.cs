using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Finds copies among texts, so that ten sites that print one release count as one voice: texts that share most of their marks form a group, the first
/// published is the origin, and what a copy adds or changes is kept.
/// </summary>
public static class Syndication
{
    /// <summary>Share of the smaller text's marks from which on two texts are compared word by word.</summary>
    private const double Suspicion = 0.3;

    /// <summary>Share of a text's words that another must hold for it to be its copy; a post that quotes at length stays below.</summary>
    private const double Enough = 0.6;

    /// <summary>A mark in more texts than this is a phrase of the field or a site's furniture.</summary>
    private const int CommonMark = 200;

    /// <summary>Fewer marks than this tell nothing.</summary>
    private const int FewestMarks = 4;

    /// <summary>The copies among some texts; a text that is in no pair is its own origin.</summary>
    public static IReadOnlyList<Copy> Find(IReadOnlyList<DocumentVersion> versions)
    {
        // The first published first; a later text can only be the copy of an earlier one.
        var order = versions.OrderBy(version => version.Document.Published.NotAfter ?? DateOnly.MaxValue).ThenByDescending(version => version.Text.Length)
            .ThenBy(version => version.Id.Value, StringComparer.Ordinal).ToList();
        var marks = order.ConvertAll(version => Fingerprint.Of(version.Text).Select(mark => mark.Hash).Distinct().ToArray());
        var holders = new Dictionary<ulong, List<int>>();
        var origin = new Dictionary<int, int>();
        var copies = new List<Copy>();
        for (var i = 0; i < order.Count; i++)
        {
            var shared = new Dictionary<int, int>();
            foreach (var mark in marks[i])
            {
                if (!holders.TryGetValue(mark, out var others)) continue;
                if (others.Count > CommonMark) continue;
                foreach (var other in others) shared[other] = shared.GetValueOrDefault(other) + 1;
            }

            foreach (var (other, count) in shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
            {
                var fewer = Math.Min(marks[i].Length, marks[other].Length);
                if (fewer < FewestMarks || count < Suspicion * fewer) continue;
                var first = origin.GetValueOrDefault(other, other);
                if (Compare(order[i], order[first]) is not { } copy) continue;
                origin[i] = first;
                copies.Add(copy);
                break;
            }

            foreach (var mark in marks[i])
            {
                if (!holders.TryGetValue(mark, out var others)) holders[mark] = others = [];
                others.Add(i);
            }
        }

        return copies;
    }

    private static Copy? Compare(DocumentVersion later, DocumentVersion earlier)
    {
        var (own, share) = Differences(later.Text, earlier.Text);
        // A long article may hold a short one whole: then the short one's words are what is shared.
        if (share < Enough && Differences(earlier.Text, later.Text).Share < Enough) return null;
        return new(later.Id, earlier.Id, Math.Round(share, 3), own);
    }

    /// <summary>The stretches of a text that do not stand in another, and the share of its words that do.</summary>
    internal static (IReadOnlyList<Span> Own, double Share) Differences(string text, string other)
    {
        var known = Fingerprint.AllRuns(other).Select(run => run.Hash).ToHashSet();
        var own = new List<Span>();
        int end = 0, words = 0, sharedWords = 0;
        var covered = Fingerprint.AllRuns(text).Where(run => known.Contains(run.Hash)).Select(run => run.Span).ToList();
        var next = 0;
        Span? open = null;
        var stream = new WordStream(text);
        while (stream.MoveNext())
        {
            while (next < covered.Count && covered[next].Start <= stream.Span.Start) end = Math.Max(end, covered[next++].End);
            words++;
            if (stream.Span.End <= end)
            {
                sharedWords++;
                if (open is { } closed) own.Add(closed);
                open = null;
            }
            else open = new(open?.Start ?? stream.Span.Start, stream.Span.End);
        }

        if (open is { } last) own.Add(last);
        return (own, words == 0 ? 0 : (double)sharedWords / words);
    }
}
