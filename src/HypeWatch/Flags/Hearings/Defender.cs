using System.Globalization;
using System.Text;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Flags.Hearings;

/// <summary>
/// Lets a language model speak for the asserters of flags, with the whole release before it (specification 6, X6). A defence that names no words of the release counts as
/// none, and an outcome that rests on it as unclear. A charge stands only where every window of the release was read and none that shows its sentence says otherwise.
/// </summary>
internal sealed class Defender(PromptRunner runner, PromptFile prompt, Taxonomy taxonomy)
{
    /// <summary>Cases in one question.</summary>
    private const int MostCases = 12;

    private const int MostExculpations = 3, MostOfQuote = 400;

    /// <summary>The defence in each case, in their order, null where none was given; and how many of the named passages were dropped.</summary>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<(IReadOnlyList<Defence?> Defences, int Dropped)> DefendAsync(IReadOnlyList<Charge> cases, ReleaseSheet sheet, CancellationToken ct)
    {
        var answers = await Task.WhenAll(cases.Chunk(MostCases).Select(async part =>
        {
            var read = await Task.WhenAll(sheet.Windows.Select(window => AskAsync(part, sheet, window, ct)));
            return part.Select((_, i) => Joined([.. read.Select(answer => answer[i])]));
        }));
        List<(Defence? Defence, int Dropped)> joined = [.. answers.SelectMany(answer => answer)];
        return ([.. joined.Select(answer => answer.Defence)], joined.Sum(answer => answer.Dropped));
    }

    private async Task<IReadOnlyList<Plea>> AskAsync(Charge[] cases, ReleaseSheet sheet, SheetWindow window, CancellationToken ct)
    {
        var text = new StringBuilder();
        for (var i = 0; i < cases.Length; i++)
        {
            var one = cases[i];
            text.Append(CultureInfo.InvariantCulture, $"Case {i + 1}. {one.Code} {taxonomy[one.Code].Name}, sentence {sheet.LineOf(one.Claim)?.Number}: {ShownText.Of(one.Claim.Quote, MostOfQuote)}\n");
            foreach (var quote in one.Evidence) text.Append(CultureInfo.InvariantCulture, $"  held against it{(sheet.LineOf(quote) is { } line ? string.Create(CultureInfo.InvariantCulture, $", sentence {line.Number}") : "")}: {ShownText.Of(quote.Quote, MostOfQuote)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  would be answered by: {taxonomy[one.Code].Clearing}\n");
        }

        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["cases"] = text.ToString().TrimEnd('\n'), ["release"] = window.Text };
        var given = (await runner.AskAsync<DefenceReply>(prompt, arguments, ct)).Value?.Defences ?? [];
        return [.. cases.Select((one, i) => PleaOf(given.Where(defence => defence.Case == i + 1).Take(2).ToList() is [var only] ? only : null, one, sheet, window))];
    }

    private static Plea PleaOf(CaseDefence? given, Charge charge, ReleaseSheet sheet, SheetWindow window)
    {
        var showsSentence = sheet.LineOf(charge.Claim) is { } home && window.Lines.Contains(home.Number);
        if (given is null) return new(null, [], showsSentence, 0);
        var effect = given.Outcome == DefenceOutcome.Weakened ? ExculpationVerdict.Reduces : ExculpationVerdict.NoEffect;
        List<Exculpation> found = [.. given.Exculpations.Take(MostExculpations).Select(item => Exculpation(item, effect, charge, sheet)).OfType<Exculpation>()];
        var isEmpty = given.Outcome is DefenceOutcome.Cleared or DefenceOutcome.Weakened && found.Count == 0;
        return new(isEmpty ? DefenceOutcome.Unclear : given.Outcome, found, showsSentence || isEmpty, given.Exculpations.Count - found.Count);
    }

    /// <summary>A passage that speaks for the asserter; what is held against the claim does not.</summary>
    private static Exculpation? Exculpation(ExculpatingSentence given, ExculpationVerdict effect, Charge charge, ReleaseSheet sheet) =>
        sheet.Find(given.Sentence, given.Quote) is { Line: var line } && !charge.Evidence.Any(quote => quote.Version == line.Document.Version.Id && quote.Span == line.Passage.Span)
            ? new(given.Kind, effect, line.Document.Version.Id, line.Passage.Span, line.Document.Version.TextOf(line.Passage))
            : null;

    /// <summary>One case in all windows: the best that any of them has for the asserter.</summary>
    private static (Defence? Defence, int Dropped) Joined(IReadOnlyList<Plea> windows)
    {
        var dropped = windows.Sum(plea => plea.Dropped);
        if (windows.All(plea => plea.Outcome is null)) return (null, dropped);
        bool Any(DefenceOutcome outcome) => windows.Any(plea => plea.Outcome == outcome);
        var isDoubtful = windows.Any(plea => plea.Outcome is null || (plea.Outcome == DefenceOutcome.Unclear && plea.Counts));
        var outcome = Any(DefenceOutcome.Cleared) ? DefenceOutcome.Cleared : Any(DefenceOutcome.Weakened) ? DefenceOutcome.Weakened
            : Any(DefenceOutcome.Stands) && !isDoubtful ? DefenceOutcome.Stands : DefenceOutcome.Unclear;
        return (new(outcome, [.. windows.OrderByDescending(plea => plea.Outcome == outcome).SelectMany(plea => plea.Exculpations).Distinct().Take(MostExculpations)]), dropped);
    }

    /// <summary>What one window says of a case.</summary>
    /// <param name="Outcome">The outcome; null where there was none.</param>
    /// <param name="Exculpations">The passages, verified.</param>
    /// <param name="Counts">Whether its doubt counts: it shows the sentence, or it named words that do not stand there.</param>
    /// <param name="Dropped">Passages that were dropped.</param>
    private sealed record Plea(DefenceOutcome? Outcome, IReadOnlyList<Exculpation> Exculpations, bool Counts, int Dropped);
}
