using AngleSharp.Dom;

namespace HypeWatch.Reading;

/// <summary>Recognises one comment of a thread, and who wrote it, by schema.org markup or by the class names that forums use.</summary>
internal static class HtmlComments
{
    public static bool IsComment(IElement element)
    {
        if (element.GetAttribute("itemprop") is "comment" || element.GetAttribute("itemtype")?.EndsWith("schema.org/Comment", StringComparison.Ordinal) == true) return true;
        if (element.LocalName is not ("div" or "li" or "article" or "section" or "tr")) return false;
        return HtmlVisibility.HasClass(element, "comment", "comment-item", "comment-node", "comments-node", "CommentsNode", "CommentsItem-root", "CommentFrame-node", "comtr", "Comment");
    }

    /// <summary>The comment's author as printed; a neutral word where the page names none.</summary>
    public static string AuthorOf(IElement comment)
    {
        var author = comment.QuerySelector(
            "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .comment-author, .author, .username, .user-name, .hnuser, .CommentUserName-author, .UsersNameDisplay-userName");
        var name = author?.GetAttribute("content") ?? author?.TextContent;
        return string.IsNullOrWhiteSpace(name) || name.Trim().Length > 80 ? CommentThread.Unnamed : name.Trim();
    }
}
