namespace HypeWatch.Reading;

/// <summary>
/// Posts and newsletters head their sections and items with a bold line instead of a heading. Such a line opens a section of its own, so that a limitation under
/// "<b>Limitations</b>" counts as one, and an item of a digest is not taken for its neighbour's.
/// </summary>
internal static class BoldHeadings
{
    private const int Longest = 100;
    private const int Shortest = 3;
    /// <summary>Below every heading that a page marks as one.</summary>
    private const int Level = 6;

    public static List<BlockDraft> Mark(List<BlockDraft> drafts)
    {
        for (var i = 0; i + 1 < drafts.Count; i++)
        {
            if (!IsBoldLine(drafts[i]) || !Follows(drafts[i], drafts[i + 1])) continue;
            drafts[i].Role = drafts[i].Role with { Kind = BlockKind.Heading, Level = Level };
        }

        return drafts;
    }

    private static bool IsBoldLine(BlockDraft draft) =>
        draft.Role is { Kind: BlockKind.Paragraph, IsComment: false, Speaker: null } && draft.Length is >= Shortest and <= Longest && draft.IsBold && draft.Text.TrimEnd()[^1] is not ('.' or ',' or ';' or '!' or '\u3002' or '"' or '\u201d');

    private static bool Follows(BlockDraft line, BlockDraft next) =>
        next.Role.Kind is BlockKind.ListItem || next.Role is { Kind: BlockKind.Paragraph, IsComment: false } && !next.IsBold && next.Length > line.Length;
}
