using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>The wording of a flag (specification 9): both sides quoted, "may exceed" and "not found in", and the strongest exculpation in the same breath.</summary>
internal static class Rationale
{
    public static string Of(Finding finding, ReliefSearch search, Dossier dossier)
    {
        var sentences = new List<string>(finding.Reasons);
        var owner = finding.Owner ?? finding.Claim.Asserter;
        if (Strongest(search) is { } best) sentences.Add($"What speaks for {owner}: {(best.Span is null ? best.Text : DossierReading.Cite(best.Text))}.");
        else sentences.Add($"Nothing that speaks for {owner} was found in {dossier.Looked()}.");
        return string.Join(' ', sentences);
    }

    private static Exculpation? Strongest(ReliefSearch search) =>
        search.Found.OrderBy(relief => relief.Exculpation.Verdict).ThenByDescending(relief => relief.Weight).Select(relief => relief.Exculpation).FirstOrDefault();
}
