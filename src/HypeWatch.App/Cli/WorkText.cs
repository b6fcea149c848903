using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.App.Cli;

/// <summary>Prior works in words.</summary>
internal static class WorkText
{
    /// <summary>A work that was found, and why.</summary>
    public static void Print(Terminal terminal, FoundWork found)
    {
        PrintHead(terminal, found.Work);
        if (found.Work.Summary.Length > 0) terminal.Note(found.Work.Summary);
        terminal.Note($"{found.Work.Id}{(found.Work.Url is { } url ? $" {url}" : "")}");
        terminal.Note($"found by {string.Join("; ", found.Reasons)}");
        terminal.Line();
    }

    /// <summary>What bears on a claim or a release.</summary>
    public static void Print(Terminal terminal, RelatedAnswer answer)
    {
        terminal.Line($"\u201c{answer.Text}\u201d");
        terminal.Line($"searched: {answer.Searched}{(answer.PublicBy is { } day ? FormattableString.Invariant($"; works public on {day:yyyy-MM-dd} or before") : "")}");
        terminal.Line();
        foreach (var found in answer.Works)
        {
            PrintHead(terminal, found.Work);
            terminal.Note(found.IsCited switch
            {
                true => "cited by the release",
                false when found.EquivalentCited is { } equivalent => $"not cited; {equivalent}, which makes the same point, is",
                false => "not found in the reference lists and texts of the release that are at hand",
                null => "whether it is cited is not known: the claim's document belongs to no release",
            });
            foreach (var reason in found.Reasons) terminal.Note($"because of {reason}");
            foreach (var other in found.ContestedBy) terminal.Note(FormattableString.Invariant($"contested by {other.Title} ({other.Year}), {other.Id}"));
            terminal.Note(found.Work.Id.Value);
            terminal.Line();
        }
    }

    /// <summary>All that is known of a work.</summary>
    public static void PrintWhole(Terminal terminal, PriorWork work, IReadOnlyList<PriorWork> all, IReadOnlyList<WorkMention> mentions)
    {
        PrintHead(terminal, work);
        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) terminal.Line($"{name}: {value}");
        }

        Field("summary", work.Summary);
        Field("abstract", work.Abstract);
        Field("arXiv", work.Arxiv);
        Field("DOI", work.Doi);
        Field("OpenReview", work.OpenReview);
        Field("address", work.Url);
        Field("topics", string.Join(", ", work.Tags));
        Field("bears on", string.Join(", ", work.BearsOn));
        Field("from", work.Origin);
        Field("published", string.Join("; ", work.Statuses.OrderBy(status => status.Since).Select(status => FormattableString.Invariant($"{ClaimText.Words(status.State)} since {status.Since:yyyy-MM-dd} ({status.Source})"))));
        Field("title and identifier seen together", work.Verified ? $"yes{(work.VerifiedBy is { } by ? $", by {by}" : "")}" : "no");
        foreach (var other in all.Where(other => work.ContestedBy.Contains(other.Id))) terminal.Line(FormattableString.Invariant($"contested by {other.Id}: {other.Title} ({other.Year})"));
        foreach (var other in all.Where(other => other.ContestedBy.Contains(work.Id))) terminal.Line(FormattableString.Invariant($"contests {other.Id}: {other.Title} ({other.Year})"));
        foreach (var mention in mentions)
            terminal.Line(mention.IsCited ? $"cited by {mention.Title} ({mention.Release}): {mention.CitedBy}"
                : $"not found in {mention.Title} ({mention.Release}){(mention.EquivalentCited is { } equivalent ? $", which cites {equivalent} with the same point" : "")}");
    }

    private static void PrintHead(Terminal terminal, PriorWork work)
    {
        terminal.Heading(FormattableString.Invariant($"{work.Title} ({work.Year})"));
        terminal.Note($"{string.Join(", ", work.Authors)}{(work.Venue is { } venue ? $"; {venue}" : "")}{(work.PeerReviewed ? "; peer reviewed" : "")}; public since {work.FirstPublic:yyyy-MM-dd}");
    }
}
