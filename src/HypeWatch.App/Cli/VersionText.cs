using HypeWatch.Model;

namespace HypeWatch.App.Cli;

/// <summary>Prints what was read of a document.</summary>
internal static class VersionText
{
    private const int LongestLine = 120;

    /// <summary>What the page states about itself, its tables and thread, and what was left out.</summary>
    public static void Print(Terminal terminal, DocumentVersion version)
    {
        terminal.Heading(version.Document.Title);
        terminal.Note(FormattableString.Invariant($"{version.Document.Url}: {version.Document.Kind.ToCode()}, {version.Document.Published}, {version.Text.Length} characters, {version.Passages.Count} passages, by {version.ExtractionMethod}"));
        foreach (var title in version.Titles.Skip(1).Where(title => title.Text != version.Titles[0].Text)) terminal.Note($"also titled ({title.Basis}): {Terminal.Shorten(title.Text, LongestLine)}");
        foreach (var date in version.Dates) terminal.Note($"{ClaimText.Words(date.Role)} {date.Date} ({date.Date.Basis}): {Terminal.Shorten(date.Printed, LongestLine)}");
        foreach (var table in version.Tables)
            terminal.Note(FormattableString.Invariant($"{table.Label ?? "table"}: {table.Cells.Count} cells{(table.Caption is { } caption ? ", " + Terminal.Shorten(caption.Of(version.Text), LongestLine) : "")}"));
        if (version.Discussion.Comments.Count > 0 || version.Discussion.Stated is not null)
            terminal.Note(FormattableString.Invariant($"comments: {version.Discussion.Comments.Count} read, {version.Discussion.Stated?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no number"} stated"));
        foreach (var finding in version.Findings) terminal.Note($"left out: {finding.Kind}{(finding.Path is { } path ? " at " + path : "")}: {Terminal.Shorten(finding.Text, LongestLine)}");
    }

    /// <summary>The section map.</summary>
    public static void Print(Terminal terminal, IReadOnlyList<Section> sections) => terminal.Table(
        ["from", "to", "place", "passages", "heading"],
        sections.Select(section => (IReadOnlyList<string>)
        [
            FormattableString.Invariant($"{section.Span.Start}"), FormattableString.Invariant($"{section.Span.End}"), section.Place.ToCode(), FormattableString.Invariant($"{section.Passages}"),
            Terminal.Shorten(section.Heading, LongestLine),
        ]));
}
