namespace HypeWatch.Reading;

/// <summary>Footnotes and the marks that point to them: both interrupt the sentence that they stand in.</summary>
internal static class HtmlNotes
{
    /// <summary>Whether the element holds a note's text in the midst of the running text.</summary>
    public static bool IsNote(PageElement element) =>
        element.Name is "d-footnote" or "dt-fn" || HtmlVisibility.HasClass(element, "sidenote", "marginnote", "side-note", "margin-note", "footnote-text", "ltx_role_footnote") ||
        element["role"] == "doc-footnote";

    /// <summary>Whether the element holds the notes at the end of a document.</summary>
    public static bool IsNoteList(PageElement element) =>
        HtmlVisibility.HasClass(element, "footnotes", "footnote-list", "endnotes") || element["role"] == "doc-endnotes";

    /// <summary>Whether the element is only the mark of a note or the way back from it.</summary>
    public static bool IsMark(PageElement element)
    {
        if (HtmlVisibility.HasClass(element, "footnote-ref", "footnote-back-ref", "footnote-backref", "footnote-reference", "sidenote-number", "margin-toggle", "ltx_note_mark", "ltx_tag_note", "footstart"))
            return true;
        if (element["role"] is "doc-noteref" or "doc-backlink") return true;
        return element.Name == "a" && element["href"] is { } href &&
            (href.StartsWith("#fn", StringComparison.Ordinal) || href.StartsWith("#footnote", StringComparison.OrdinalIgnoreCase));
    }
}
