using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>From which part of the formula relief comes (specification 4): the strongest single one counts once, the other two add to it.</summary>
internal enum ReliefSource
{
    Single,
    Generic,
    ScopeAnchor,
}

/// <summary>Something that speaks for the asserter, with its weight in the formula.</summary>
internal readonly record struct Relief(Exculpation Exculpation, int Weight = 0, ReliefSource Source = ReliefSource.Single, bool IsAdmission = false)
{
    public static Relief OfText(ExculpationKind kind, ExculpationVerdict verdict, string text, int weight = 0, ReliefSource source = ReliefSource.Single) =>
        new(new(kind, verdict, null, null, text), weight, source);

    public static Relief OfPassage(ExculpationKind kind, ExculpationVerdict verdict, FlagQuote quote, int weight = 0, ReliefSource source = ReliefSource.Single, bool isAdmission = false) =>
        new(new(kind, verdict, quote.Version, quote.Span, quote.Quote), weight, source, isAdmission);
}

/// <summary>The outcome of a search over all kinds that apply.</summary>
internal sealed record ReliefSearch(IReadOnlyList<Relief> Found, IReadOnlyList<ExculpationSearch> Searches, bool IsComplete)
{
    /// <summary>Whether something found means that the flag does not stand.</summary>
    public bool Clears => Found.Any(relief => relief.Exculpation.Verdict == ExculpationVerdict.Clears);

    /// <summary>Whether the authors themselves say that the test is missing.</summary>
    public bool IsAdmitted => Found.Any(relief => relief.IsAdmission);

    /// <summary>Relief of the severity formula, 0 to 3.</summary>
    public int Weight =>
        Math.Min(SeverityRule.MostRelief, Strongest(ReliefSource.Single) + Strongest(ReliefSource.Generic) + Strongest(ReliefSource.ScopeAnchor));

    /// <summary>The search as if some of it had not been found.</summary>
    public ReliefSearch Without(IReadOnlyList<Exculpation> left) => this with { Found = [.. Found.Where(relief => !left.Contains(relief.Exculpation))] };

    private int Strongest(ReliefSource source) => Found.Where(relief => relief.Source == source).Select(relief => relief.Weight).DefaultIfEmpty().Max();
}
