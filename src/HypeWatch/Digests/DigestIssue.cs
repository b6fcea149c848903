using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>A digest in words, from which text, HTML and mail are drawn, so that they can't differ in what they say.</summary>
/// <param name="Period">The week.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="Subject">Subject of the mail, at most 60 characters.</param>
/// <param name="Summary">One paragraph with three numbers.</param>
/// <param name="Notes">What a reader must know before the flags: corrections below, no language model, flags held back.</param>
/// <param name="Flags">Up to five flags.</param>
/// <param name="WatchList">Top of the watch list; empty when a language model read along.</param>
/// <param name="Calibrated">The best-calibrated release.</param>
/// <param name="Moves">Up to three claims that moved.</param>
/// <param name="Predictions">Up to three lists of predictions.</param>
/// <param name="Corrections">All corrections and replies.</param>
/// <param name="Sources">Health of the sources: one line each for what is broken, and one for the rest.</param>
/// <param name="Footer">How this was made, and what a flag is.</param>
/// <param name="Links">Accuracy page and permalink; empty without a web address.</param>
/// <param name="IsNothingNew">Whether nothing of the week is new.</param>
/// <param name="IsDue">Whether it is to be sent: something is new, a source is broken, or the settings ask for a mail in any case.</param>
/// <param name="ShownKeys">One key per shown item and state, to be remembered so that it does not repeat.</param>
public sealed record DigestIssue(
    DigestPeriod Period, DateTimeOffset MadeAt, string Subject, string Summary, IReadOnlyList<string> Notes, DigestSection<FlagItem> Flags,
    DigestSection<FlagItem> WatchList, CalibratedItem? Calibrated, DigestSection<MoveItem> Moves, DigestSection<PredictionItem> Predictions,
    IReadOnlyList<CorrectionItem> Corrections, IReadOnlyList<string> Sources, IReadOnlyList<string> Footer, IReadOnlyList<DigestLink> Links,
    bool IsNothingNew, bool IsDue, IReadOnlyList<string> ShownKeys)
{
    /// <summary>Flags by kind over eight weeks; null when there are none, and in an urgent digest.</summary>
    public DigestChart? Chart { get; init; }

    /// <summary>Up to three commitments that fell due, or of which somebody said what became of them.</summary>
    public DigestSection<PromiseItem> Promises { get; init; } = new([]);

    /// <summary>Day of an urgent digest; null for the digest of a week.</summary>
    public DateOnly? UrgentDay { get; init; }

    /// <summary>Such as <c>2024-W21</c>, or the day of an urgent digest; the name of its folder in the outbox.</summary>
    public string Name => UrgentDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? Period.ToString();

    /// <summary>The claims that the digest speaks of, in its order; every rendering contains each of them.</summary>
    public IReadOnlyList<ClaimId> ClaimIds =>
    [
        .. Flags.Items.Concat(WatchList.Items).Select(item => item.Claim)
            .Append(Calibrated?.Claim).Concat(Moves.Items.SelectMany(item => new ClaimId?[] { item.BeforeClaim, item.AfterClaim }))
            .Concat(Promises.Items.Select(item => (ClaimId?)item.Claim)).Concat(Corrections.Select(item => item.Claim)).OfType<ClaimId>().Distinct(),
    ];
}

/// <summary>A section with a cap.</summary>
/// <param name="Items">What is shown.</param>
/// <param name="More">Where to find the rest, in words; null when all is shown.</param>
/// <param name="MoreLink">The same filter as a link; null without a web address.</param>
public sealed record DigestSection<T>(IReadOnlyList<T> Items, string? More = null, DigestLink? MoreLink = null);

/// <summary>A flag in the order in which it is read: words first, judgement last.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Claim">The flagged claim; null for a flag on a whole release.</param>
/// <param name="Quote">The words.</param>
/// <param name="Said">Who said them, where and when.</param>
/// <param name="Link">Where to read them; null for anything but http(s).</param>
/// <param name="Scale">Claimed and licensed strength; null for a flag on a whole release.</param>
/// <param name="RestsOn">What they rest on.</param>
/// <param name="Beside">The other side: the second quote; null when there is none.</param>
/// <param name="SpeaksFor">The strongest thing that speaks for the asserter, or that none was found, or that it was not checked.</param>
/// <param name="Caveat">The nearest caveat by the same author, or that none was found.</param>
/// <param name="Severity">1 to 5.</param>
/// <param name="Judgement">Code, kind, severity, confidence and status in words.</param>
/// <param name="Reason">Why.</param>
/// <param name="Lookup">How to see all of it.</param>
/// <param name="LookupLink">The same as a link; null without a web address.</param>
public sealed record FlagItem(
    FlagId Flag, ClaimId? Claim, string Quote, string Said, DigestLink? Link, ScalePair? Scale, string RestsOn, string? Beside, string SpeaksFor, string Caveat,
    int Severity, string Judgement, string Reason, string Lookup, DigestLink? LookupLink);

