using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>
/// Draws a digest as HTML for mail and web: one column of 600 px, inline styles with a dark variant for clients that read it, no image, no script, only
/// http(s) links with their host beside them (design, Mail; digest-and-query 2.8, 2.9).
/// </summary>
public static class DigestHtmlRenderer
{
    // The column sets our own face; a quote sets its own. Everything else stands inline, since some clients strip style sheets.
    private const string Sans = "font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;", Serif = "font-family:Georgia,'Times New Roman',serif;";
    private const string Ours = "font-size:15px;margin:4px 0;color:#1f1f1c;", Small = "font-size:13px;margin:4px 0;color:#5b5b55;";
    private const string Title = "font-size:17px;line-height:1.3;margin:28px 0 8px;padding-top:12px;border-top:1px solid #d8d4c8;color:#1f1f1c;";
    private const string Quoted = Serif + "font-size:17px;margin:16px 0 4px;padding-left:12px;border-left:3px solid #d8d4c8;color:#1f1f1c;";
    private const string Credit = "font-size:15px;margin:4px 0;color:#1d5a52;", Marker = "font-size:15px;margin:4px 0;color:#8a4b08;";
    private const string Cell = "width:18px;text-align:center;color:#1f1f1c;", Anchor = "color:#1f4e79;";

    /// <summary>The page.</summary>
    /// <param name="issue">The digest.</param>
    /// <param name="unsubscribe">The recipient's unsubscribe page; null when there is none.</param>
    public static string Render(DigestIssue issue, DigestLink? unsubscribe = null)
    {
        var html = new HtmlWriter();
        html.Add($$$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>{{{issue.Subject}}}</title>
            <style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){.page{background:#1b1b19 !important}.ink{color:#ecebe4 !important}.dim{color:#b3b1a8 !important}.credit{color:#7fc9bd !important}.mark{color:#e0a763 !important}.on{background:#4a4739 !important}a{color:#8fbce6 !important}.rule{border-color:#4a4943 !important}}</style>
            </head><body class="page" style="margin:0;padding:0;background:#fffdf8;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
            <table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;text-align:left;"><tr><td style="{{{Sans}}}line-height:1.5;padding:24px 16px;">
            <h1 class="ink" style="font-size:21px;margin:0;color:#1f1f1c;">HypeWatch, {{{issue.Period.ToString()}}}</h1>

            """);
        Heading(html, "This week");
        Line(html, issue.Summary);
        if (!issue.IsNothingNew) foreach (var note in issue.Notes) Line(html, note);
        Section(html, "Flags", issue.Flags, Flag);
        Section(html, "Watch list (not flags: below the confidence of one)", issue.WatchList, Flag);
        if (issue.Calibrated is { } best) Calibrated(html, best);
        Section(html, "What moved", issue.Moves, Move);
        Section(html, "Predictions", issue.Predictions, Prediction);
        if (issue.Corrections.Count > 0) Corrections(html, issue.Corrections);
        Heading(html, "Sources");
        foreach (var source in issue.Sources) Line(html, source);
        Footer(html, issue, unsubscribe);
        return html.Add($"</td></tr></table></td></tr></table></body></html>\n").ToString();
    }

    private static void Flag(HtmlWriter html, FlagItem item)
    {
        Quote(html, item.Quote);
        Dim(html, item.Said);
        if (item.Scale is { } scale) Scale(html, scale);
        Line(html, item.RestsOn);
        if (item.Beside is { } beside) Line(html, beside);
        html.Add($"<p class=\"credit\" style=\"{Credit}\">{item.SpeaksFor}</p>\n<p class=\"credit\" style=\"{Credit}\">{item.Caveat}</p>\n");
        html.Add($"<p class=\"mark\" style=\"{Marker}\">{SeverityMarks(item.Severity)} {item.Judgement}</p>\n");
        Line(html, $"Why: {item.Reason}");
        Link(html, item.Link);
        if (item.LookupLink is { } lookup) Link(html, lookup);
        else Dim(html, $"All about it: {item.Lookup}");
        if (item.Claim is { } claim) Dim(html, $"Claim {claim}");
    }

    private static void Scale(HtmlWriter html, ScalePair scale)
    {
        html.Add($"<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"{Sans}font-size:13px;margin:6px 0;\">\n");
        Row(html, "claimed", scale.Claimed);
        Row(html, "licensed", scale.Licensed);
        html.Add($"</table>\n");
    }

    private static void Row(HtmlWriter html, string label, Strength? level)
    {
        html.Add($"<tr><td class=\"dim\" style=\"{Small}padding-right:8px;\">{label}</td>");
        for (var i = 0; i <= (int)Strength.Closure; i++)
            html.Add($"<td class=\"{(i == (int?)level ? "ink on" : "ink")}\" style=\"{Cell}{(i == (int?)level ? "background:#e9e4d4;" : "")}\">{(level is null ? "?" : i == (int)level ? "●" : "·")}</td>");
        html.Add($"<td class=\"ink\" style=\"{Small}padding-left:8px;\">{(level is { } known ? Words.Of(known) : "could not be judged")}</td></tr>\n");
    }

    private static void Calibrated(HtmlWriter html, CalibratedItem item)
    {
        Heading(html, "Best calibrated");
        Quote(html, item.Quote);
        Dim(html, item.Said);
        html.Add($"<p class=\"credit\" style=\"{Credit}\">{item.Why}</p>\n");
        Link(html, item.Link);
        Dim(html, $"Claim {item.Claim}");
    }

    private static void Move(HtmlWriter html, MoveItem item)
    {
        Quote(html, item.Before);
        Dim(html, $"before: {item.BeforeSaid}");
        Quote(html, item.After);
        Dim(html, $"after: {item.AfterSaid}");
        html.Add($"<p class=\"mark\" style=\"{Marker}\">Change: {item.Change}</p>\n");
        Line(html, item.Basis);
        Link(html, item.Link);
        Dim(html, $"Claims {item.BeforeClaim} and {item.AfterClaim}");
    }

    private static void Prediction(HtmlWriter html, PredictionItem item)
    {
        Line(html, item.Who);
        Line(html, item.Outcome);
        Line(html, item.Score);
    }

    private static void Corrections(HtmlWriter html, IReadOnlyList<CorrectionItem> items)
    {
        Heading(html, "Corrections and replies");
        foreach (var item in items)
        {
            Line(html, item.Text);
            Link(html, item.Link);
            if (item.Claim is { } claim) Dim(html, $"Claim {claim}");
        }
    }

    private static void Footer(HtmlWriter html, DigestIssue issue, DigestLink? unsubscribe)
    {
        html.Add($"<p class=\"rule\" style=\"{Title}\"></p>\n");
        foreach (var line in issue.Footer) Dim(html, line);
        foreach (var link in issue.Links) Link(html, link);
        Link(html, unsubscribe);
    }

    private static void Section<T>(HtmlWriter html, string title, DigestSection<T> section, Action<HtmlWriter, T> draw)
    {
        if (section.Items.Count == 0) return;
        Heading(html, title);
        foreach (var item in section.Items) draw(html, item);
        if (section.MoreLink is { } link) Link(html, link);
        else if (section.More is { } more) Dim(html, more);
    }

    private static string SeverityMarks(int severity) => new string('■', Math.Clamp(severity, 0, 5)) + new string('□', 5 - Math.Clamp(severity, 0, 5));

    private static void Heading(HtmlWriter html, string title) => html.Add($"<h2 class=\"ink rule\" style=\"{Title}\">{title}</h2>\n");

    private static void Quote(HtmlWriter html, string quote) => html.Add($"<blockquote class=\"ink rule\" style=\"{Quoted}\">“{quote}”</blockquote>\n");

    private static void Line(HtmlWriter html, string line) => html.Add($"<p class=\"ink\" style=\"{Ours}\">{line}</p>\n");

    private static void Dim(HtmlWriter html, string line) => html.Add($"<p class=\"dim\" style=\"{Small}\">{line}</p>\n");

    private static void Link(HtmlWriter html, DigestLink? link)
    {
        if (link is not null) html.Add($"<p class=\"dim\" style=\"{Small}\"><a href=\"{link.Url}\" style=\"{Anchor}\">{link.Text}</a> ({link.Host})</p>\n");
    }
}
