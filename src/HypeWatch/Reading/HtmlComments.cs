using AngleSharp.Dom;

namespace HypeWatch.Reading;

/// <summary>Recognises one comment of a thread, and who wrote it, by schema.org markup or by the class names that forums use.</summary>
internal static class HtmlComments
{
    private const int LookAt = 60;
    private const int LongestName = 80;

    public static bool IsComment(IElement element)
    {
        if (element.GetAttribute("itemprop") is "comment" || element.GetAttribute("itemtype")?.EndsWith("schema.org/Comment", StringComparison.Ordinal) == true) return true;
        if (element.LocalName is not ("div" or "li" or "article" or "section" or "tr")) return false;
        return HtmlVisibility.HasClass(element, "comment", "comment-item", "comment-node", "comments-node", "CommentsNode", "CommentsItem-root", "CommentFrame-node", "comtr", "Comment");
    }

    /// <summary>The comment's author as printed; a neutral word where the page names none.</summary>
    public static string AuthorOf(IElement comment)
    {
        // A name stands at a comment's head: looking further would find that of an answer, and cost time in deep threads.
        var author = comment.Descendants<IElement>().Take(LookAt).TakeWhile(element => !IsComment(element)).FirstOrDefault(IsAuthor);
        var name = author?.GetAttribute("content") ?? author?.QuerySelector("[itemprop=name]")?.TextContent ?? author?.TextContent;
        return string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName ? CommentThread.Unnamed : name.Trim();
    }

    private static bool IsAuthor(IElement element) =>
        element.GetAttribute("itemprop") == "author" || element.GetAttribute("rel") == "author" ||
        HtmlVisibility.HasClass(element, "comment-author", "author", "username", "user-name", "hnuser", "CommentUserName-author", "UsersNameDisplay-userName");
}