/// <summary>The two marks whose distance is the argument: how much is claimed, and how much the evidence licenses.</summary>
/// <param name="Claimed">Claimed strength.</param>
/// <param name="Licensed">Licensed strength; null when it could not be judged.</param>
public sealed record ScalePair(Strength Claimed, Strength? Licensed);

/// <summary>A claim that moved.</summary>
/// <param name="BeforeClaim">The earlier claim.</param>
/// <param name="Before">Its words.</param>
/// <param name="BeforeSaid">Who said them, where and when.</param>
/// <param name="AfterClaim">The later claim.</param>
/// <param name="After">Its words.</param>
/// <param name="AfterSaid">Who said them, where and when.</param>
/// <param name="Change">What changed, per axis.</param>
/// <param name="Basis">Why they belong together, and who made the change.</param>
/// <param name="Link">The later text.</param>
public sealed record MoveItem(
    ClaimId BeforeClaim, string Before, string BeforeSaid, ClaimId AfterClaim, string After, string AfterSaid, string Change, string Basis, DigestLink? Link);

/// <summary>A scored list of predictions.</summary>
/// <param name="Who">Forecaster, day and subject.</param>
/// <param name="Outcome">How many happened.</param>
/// <param name="Score">Both scores and how to read them, or why there are none.</param>
public sealed record PredictionItem(string Who, string Outcome, string Score);

/// <summary>A commitment.</summary>
/// <param name="Claim">The claim that makes it.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Said">Who said them, where and when.</param>
/// <param name="State">When it is due and what became of it.</param>
/// <param name="Link">Where to read it.</param>
public sealed record PromiseItem(ClaimId Claim, string Quote, string Said, string State, DigestLink? Link);

/// <summary>A correction or reply.</summary>
/// <param name="Claim">The claim that it is about.</param>
/// <param name="Text">What it says, with its kind.</param>
/// <param name="Link">Where to read it.</param>
public sealed record CorrectionItem(ClaimId? Claim, string Text, DigestLink? Link);

/// <summary>The best-calibrated release.</summary>
/// <param name="Claim">An example of its claims.</param>
/// <param name="Quote">The example's words.</param>
/// <param name="Said">Who said them, where and when.</param>
/// <param name="Why">What makes it so.</param>
/// <param name="Link">Where to read it.</param>
public sealed record CalibratedItem(ClaimId Claim, string Quote, string Said, string Why, DigestLink? Link);

/// <summary>A link whose host is shown beside its words, so that no title can pass for another address.</summary>
public sealed record DigestLink
{
    private DigestLink(string text, Uri uri) => (Text, Url, Host) = (text, uri.AbsoluteUri, uri.IdnHost);

    /// <summary>Restores a stored link.</summary>
    /// <exception cref="ArgumentException">The address is none that <see cref="TryCreate"/> accepts.</exception>
    [System.Text.Json.Serialization.JsonConstructor]
    public DigestLink(string text, string url)
    {
        var checkedLink = TryCreate(text, url) ?? throw new ArgumentException($"'{url}' is no plain web address", nameof(url));
        (Text, Url, Host) = (checkedLink.Text, checkedLink.Url, checkedLink.Host);
    }

    /// <summary>The linked words.</summary>
    public string Text { get; }

    /// <summary>Absolute http(s) address.</summary>
    public string Url { get; }

    /// <summary>Its host, in ASCII.</summary>
    public string Host { get; }

    /// <summary>A link; null for an address that is not http(s), or that hides its host behind a user name.</summary>
    public static DigestLink? TryCreate(string text, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Host.Length > 0 && uri.AbsoluteUri.Length <= 2000
            ? new(text, uri) : null;
}
