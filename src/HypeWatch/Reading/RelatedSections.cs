namespace HypeWatch.Reading;

/// <summary>Drops the lists of other pages that sites put after an article, under headings such as "Related content".</summary>
internal static class RelatedSections
{
    private static readonly string[] Openings =
    [
        "related", "read more", "read next", "more from", "recommended", "you may also", "you might also", "keep reading", "latest posts", "recent posts", "subscribe",
        "share this", "sign up", "newsletter", "up next", "further articles", "popular",
    ];

    public static List<BlockDraft> Remove(List<BlockDraft> drafts)
    {
        var kept = new List<BlockDraft>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var end = Opens(drafts[i]) ? EndOf(drafts, i) : i;
            if (end > i && IsListOfPages(drafts, i + 1, end)) i = end - 1;
            else kept.Add(drafts[i]);
        }

        return kept;
    }

    private static bool Opens(BlockDraft draft)
    {
        if (draft.Role.Kind != BlockKind.Heading || draft.Length > 60) return false;
        var words = draft.Text.Trim();
        // "Related work" is a section of a paper.
        return !words.StartsWith("related work", StringComparison.OrdinalIgnoreCase) && Array.Exists(Openings, opening => words.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
    }

    private static int EndOf(List<BlockDraft> drafts, int heading)
    {
        var end = heading + 1;
        while (end < drafts.Count && !drafts[end].Role.IsComment && !(drafts[end].Role.Kind == BlockKind.Heading && drafts[end].Role.Level <= drafts[heading].Role.Level)) end++;
        return end;
    }

    private static bool IsListOfPages(List<BlockDraft> drafts, int from, int to)
    {
        int all = 0, telling = 0;
        for (var i = from; i < to; i++)
        {
            all += drafts[i].Length;
            if (drafts[i].Role.Kind == BlockKind.Paragraph && drafts[i].Length > 250 && drafts[i].LinkShare < 0.3) telling += drafts[i].Length;
        }

        return telling * 3 < Math.Max(1, all) || all == 0;
    }
}
