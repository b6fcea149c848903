using System.CommandLine;
using System.Text.RegularExpressions;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Flags;

/// <summary>How often a change that should not matter changed flags, or one that should went the wrong way.</summary>
/// <param name="Name">What was changed.</param>
/// <param name="Tried">Releases, or flags, on which it was tried.</param>
/// <param name="Faults">What came out otherwise than it should.</param>
internal sealed record MetamorphicResult(string Name, int Tried, IReadOnlyList<string> Faults);

/// <summary>The verb <c>metamorphic</c>: changes labelled releases in ways whose effect is known without a label, and reports where the flags do not follow.</summary>
internal static partial class MetamorphicEval
{
    public static Command Command()
    {
        var cases = new Option<FileInfo[]>("--cases") { Description = "files of labelled flag cases", Required = true, AllowMultipleArgumentsPerToken = true };
        var command = new Command("metamorphic", "Changes releases in ways whose effect on flags is known, and reports where the flags do not follow") { cases };
        command.SetAction(async (parsed, ct) =>
        {
            var results = await RunAsync([.. parsed.GetValue(cases)!.SelectMany(file => FlagCase.Load(file.FullName))], ct);
            foreach (var result in results)
            {
                Console.WriteLine(FormattableString.Invariant($"{result.Name}: {result.Faults.Count} of {result.Tried}"));
                foreach (var fault in result.Faults) Console.WriteLine($"    {fault}");
            }

            return results.All(result => result.Faults.Count == 0) ? 0 : 1;
        });
        return command;
    }

    /// <summary>Changes all cases in all ways.</summary>
    public static async Task<IReadOnlyList<MetamorphicResult>> RunAsync(IReadOnlyList<FlagCase> cases, CancellationToken ct)
    {
        var release = new CaseRelease();
        var before = new List<Flagged>();
        foreach (var item in cases) before.Add(await Flagged.OfAsync(item, release, ct));
        List<MetamorphicResult> results = [];
        foreach (var change in Metamorphosis.All)
        {
            var (tried, faults) = (0, new List<string>());
            foreach (var one in before)
            {
                if (change.Change(one.Case) is not { } changed) continue;
                tried++;
                var (was, now) = (one.Told(change.Words(one.Case)), (await Flagged.OfAsync(changed, release, ct)).Told(words => words));
                if (!was.SetEquals(now)) faults.Add($"{one.Case.Id}: -[{string.Join(" | ", was.Except(now))}] +[{string.Join(" | ", now.Except(was))}]");
            }

            results.Add(new(change.Name, tried, faults));
        }

        results.AddRange(await new CaveatsDeleted(release).RunAsync(before, ct));
        results.Add(await StrengthenedAsync(before, release, ct));
        return results;
    }

    /// <summary>A stronger verb in the sentence of a flag never lowers it.</summary>
    private static async Task<MetamorphicResult> StrengthenedAsync(List<Flagged> before, CaseRelease release, CancellationToken ct)
    {
        var (tried, faults) = (0, new List<string>());
        foreach (var one in before)
        {
            foreach (var flag in one.Raised)
            {
                var (document, sentence) = one.SentenceOf(flag);
                var stronger = VerbPattern().Replace(sentence.Of(document.Version.Text), match => match.Value.EndsWith('s') ? "proves that" : "prove that", 1);
                if (stronger == sentence.Of(document.Version.Text)) continue;
                tried++;
                var index = one.Dossier.Documents.ToList().IndexOf(document);
                var after = await Flagged.OfAsync(one.WithText(index, text => text[..sentence.Start] + stronger + text[sentence.End..]), release, ct);
                var now = after.SameAs(flag, index, sentence.Start);
                if (now is null || now.Severity < flag.Severity) faults.Add(FormattableString.Invariant($"{one.Case.Id}: {flag.Code} {flag.Severity} -> {now?.Severity} {stronger}"));
            }
        }

        return new("a verb is stronger", tried, faults);
    }

    [GeneratedRegex(@"\b(?:suggests?|indicates?|shows?) that\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VerbPattern();
}
