using System.Globalization;
using HypeWatch.App.Cli;
using HypeWatch.Digests;
using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Reviews;

namespace HypeWatch.App.Digests;

/// <summary>
/// A letter to whoever asserted what a confirmed flag is about: the words, what was found, what speaks for them, what would clear it, and how to answer. It is written for a
/// person to read, change and send; nothing is sent by itself.
/// </summary>
/// <param name="To">The asserter, as the flag names them.</param>
/// <param name="Subject">Subject of the letter.</param>
/// <param name="Blocks">What it holds.</param>
internal sealed record AsserterNotice(string To, string Subject, IReadOnlyList<DigestBlock> Blocks)
{
    private static readonly Taxonomy Names = Taxonomy.Load();

    /// <summary>Whether reviewers let the flag stand, nothing keeps their decision from counting, and the authors' own words do not outweigh it.</summary>
    /// <param name="standing">What reviewers made of it.</param>
    public static bool IsDue(ReviewedFlag standing) => standing is { Status: FlagStatus.Confirmed or FlagStatus.Reduced or FlagStatus.Reattributed, Waiting: null, Severity: > 0 };

    /// <summary>The letter about a flag.</summary>
    /// <param name="view">The flag.</param>
    /// <param name="standing">What reviewers made of it.</param>
    /// <param name="reviewers">How many reviewers decided.</param>
    /// <param name="root">Address of the web page, without a slash at its end; null where readers have none.</param>
    public static AsserterNotice Of(FlagView view, ReviewedFlag standing, int reviewers, string? root) =>
        new(standing.Asserter, $"A sentence in \u201c{view.Document.Title}\u201d", [.. Written(view, standing, reviewers, root)]);

    private static IEnumerable<DigestBlock> Written(FlagView view, ReviewedFlag standing, int reviewers, string? root)
    {
        var flag = view.Flag;
        yield return new DigestBlock.Line($"To {standing.Asserter}:");
        yield return new DigestBlock.Line($"We read releases of interpretability work and compare what they claim with what they show. This sentence stands in \u201c{view.Document.Title}\u201d ({view.Document.Published}, {view.Document.Url}):");
        yield return new DigestBlock.Quote(flag.Quotes[0].Quote);
        yield return new DigestBlock.Heading("What was found");
        yield return new DigestBlock.Line(flag.Rationale);
        foreach (var quote in flag.Quotes.Skip(1)) yield return new DigestBlock.Quote(quote.Quote);
        yield return new DigestBlock.Judgement(standing.Severity, string.Create(
            CultureInfo.InvariantCulture, $"{Names[flag.Code].Name}, severity {standing.Severity} of 5 ({Names.SeverityWords[standing.Severity - 1]}); {ClaimText.Words(flag.Kind)}; {reviewers} {(reviewers == 1 ? "person" : "people")} read it and let it stand"));
        yield return new DigestBlock.Heading("What speaks for you");
        if (flag.Exculpations.Count == 0) yield return new DigestBlock.Line(flag.SearchComplete ? "Nothing was found. If we overlooked something, please say where it stands." : "The search is not complete. Please say what we overlooked, and where it stands.");
        foreach (var found in flag.Exculpations)
        {
            if (found.Span is null) yield return new DigestBlock.Line(found.Text);
            else yield return new DigestBlock.Quote(found.Text);
        }

        yield return new DigestBlock.Heading("What would clear it");
        yield return new DigestBlock.Line(Names[flag.Code].Clearing);
        yield return new DigestBlock.Heading("How to answer");
        yield return new DigestBlock.Line("Your reply is kept word for word and shown beside the flag. What proves to be wrong is withdrawn, and everybody who was shown it is told.");
        yield return root is null
            ? new DigestBlock.Line($"Please answer to the sender of this letter and name {flag.Id}.")
            : new DigestBlock.Link(new("Reply", $"{root}/f/{flag.Id.Value}#reply"));
    }
}
