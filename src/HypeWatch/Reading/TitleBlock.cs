using System.Text;

namespace HypeWatch.Reading;

/// <summary>Sees to it that a page's title is a quotable passage: the block that repeats it near the top, or a block of its own before all.</summary>
internal static class TitleBlock
{
    private const int LookAt = 6;

    public static List<BlockDraft> Place(List<BlockDraft> drafts, string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) return drafts;
        for (var i = 0; i < Math.Min(LookAt, drafts.Count); i++)
        {
            if (drafts[i].Length > 500 || !Same(drafts[i].Text, title)) continue;
            drafts[i].Role = new(BlockKind.Heading, 1);
            return drafts;
        }

        return [new BlockDraft(new(BlockKind.Heading, 1)).Append(title), .. drafts];
    }

    /// <summary>Whether two titles are equal in their letters and digits, or one is the other with a site's name after it.</summary>
    public static bool Same(string a, string b)
    {
        var (first, second) = (Key(a), Key(b));
        if (first.Length == 0 || second.Length == 0) return false;
        var (shorter, longer) = first.Length < second.Length ? (first, second) : (second, first);
        return longer.StartsWith(shorter, StringComparison.Ordinal) && shorter.Length * 10 >= longer.Length * 7;
    }

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }
}
