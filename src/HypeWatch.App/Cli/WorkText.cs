using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Pipeline;

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
    public static void Print(Terminal terminal, RelatedAnswer answer, LiteratureSides? sides)
    {
        terminal.Line($"\u201c{answer.Text}\u201d");
        terminal.Line($"searched: {answer.Searched}{(answer.PublicBy is { } day ? FormattableString.Invariant($"; works public on {day:yyyy-MM-dd} or before") : "")}");
        terminal.Line();
        if (answer.Novelty is { } novelty) Print(terminal, novelty);
        if (sides is not null) Print(terminal, sides);
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

    /// <summary>What works say to a claim, for and against, never added up.</summary>
    private static void Print(Terminal terminal, LiteratureSides sides)
    {
        terminal.Heading("What works say, as the offline reader takes them");
        foreach (var (side, voices) in (IEnumerable<(string, IReadOnlyList<LiteratureVoice>)>)[("for", sides.For), ("against", sides.Against)])
        {
            terminal.Note(voices.Count == 0 ? $"{side}: none found" : $"{side}:");
            foreach (var voice in voices)
            {
                terminal.Note(FormattableString.Invariant($"{voice.Work.Title} ({voice.Work.Year}), {voice.Work.Id}: {ClaimText.Words(voice.Said.Verdict)}, by its {ClaimText.Words(voice.Said.Kind!.Value)}{(voice.IsCited == true ? ", cited here" : "")}"));
                terminal.Quote(voice.Said.Quote!);
                foreach (var other in voice.ContestedBy) terminal.Note(FormattableString.Invariant($"contested by {other.Title} ({other.Year}), {other.Id}"));
            }
        }

        terminal.Note($"{Count.Of(sides.Silent, "work")} near it {(sides.Silent == 1 ? "does" : "do")} not settle it; of {sides.NotChecked} neither text nor abstract is at hand, so they were not checked");
        terminal.Line();
    }

    /// <summary>The qualifiers of a priority claim, each with the nearest earlier works that satisfy it.</summary>
    public static void Print(Terminal terminal, NoveltyAnswer novelty)
    {
        terminal.Heading("Priority, qualifier by qualifier");
        foreach (var (qualifier, works) in novelty.Qualifiers)
        {
            terminal.Note($"\u201c{qualifier.Words}\u201d: {(works.Count > 0 ? "" : "no earlier work found")}{string.Join("; ", works.Select(Words))}");
        }

        terminal.Note(novelty.Whole.Count > 0 ? $"one work satisfies all: {string.Join("; ", novelty.Whole.Select(Words))} (by title, summary and abstract; its text decides)" : "no work found satisfies all of them");
        terminal.Line();

        string Words(EarlierWork earlier) => FormattableString.Invariant(
            $"{earlier.Work.Title} ({earlier.Work.Year}), {earlier.Work.Id}, {earlier.Satisfied} of {novelty.Qualifiers.Count}{(earlier.Work.Verified ? "" : ", not verified")}");
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
