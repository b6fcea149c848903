using HypeWatch.Flags.Hearings;
using HypeWatch.Model;

namespace HypeWatch.Pipeline.Accuracy;

/// <summary>Runs labelled cases through the product's own path from text to flags.</summary>
/// <param name="hearing">Hears the releases; null for the rules alone.</param>
public sealed class CaseRun(FlagHearing? hearing)
{
    private readonly CaseRelease release = new(hearing);

    /// <summary>What decides besides the cases.</summary>
    public string Versions => release.Versions;

    /// <summary>Runs all cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="isRepeated">Whether each is run a second time, to see that the same comes out.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="HypeWatch.Llm.LlmException">The model gave no answer.</exception>
    public async Task<IReadOnlyList<CaseResult>> RunAsync(IReadOnlyList<FlagCase> cases, bool isRepeated, CancellationToken ct)
    {
        // A model answers many at once; the rules take one after the other.
        using var places = new SemaphoreSlim(hearing is null ? 1 : Math.Max(1, cases.Count));
        return await Task.WhenAll(cases.Select(async item =>
        {
            await places.WaitAsync(ct);
            try
            {
                var dossier = await release.BuildAsync(item, ct);
                var report = await release.AssessAsync(dossier, ct);
                var result = CaseResult.Of(item, dossier, report);
                if (!isRepeated) return result;
                var again = await release.AssessAsync(await release.BuildAsync(item, ct), ct);
                return result with { IsRepeated = report.Flags.Select(Told).SequenceEqual(again.Flags.Select(Told)) };
            }
            finally
            {
                places.Release();
            }
        }));
    }

    private static (FlagId Id, int Severity, double Confidence, FlagStatus Status) Told(Flag flag) => (flag.Id, flag.Severity, flag.Confidence, flag.Status);
}
