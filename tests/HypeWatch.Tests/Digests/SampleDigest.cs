using HypeWatch.Digests;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Digests;

/// <summary>Invented content for digests.</summary>
internal static class SampleDigest
{
    public static readonly DigestPeriod Week = new(2031, 21);
    public static readonly DateTimeOffset MadeAt = new(2031, 5, 26, 6, 0, 0, TimeSpan.Zero);

    public static DigestInput Empty { get; } = new(Week, MadeAt, new(0, 0, 0)) { LanguageModel = "loopback-1" };

    public static DigestInput Full { get; } = new(Week, MadeAt, new(12, 340, 3))
    {
        LanguageModel = "loopback-1",
        Flags = [Flag(1), Flag(2, severity: 2)],
        Moves = [Move(1)],
        Predictions = [Prediction(0.9)],
        Corrections = [new(CorrectionKind.Reply, "Northlight answers that the appendix lists the baseline.", Flag(1).Flag.Claim, "https://northlight.example/reply")],
        Sources = [new("Northlight news", SourceState.Answered, 3, MadeAt), new("Courier", SourceState.Unreachable, 0, MadeAt.AddDays(-9), "answered 503")],
        BestCalibrated = Calibrated(), Chart = Chart,
    };

    public static DigestChart Chart => DigestChart.Of(Week, [new(new(2031, 4, 8), FlagKind.Overclaim, 4), new(new(2031, 5, 20), FlagKind.WarrantGap, 12), new(new(2031, 5, 21), FlagKind.Context, 1)])!;

    public static ClaimView Claim(int number, string? quote = null, Warrant? warrant = Warrant.Sample, DocumentKind kind = DocumentKind.Paper, string? url = null, string? title = null, string? publisher = null)
    {
        var text = quote ?? $"Sieve number {number} makes every model readable.";
        var version = new WrittenText(url ?? $"https://northlight.example/sieves/{number}", kind, text) { Title = title ?? $"Sieves, part {number}", Publisher = publisher ?? "Northlight", Published = "2031-05-20" }.ToVersion();
        var claim = HypeWatch.Model.Claim.Cut(version, new(0, text.Length),
            new([ClaimType.Descriptive], Strength.Closure, Certainty.Emphatic, new(5, null, null, null), "Northlight", Place.Abstract, 0.8), new("model", "1", "loopback-1"));
        var document = version.Document;
        return new(claim, new(document.Id, document.Kind, document.Title, document.Url, document.Publisher, document.Published), warrant);
    }

    public static FlagView Flag(int number, int severity = 3, double confidence = 0.7, FlagStatus status = FlagStatus.Open, ClaimView? claim = null, string code = "OC13",
        FlagKind kind = FlagKind.WarrantGap, bool exculpated = true, bool caveat = true, bool complete = true, string? rationale = null)
    {
        var view = claim ?? Claim(number);
        var flag = new Flag(new($"flg-{number:00}{code}"), new("rel-1"), code, code == "OC13" ? "baseline" : null, kind, view.Claim.Id, null, view.Claim.Version, "Northlight", 2, severity, confidence,
            rationale ?? "It says “makes every model readable”. No comparison with a simple probe was found in version 1 (main text and appendix).", [],
            exculpated
                ? [new(ExculpationKind.LimitationsSection, ExculpationVerdict.NoEffect, view.Claim.Version, new(0, 4), "We tried one model only."), new(ExculpationKind.ExplicitlyNotTested, ExculpationVerdict.Reduces, view.Claim.Version, new(0, 4), "We did not compare with probes.")]
                : [],
            [new(ExculpationKind.ProximateCaveat, "abstract"), new(ExculpationKind.LimitationsSection, "limitations")], complete, status, RaisedBy.System, [], null, "NoComparisonDetector/1");
        var limits = new WrittenText("https://northlight.example/limits", DocumentKind.Paper, "This holds for short prompts only.").ToVersion();
        CaveatView[] caveats = caveat
            ? [new(Caveat.Cut(limits, new(0, 10), CaveatKind.Scope, true, Place.Limitations, new("model", "1")), Proximity.SameDocument), new(Caveat.Cut(limits, new(0, limits.Text.Length), CaveatKind.Scope, true, Place.Abstract, new("model", "1")), Proximity.SameSection)]
            : [];
        return new(flag, "Sieves", view.Document, view, null, caveats);
    }

    public static DigestMove Move(int number, int delta = 3, double confidence = 0.8, bool? dateOk = true)
    {
        var before = Claim(100 + number, "Sieves may help with some small models.");
        var after = Claim(200 + number, $"Sieves open every machine, says report {number}.", kind: DocumentKind.News, url: $"https://courier.example/{number}", title: "Machines open", publisher: "The Daily Courier");
        var edge = new PropagationEdge(new($"edg-{number}"), before.Document.Id, before.Claim.Id, after.Document.Id, after.Claim.Id, EdgeKind.Paraphrases, EdgeSupport.ExplicitLink, "a paper", dateOk,
            delta, 1, 2, [new("cav-1")], confidence, ExcessOwner.Downstream);
        return new(edge, before with { Claim = before.Claim with { Strength = Strength.Regularity, Certainty = Certainty.Plain } }, after);
    }

    public static DigestPrediction Prediction(double? probability, bool isScored = true) => new(
        new(new("prd-1"), "Ada Example", new(2031, 5, 1), "the next sieve paper", null, null, -0.4, [new(1, "They fix a planted bug.", probability, Resolution.False), new(2, "They try two models.", 0.5)]) { Bound = new("Sieves, part 1", PublicationDate.OnDay(new(2031, 5, 20), "test")) },
        probability is null ? new(null, null, 1, 0) : new(-probability, probability * probability, 1, 0), isScored,
        isScored ? "made before the release (2031-05-20) by the day that it states" : "made on 2031-06-01, after the release (2031-05-20), so that these are no predictions");

    public static CalibratedRelease Calibrated()
    {
        var view = Claim(300, "In 41 of 60 prompts the tone changed.", url: "https://eastwind.example/sober", title: "A sober study", publisher: "Eastwind");
        return new(new("rel-2"), view with { Warrant = Warrant.Sample }, 4, 5);
    }
}
