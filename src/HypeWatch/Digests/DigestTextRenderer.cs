using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>Draws a digest as plain text of at most 72 characters a line, written for reading.</summary>
public static class DigestTextRenderer
{
    private const int Width = 72;

    /// <summary>The text, with LF line ends.</summary>
    /// <param name="issue">The digest.</param>
    /// <param name="unsubscribe">The recipient's unsubscribe page; null when there is none.</param>
    public static string Render(DigestIssue issue, DigestLink? unsubscribe = null)
    {
        var text = new StringBuilder();
        Paragraph(text, $"HypeWatch, {issue.Period}");
        Heading(text, issue, "This week");
        Paragraph(text, issue.Summary);
        if (!issue.IsNothingNew) foreach (var note in issue.Notes) Paragraph(text, note, gap: true);
        Section(text, "Flags", issue.Flags, Flag);
        Section(text, "Watch list (not flags: below the confidence of one)", issue.WatchList, Flag);
        if (issue.Calibrated is { } best) Calibrated(text, best);
        Section(text, "What moved", issue.Moves, Move);
        Section(text, "Predictions", issue.Predictions, Prediction);
        if (issue.Corrections.Count > 0) Corrections(text, issue.Corrections);
        Heading(text, issue, "Sources");
        foreach (var source in issue.Sources) Paragraph(text, source);
        Footer(text, issue, unsubscribe);
        return text.ToString();
    }

    private static void Flag(StringBuilder text, FlagItem item)
    {
        Quote(text, item.Quote);
        Paragraph(text, item.Said);
        if (item.Scale is { } scale) Scale(text, scale);
        Paragraph(text, item.RestsOn);
        if (item.Beside is { } beside) Paragraph(text, beside);
        Paragraph(text, item.SpeaksFor);
        Paragraph(text, item.Caveat);
        Paragraph(text, $"{SeverityMarks(item.Severity)} {item.Judgement}");
        Paragraph(text, $"Why: {item.Reason}");
        if (item.Link is { } link) Paragraph(text, $"{link.Text}: {link.Url}");
        Paragraph(text, item.LookupLink is { } lookup ? $"{lookup.Text}: {lookup.Url}" : $"All about it: {item.Lookup}");
        if (item.Claim is { } claim) Paragraph(text, $"Claim {claim}");
    }

    private static void Scale(StringBuilder text, ScalePair scale)
    {
        // Not wrapped, so that the two marks stand above each other.
        text.Append("claimed  ").Append(Marks(scale.Claimed)).Append(' ').Append(Words.Of(scale.Claimed)).Append('\n');
        text.Append("licensed ").Append(scale.Licensed is { } licensed ? $"{Marks(licensed)} {Words.Of(licensed)}" : "?????? could not be judged").Append('\n');
    }

    private static void Calibrated(StringBuilder text, CalibratedItem item)
    {
        text.Append('\n');
        Paragraph(text, "Best calibrated");
        Paragraph(text, new string('-', "Best calibrated".Length));
        Quote(text, item.Quote);
        Paragraph(text, item.Said);
        Paragraph(text, item.Why);
        if (item.Link is { } link) Paragraph(text, $"{link.Text}: {link.Url}");
        Paragraph(text, $"Claim {item.Claim}");
    }

    private static void Move(StringBuilder text, MoveItem item)
    {
        Quote(text, item.Before);
        Paragraph(text, $"before: {item.BeforeSaid}");
        Quote(text, item.After);
        Paragraph(text, $"after: {item.AfterSaid}");
        Paragraph(text, $"Change: {item.Change}");
        Paragraph(text, item.Basis);
        if (item.Link is { } link) Paragraph(text, $"{link.Text}: {link.Url}");
        Paragraph(text, $"Claims {item.BeforeClaim} and {item.AfterClaim}");
    }

    private static void Prediction(StringBuilder text, PredictionItem item)
    {
        Paragraph(text, item.Who);
        Paragraph(text, item.Outcome);
        Paragraph(text, item.Score);
    }

    private static void Corrections(StringBuilder text, IReadOnlyList<CorrectionItem> items)
    {
        text.Append('\n');
        Paragraph(text, "Corrections and replies");
        Paragraph(text, new string('-', "Corrections and replies".Length));
        foreach (var item in items)
        {
            Paragraph(text, item.Text);
            if (item.Link is { } link) Paragraph(text, $"{link.Text}: {link.Url}");
            if (item.Claim is { } claim) Paragraph(text, $"Claim {claim}");
        }
    }

    private static void Footer(StringBuilder text, DigestIssue issue, DigestLink? unsubscribe)
    {
        if (!issue.IsNothingNew)
        {
            text.Append('\n');
            Paragraph(text, "--");
            foreach (var line in issue.Footer) Paragraph(text, line);
        }

        foreach (var link in unsubscribe is null ? issue.Links : issue.Links.Append(unsubscribe)) Paragraph(text, $"{link.Text}: {link.Url}");
    }

    private static void Section<T>(StringBuilder text, string title, DigestSection<T> section, Action<StringBuilder, T> draw)
    {
        if (section.Items.Count == 0) return;
        text.Append('\n');
        Paragraph(text, title);
        Paragraph(text, new string('-', title.Length));
        for (var i = 0; i < section.Items.Count; i++)
        {
            if (i > 0) text.Append('\n');
            draw(text, section.Items[i]);
        }

        if (section.MoreLink is { } link) Paragraph(text, $"{link.Text}: {link.Url}", gap: true);
        else if (section.More is { } more) Paragraph(text, more, gap: true);
    }

    // A week without anything new is a mail of five lines, and needs no headings.
    private static void Heading(StringBuilder text, DigestIssue issue, string title)
    {
        if (issue.IsNothingNew) return;
        text.Append('\n');
        Paragraph(text, title);
        Paragraph(text, new string('-', title.Length));
    }

    private static string Marks(Strength level) => new([.. Enumerable.Range(0, 6).Select(i => i == (int)level ? '●' : '·')]);

    private static string SeverityMarks(int severity) => new string('■', Math.Clamp(severity, 0, 5)) + new string('□', 5 - Math.Clamp(severity, 0, 5));

    private static void Quote(StringBuilder text, string quote) => Wrapped(text, $"“{quote}”", "> ");

    private static void Paragraph(StringBuilder text, string paragraph, bool gap = false)
    {
        if (gap) text.Append('\n');
        Wrapped(text, paragraph, "");
    }

    private static void Wrapped(StringBuilder text, string paragraph, string mark)
    {
        var column = 0;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }

            text.Append(column == 0 ? mark : " ").Append(word);
            column += (column == 0 ? mark.Length : 1) + word.Length;
        }

        text.Append('\n');
    }
}
