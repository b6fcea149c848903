using HypeWatch.Model;

namespace HypeWatch.Reviews;

/// <summary>How often reviewers let the flags of one code stand.</summary>
/// <param name="Code">OC01 … OC24.</param>
/// <param name="Stood">Confirmed, reduced or given to another owner.</param>
/// <param name="Dismissed">Dismissed.</param>
/// <param name="Interval">95 % Wilson interval of the share that stood.</param>
/// <param name="IsPaused">Whether fewer than 0.6 of its last 30 stood, so that the digest leaves the code out.</param>
public sealed record CodeAccuracy(string Code, int Stood, int Dismissed, WilsonInterval Interval, bool IsPaused);

/// <summary>How far two reviewers agree, beyond chance.</summary>
/// <param name="First">A reviewer.</param>
/// <param name="Second">Another.</param>
/// <param name="Flags">Flags on which both decided.</param>
/// <param name="Agreement">Share on which they decided alike, 0 to 1.</param>
/// <param name="Kappa">Cohen's kappa (Cohen 1960), -1 to 1; null where chance alone explains all, because both always decide alike.</param>
public sealed record RaterAgreement(string First, string Second, int Flags, double Agreement, double? Kappa);

/// <summary>What the reviews say about the flags: precision by code, and agreement of reviewers (specification 9).</summary>
public static class ReviewAccuracy
{
    /// <summary>The number of latest decisions by which a code is judged fit for the digest.</summary>
    public const int Window = 30;

    /// <summary>The least share that must stand over these.</summary>
    public const double LeastShare = 0.6;

    /// <summary>Precision by code. Each flag counts once, by the latest decision about it.</summary>
    public static IReadOnlyList<CodeAccuracy> ByCode(IReadOnlyList<CodedReview> reviews) =>
    [
        .. from decision in Decided(reviews).Where(review => review.Code is not null).GroupBy(review => review.Entry.Flag).Select(flag => flag.Last())
           group decision by decision.Code! into code
           orderby code.Key
           select Of(code.Key, [.. code.OrderBy(review => review.Entry.At).Select(review => Stands(review.Entry))]),
    ];

    /// <summary>The codes that the digest leaves out.</summary>
    public static IReadOnlySet<string> Paused(IReadOnlyList<CodedReview> reviews) => ByCode(reviews).Where(code => code.IsPaused).Select(code => code.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>Agreement of each two reviewers who decided on the same flags.</summary>
    public static IReadOnlyList<RaterAgreement> OfRaters(IReadOnlyList<CodedReview> reviews)
    {
        var byRater = Decided(reviews).GroupBy(review => review.Entry.Reviewer, StringComparer.OrdinalIgnoreCase).OrderBy(own => own.Key, StringComparer.OrdinalIgnoreCase)
            .Select(own => (Name: own.Key, Verdicts: own.GroupBy(review => review.Entry.Flag).ToDictionary(flag => flag.Key, flag => Stands(flag.Last().Entry)))).ToList();
        return
        [
            .. from i in Enumerable.Range(0, byRater.Count)
               from j in Enumerable.Range(i + 1, byRater.Count - i - 1)
               let both = byRater[i].Verdicts.Keys.Where(byRater[j].Verdicts.ContainsKey).Select(flag => (First: byRater[i].Verdicts[flag], Second: byRater[j].Verdicts[flag])).ToList()
               where both.Count > 0
               let seen = both.Count(pair => pair.First == pair.Second) / (double)both.Count
               select new RaterAgreement(byRater[i].Name, byRater[j].Name, both.Count, seen, CohensKappa.Of(both)),
        ];
    }

    private static CodeAccuracy Of(string code, IReadOnlyList<bool> stood)
    {
        var number = stood.Count(stands => stands);
        var last = stood.TakeLast(Window).ToList();
        return new(code, number, stood.Count - number, WilsonInterval.Of(number, stood.Count), last.Count == Window && last.Count(stands => stands) < LeastShare * Window);
    }

    private static IEnumerable<CodedReview> Decided(IReadOnlyList<CodedReview> reviews) => reviews.Where(review => review.Entry.Verdict is not (ReviewVerdict.NeedsInfo or ReviewVerdict.Split));

    private static bool Stands(ReviewEntry entry) => entry.Verdict is not ReviewVerdict.Dismiss;
}
