using System.Globalization;
using System.Text;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Flags.Hearings;

/// <summary>
/// Lets a language model speak for the asserters of flags, with the whole release before it (specification 6, X6). A defence that names no words of the release counts as
/// none, and an outcome that rests on it as unclear.
/// </summary>
internal sealed class Defender(PromptRunner runner, PromptFile prompt, Taxonomy taxonomy)
{
    /// <summary>Cases in one question.</summary>
    private const int MostCases = 12;

    private const int MostExculpations = 3, MostOfQuote = 400;

    /// <summary>The defence in each case, in their order; null where none was given.</summary>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<IReadOnlyList<Defence?>> DefendAsync(IReadOnlyList<Charge> cases, ReleaseSheet sheet, CancellationToken ct)
    {
        List<string> windows = [.. sheet.Windows()];
        var answers = await Task.WhenAll(cases.Chunk(MostCases).Select(async part =>
        {
            var read = await Task.WhenAll(windows.Select(window => AskAsync(part, sheet, window, ct)));
            return part.Select((_, i) => Joined([.. read.Select(answer => answer[i])]));
        }));
        return [.. answers.SelectMany(answer => answer)];
    }

    private async Task<IReadOnlyList<Defence?>> AskAsync(Charge[] cases, ReleaseSheet sheet, string window, CancellationToken ct)
    {
        var text = new StringBuilder();
        for (var i = 0; i < cases.Length; i++)
        {
            var one = cases[i];
            text.Append(CultureInfo.InvariantCulture, $"Case {i + 1}. {one.Code} {taxonomy[one.Code].Name}, sentence {sheet.LineOf(one.Claim)?.Number}: {Cut(one.Claim.Quote)}\n");
            foreach (var quote in one.Evidence) text.Append(CultureInfo.InvariantCulture, $"  held against it{(sheet.LineOf(quote) is { } line ? string.Create(CultureInfo.InvariantCulture, $", sentence {line.Number}") : "")}: {Cut(quote.Quote)}\n");
        }

        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["cases"] = text.ToString().TrimEnd('\n'), ["release"] = window };
        var given = (await runner.AskAsync<DefenceReply>(prompt, arguments, ct)).Value?.Defences ?? [];
        return [.. cases.Select((_, i) => given.Where(defence => defence.Case == i + 1).Take(2).ToList() is [var only] ? Verified(only, sheet) : null)];
    }

    private static string Cut(string text) => ShownText.Of(text) is var line && line.Length <= MostOfQuote ? line : line[..MostOfQuote];

    private static Defence Verified(CaseDefence given, ReleaseSheet sheet)
    {
        var effect = given.Outcome is DefenceOutcome.Cleared or DefenceOutcome.Weakened ? ExculpationVerdict.Reduces : ExculpationVerdict.NoEffect;
        List<Exculpation> found = [.. given.Exculpations.Take(MostExculpations).Select(item => Exculpation(item, effect, sheet)).OfType<Exculpation>()];
        var isEmpty = given.Outcome is DefenceOutcome.Cleared or DefenceOutcome.Weakened && found.Count == 0;
        return new(isEmpty ? DefenceOutcome.Unclear : given.Outcome, found);
    }

    private static Exculpation? Exculpation(ExculpatingSentence given, ExculpationVerdict effect, ReleaseSheet sheet) =>
        sheet.Find(given.Sentence, given.Quote) is { } found
            ? new(given.Kind, effect, found.Line.Document.Version.Id, found.Line.Passage.Span, found.Line.Document.Version.TextOf(found.Line.Passage))
            : null;

    /// <summary>One case in several windows: the best that any of them has for the asserter.</summary>
    private static Defence? Joined(IReadOnlyList<Defence?> windows)
    {
        var read = windows.OfType<Defence>().ToList();
        if (read.Count == 0) return null;
        DefenceOutcome[] kindest = [DefenceOutcome.Cleared, DefenceOutcome.Weakened, DefenceOutcome.Stands, DefenceOutcome.Unclear];
        return new(kindest.First(outcome => read.Exists(defence => defence.Outcome == outcome)), [.. read.SelectMany(defence => defence.Exculpations).Distinct().Take(MostExculpations)]);
    }
}
