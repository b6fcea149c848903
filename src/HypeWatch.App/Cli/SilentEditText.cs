using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary>Prints quotations that stand in no archived version of their source.</summary>
internal static class SilentEditText
{
    /// <summary>Prints them under a heading of their own; nothing where there are none.</summary>
    public static void Print(Terminal terminal, IReadOnlyList<SilentEditView> edits)
    {
        if (edits.Count == 0) return;
        terminal.Heading("Possible silent edits");
        foreach (var edit in edits)
        {
            terminal.Note($"quoted in {edit.Quoting.Title} ({edit.Quoting.Published}); compared with {Count.Of(edit.Compared, "archived version")} of {edit.SourceTitle}, not found:");
            terminal.Quote(edit.Quote);
        }

        terminal.Note("The source may have been edited, or the quotation is inexact: a question, no flag.");
    }
}
