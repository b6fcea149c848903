namespace HypeWatch.Digests;

/// <summary>Lays a digest out: its sections in the order of digest-and-query 2.1, each item words first and judgement last.</summary>
public static class DigestLayout
{
    /// <summary>The pieces.</summary>
    /// <param name="issue">The digest.</param>
    /// <param name="links">The reader's own links: preferences and unsubscribe.</param>
    public static IReadOnlyList<DigestBlock> Of(DigestIssue issue, params IReadOnlyList<DigestLink> links)
    {
        List<DigestBlock> blocks = [new DigestBlock.Title($"HypeWatch, {issue.Name}")];
        // A week without anything new is a mail of five lines, and needs no headings.
        if (!issue.IsNothingNew) blocks.Add(new DigestBlock.Heading("This week"));
        blocks.Add(new DigestBlock.Line(issue.Summary));
        if (issue.IsNothingNew)
        {
            blocks.AddRange(issue.Sources.Select(source => new DigestBlock.Line(source)));
            return [.. blocks, .. issue.Links.Concat(links).Select(link => new DigestBlock.Link(link))];
        }

        blocks.AddRange(issue.Notes.Select(note => new DigestBlock.Line(note)));
        Section(blocks, "Flags", issue.Flags, Flag);
        Section(blocks, "Watch list (not flags: below the confidence of one)", issue.WatchList, Flag);
        Section(blocks, "What moved", issue.Moves, Move);
        Section(blocks, "Predictions", issue.Predictions, Prediction);
        Section(blocks, "Commitments", issue.Promises, Promise);
        blocks.Add(new DigestBlock.Heading("Best calibrated"));
        blocks.AddRange(issue.Calibrated is { } best ? Calibrated(best) : [new DigestBlock.Line("None this week: no release read in full kept at least five headline claims, and all of them, within their evidence.")]);
        Section(blocks, "Corrections and replies", new DigestSection<CorrectionItem>(issue.Corrections), Correction);
        if (issue.Chart is { } chart)
        {
            blocks.Add(new DigestBlock.Heading("Flags by kind"));
            blocks.Add(new DigestBlock.Numbers(chart));
        }

        blocks.Add(new DigestBlock.Heading("Sources"));
        blocks.AddRange(issue.Sources.Select(source => new DigestBlock.Line(source)));
        blocks.Add(new DigestBlock.Rule());
        blocks.AddRange(issue.Footer.Select(line => new DigestBlock.Line(line, DigestTone.Dim)));
        return [.. blocks, .. issue.Links.Concat(links).Select(link => new DigestBlock.Link(link))];
    }

    private static void Section<T>(List<DigestBlock> blocks, string title, DigestSection<T> section, Func<T, IEnumerable<DigestBlock>> draw)
    {
        if (section.Items.Count == 0) return;
        blocks.Add(new DigestBlock.Heading(title));
        foreach (var item in section.Items) blocks.AddRange(draw(item));
        if (section.MoreLink is { } link) blocks.Add(new DigestBlock.Link(link));
        else if (section.More is { } more) blocks.Add(new DigestBlock.Line(more, DigestTone.Dim));
    }

    private static IEnumerable<DigestBlock> Flag(FlagItem item)
    {
        yield return new DigestBlock.Quote(item.Quote);
        yield return new DigestBlock.Line(item.Said, DigestTone.Dim);
        if (item.Scale is { } scale) yield return new DigestBlock.Scale(scale);
        yield return new DigestBlock.Line(item.RestsOn);
        if (item.Beside is { } beside) yield return new DigestBlock.Line(beside);
        yield return new DigestBlock.Line(item.SpeaksFor, DigestTone.Credit);
        yield return new DigestBlock.Line(item.Caveat, DigestTone.Credit);
        yield return new DigestBlock.Judgement(item.Severity, item.Judgement);
        yield return new DigestBlock.Line($"Why: {item.Reason}");
        if (item.Link is { } link) yield return new DigestBlock.Link(link);
        yield return item.LookupLink is { } lookup ? new DigestBlock.Link(lookup) : new DigestBlock.Line($"All about it: {item.Lookup}", DigestTone.Dim);
        if (item.Claim is { } claim) yield return new DigestBlock.Line($"Claim {claim}", DigestTone.Dim);
    }

    private static IEnumerable<DigestBlock> Move(MoveItem item)
    {
        yield return new DigestBlock.Quote(item.Before);
        yield return new DigestBlock.Line($"before: {item.BeforeSaid}", DigestTone.Dim);
        yield return new DigestBlock.Quote(item.After);
        yield return new DigestBlock.Line($"after: {item.AfterSaid}", DigestTone.Dim);
        yield return new DigestBlock.Line($"Change: {item.Change}", DigestTone.Mark);
        yield return new DigestBlock.Line(item.Basis);
        if (item.Link is { } link) yield return new DigestBlock.Link(link);
        yield return new DigestBlock.Line($"Claims {item.BeforeClaim} and {item.AfterClaim}", DigestTone.Dim);
    }

    private static IEnumerable<DigestBlock> Prediction(PredictionItem item) => [new DigestBlock.Line(item.Who), new DigestBlock.Line(item.Outcome), new DigestBlock.Line(item.Score)];

    private static IEnumerable<DigestBlock> Promise(PromiseItem item)
    {
        yield return new DigestBlock.Quote(item.Quote);
        yield return new DigestBlock.Line(item.Said, DigestTone.Dim);
        yield return new DigestBlock.Line(item.State);
        if (item.Link is { } link) yield return new DigestBlock.Link(link);
        yield return new DigestBlock.Line($"Claim {item.Claim}", DigestTone.Dim);
    }

    private static IEnumerable<DigestBlock> Calibrated(CalibratedItem item)
    {
        yield return new DigestBlock.Quote(item.Quote);
        yield return new DigestBlock.Line(item.Said, DigestTone.Dim);
        yield return new DigestBlock.Line(item.Why, DigestTone.Credit);
        if (item.Link is { } link) yield return new DigestBlock.Link(link);
        yield return new DigestBlock.Line($"Claim {item.Claim}", DigestTone.Dim);
    }

    private static IEnumerable<DigestBlock> Correction(CorrectionItem item)
    {
        yield return new DigestBlock.Line(item.Text);
        if (item.Link is { } link) yield return new DigestBlock.Link(link);
        if (item.Claim is { } claim) yield return new DigestBlock.Line($"Claim {claim}", DigestTone.Dim);
    }
}
