using System.Globalization;
using HypeWatch.Flags;
using HypeWatch.Model;

namespace HypeWatch.Pipeline.Accuracy;

/// <summary>A flag that was raised, and whether the labels expect its code on its document.</summary>
/// <param name="Confidence">How sure it was, 0 to 1.</param>
/// <param name="IsExpected">Whether the labels expect it.</param>
public readonly record struct WeighedFlag(double Confidence, bool IsExpected);

/// <summary>What came out of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Passed">Whether every expected flag was raised and nothing forbidden.</param>
/// <param name="Problems">What went wrong, in words.</param>
/// <param name="Expected">Expected codes per document.</param>
/// <param name="Raised">Raised codes per document.</param>
public sealed record CaseResult(FlagCase Case, bool Passed, IReadOnlyList<string> Problems, IReadOnlySet<(string Code, int Document)> Expected, IReadOnlySet<(string Code, int Document)> Raised)
{
    /// <summary>A flag counts as raised from this confidence on.</summary>
    public const double RaisedFrom = 0.40;

    /// <summary>Every flag that was not suppressed, with how sure it was.</summary>
    public IReadOnlyList<WeighedFlag> Weighed { get; init; } = [];

    /// <summary>Whether a second run gave the same flags; null when there was none.</summary>
    public bool? IsRepeated { get; init; }

    /// <summary>Whether something was seen and nothing was sure enough to count: the case is left to a reader.</summary>
    public bool IsAbstained => Raised.Count == 0 && Weighed.Count > 0;

    /// <summary>Scores the flags of a case by the rules of the format.</summary>
    /// <param name="item">The case.</param>
    /// <param name="dossier">What was read of it.</param>
    /// <param name="report">What was raised.</param>
    public static CaseResult Of(FlagCase item, Dossier dossier, FlagReport report)
    {
        var problems = report.Failures.Select(failure => $"{failure.Code} failed: {failure.Message}").ToList();
        var standing = report.Flags.Where(flag => flag.Status != FlagStatus.Suppressed).ToList();
        var raised = standing.Where(flag => flag.Confidence >= RaisedFrom).ToList();
        problems.AddRange(item.ExpectedFlags.Where(expected => !raised.Exists(flag => Fits(flag, expected, dossier))).Select(expected => Missing(expected, report, dossier)));
        problems.AddRange(raised.Where(flag => item.MustNotFlag.Any(rule => Forbids(rule, flag, dossier))).Select(flag => $"raised {flag.Code} on {Index(flag, dossier)} against the label"));
        if (item.Fair)
            problems.AddRange(raised.Where(flag => flag.Kind is not FlagKind.Context).Select(flag => $"raised {flag.Code} on a fair case: {(flag.Claim is { } id ? Told(dossier.Find(id)!) : "the release")} [{flag.Rationale}]"));
        var expectedCodes = item.ExpectedFlags.Select(expected => (expected.Code, expected.DocumentIndex)).ToHashSet();
        return new(item, problems.Count == 0, problems, expectedCodes, raised.Select(flag => (flag.Code, Index(flag, dossier))).ToHashSet())
        {
            Weighed = [.. standing.Select(flag => new WeighedFlag(flag.Confidence, expectedCodes.Contains((flag.Code, Index(flag, dossier)))))],
        };
    }

    private static string Told(Claim claim) =>
        $"{string.Join('/', claim.Types.Select(type => type.ToCode()))} {claim.Strength.ToCode()} {claim.Certainty.ToCode()} {claim.Scope} {claim.Mode.ToCode()}: {claim.Quote}";

    private static int Index(Flag flag, Dossier dossier) => dossier.Documents.ToList().FindIndex(document => document.Version.Id == flag.Version);

    private static bool Fits(Flag flag, ExpectedFlag expected, Dossier dossier)
    {
        if (flag.Code != expected.Code || Index(flag, dossier) != expected.DocumentIndex) return false;
        if (expected.Owner is { } owner && !IsOf(flag, owner, dossier)) return false;
        if (expected.SeverityRange is [var low, var high] && (flag.Severity < low || flag.Severity > high)) return false;
        if (expected.OnQuote is not { } quote) return true;
        var text = dossier.Documents[expected.DocumentIndex].Version.Text;
        var words = NormalizedText.From(quote);
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 && flag.Quotes[0].Span.Overlaps(new(at, at + words.Length));
    }

    // A poster is shown by role; whose post it is stands with the claim.
    private static bool IsOf(Flag flag, string owner, Dossier dossier)
    {
        if (flag.Asserter.Equals(owner, StringComparison.OrdinalIgnoreCase)) return true;
        return flag.Claim is { } id && dossier.Find(id) is { } claim && claim.Asserter.Equals(owner, StringComparison.OrdinalIgnoreCase)
            && dossier.DocumentOf(claim).Document.Kind is DocumentKind.ThirdPartySocial or DocumentKind.Comment;
    }

    private static bool Forbids(string rule, Flag flag, Dossier dossier)
    {
        var parts = rule.Split(':');
        return flag.Code == parts[0] && (parts.Length == 1 || parts[1] == Index(flag, dossier).ToString(CultureInfo.InvariantCulture));
    }

    private static string Missing(ExpectedFlag expected, FlagReport report, Dossier dossier)
    {
        var near = report.Flags.Where(flag => flag.Code == expected.Code).Select(flag => FormattableString.Invariant($"{flag.Asserter} severity {flag.Severity} confidence {flag.Confidence:0.00} {flag.Status}")).ToList();
        var claims = dossier.Documents[expected.DocumentIndex].Claims.Select(Told);
        return $"no {expected.Code} as expected; of that code: {(near.Count > 0 ? string.Join("; ", near) : "nothing")}; claims: {string.Join(" | ", claims)}";
    }
}
