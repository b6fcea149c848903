using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Recognises one comment of a thread, and who wrote it, when and how it was rated, by schema.org markup or by the class names that forums use.</summary>
internal static partial class HtmlComments
{
    private const int LookAt = 80;
    private const int LongestName = 80;

    public static bool IsComment(PageElement element)
    {
        if (element["itemprop"] is "comment" || element["itemtype"]?.EndsWith("schema.org/Comment", StringComparison.Ordinal) == true) return true;
        if (element.Name is not ("div" or "li" or "article" or "section" or "tr") || element.ClassName is not { } name || !name.Contains("om", StringComparison.Ordinal)) return false;
        return HtmlVisibility.HasClass(element, "comment", "comment-item", "comment-node", "comments-node", "CommentsNode", "CommentsItem-root", "CommentFrame-node", "comtr", "Comment");
    }

    /// <summary>What a comment's head says about it.</summary>
    /// <param name="comment">The comment's element.</param>
    /// <param name="around">The comment that it stands in, if any.</param>
    public static CommentDraft Head(PageElement comment, CommentDraft? around)
    {
        string? author = null;
        PublicationDate? posted = null;
        int? karma = null;
        // All stands at a comment's head: looking further would find what belongs to an answer, and cost time in deep threads.
        foreach (var element in comment.Below(LookAt))
        {
            if (IsComment(element)) break;
            if (author is null && IsAuthor(element)) author = element["content"] ?? (element.Below(8).FirstOrDefault(inner => inner["itemprop"] == "name") ?? element).Words(LongestName * 2);
            posted ??= element.Name == "time" || element["itemprop"] is "datePublished" or "dateCreated" ? DocumentDates.Stated(element["datetime"] ?? element["content"], "comment") : null;
            posted ??= HtmlVisibility.HasClass(element, "age", "comment-date", "comment-time", "date") ? DocumentDates.Stated(element["title"], "comment") ?? DocumentDates.Stated(element.Words(100), "comment") : null;
            karma ??= element["itemprop"] == "upvoteCount" || IsKarma(element) ? Number(element["content"] ?? element.Words(40)) : null;
        }

        karma ??= Number(comment["data-karma"] ?? comment["data-score"]);
        var name = NormalizedText.From(author ?? "").Trim();
        return new(name.Length is 0 or > LongestName ? CommentThread.Unnamed : name, posted, karma, around);
    }

    /// <summary>The number in a heading such as <c>16 comments</c>; null when it is no such heading.</summary>
    public static int? Stated(string heading)
    {
        var match = heading.Length > 80 ? Match.Empty : CountPattern().Match(heading);
        return match.Success ? int.Parse(match.Groups["n"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : null;
    }

    private static bool IsAuthor(PageElement element) =>
        element["itemprop"] == "author" || element["rel"] == "author" ||
        HtmlVisibility.HasClass(element, "comment-author", "author", "username", "user-name", "hnuser", "CommentUserName-author", "UsersNameDisplay-userName");

    private static bool IsKarma(PageElement element) =>
        HtmlVisibility.HasClass(element, "karma", "score", "points", "votes", "vote-count", "comment-karma", "comment-score", "OverallVoteAxis-voteScore", "LWCommentsItem-karma");

    private static int? Number(string? words)
    {
        var match = NumberPattern().Match(words ?? "");
        return match.Success && int.TryParse(match.Value.Replace('\u2212', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"[-\u2212]?\d{1,6}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^\s{0,3}(?<n>\d{1,3}(?:,\d{3}){1,2}|\d{1,6})\s(?:comments?|responses?|replies|kommentare?|commentaires?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CountPattern();
}
