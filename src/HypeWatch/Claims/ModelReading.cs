using HypeWatch.Lexicons;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// What is believed of a model's readings of a claim. Type, strength, voice and confidence are the model's; scope is read from the words by rule; certainty may
/// differ from the rule's by one level only, so that a page that talks the model into more or less cannot move it far; every name must stand in what
/// the model was shown; and a paraphrase is never stored as somebody else's own words.
/// </summary>
internal sealed class ModelReading(Func<string, Span, Scope> scope, Func<string, Span, Certainty> certainty, LexiconSet lexicons)
{
    private const int MostNormalised = 600;

    /// <summary>What is left of the confidence in a claim whose first reading was corrected.</summary>
    private const double AfterCorrection = 0.8;

    /// <summary>A defender may move a strength by so many levels.</summary>
    private const int MostMoved = 2;

    private readonly BroadeningCheck broadening = new(lexicons);

    /// <summary>Reads a claim whose words were found.</summary>
    public ClaimDraft Of(ClaimItem item, DocumentVersion version, Span span, VerbatimGate gate, Provenance provenance)
    {
        var quote = span.Of(version.Text);
        var (asserter, attributed) = Voices(item.Mode, item.Asserter, item.AttributedTo, version, span, gate);
        var normalised = Normalised(item.Normalised, quote);
        var claim = Claim.Cut(
            version, span,
            new ClaimReading(
                [.. item.Types.Distinct()], item.Strength, Near(item.Certainty, certainty(version.Text, span)), scope(version.Text, span), asserter,
                version.PassageAt(span)?.Place ?? Place.Body, Math.Clamp(item.Confidence, 0, 1), normalised, item.Polarity, item.Mode, attributed, Shown(item.ComparativeTo, gate)),
            provenance);
        return new(claim, IsVoiceUnsure(claim, item, version), item.Normalised is { Length: > 0 and <= MostNormalised } broad && normalised is null ? ShownText.Of(broad) : null);
    }

    /// <summary>A claim with the voice that a second reading heard.</summary>
    public Claim Heard(Claim claim, Voice voice, DocumentVersion version, VerbatimGate gate)
    {
        var (asserter, attributed) = Voices(voice.Mode, voice.Asserter, voice.AttributedTo, version, claim.Span, gate);
        return claim with { Mode = voice.Mode, Asserter = asserter, AttributedTo = attributed };
    }

    /// <summary>A claim as its defender reads it.</summary>
    public Claim Corrected(Claim claim, ClaimVerdict verdict, DocumentVersion version) => claim with
    {
        Types = verdict.Types.Count > 0 ? [.. verdict.Types.Distinct()] : claim.Types,
        Strength = verdict.Strength is { } strength ? (Strength)Math.Clamp((int)strength, (int)claim.Strength - MostMoved, (int)claim.Strength + MostMoved) : claim.Strength,
        Certainty = verdict.Certainty is { } sure ? Near(sure, certainty(version.Text, claim.Span)) : claim.Certainty,
        Polarity = verdict.Polarity ?? claim.Polarity,
        ExtractionConfidence = claim.ExtractionConfidence * AfterCorrection,
    };

    /// <summary>A rewording that says no more than the quote; null when it says more or nothing.</summary>
    public string? Normalised(string? proposed, string quote) =>
        proposed is { Length: > 0 and <= MostNormalised } && ShownText.Of(proposed) is { Length: > 0 } line && !broadening.IsBroader(line, quote) ? line : null;

    private (string Asserter, string? Attributed) Voices(AssertMode mode, string? asserter, string? attributed, DocumentVersion version, Span span, VerbatimGate gate)
    {
        var voice = version.PassageAt(span)?.Speaker ?? version.Document.Asserter;
        var quoted = Shown(asserter, gate);
        var source = Shown(attributed, gate) ?? quoted;
        return mode switch
        {
            AssertMode.QuotesOther => ((quoted ?? source) is { } spelt ? new Speakers(lexicons.Actors, version).NameOf(spelt) : voice, source),
            AssertMode.ReportsOther => (voice, source),
            _ => (voice, Shown(attributed, gate)),
        };
    }

    private static bool IsVoiceUnsure(Claim claim, ClaimItem item, DocumentVersion version) =>
        item.Mode is AssertMode.ReportsOther or AssertMode.QuotesOther || item.Asserter is not null || item.AttributedTo is not null
        || (version.PassageAt(claim.Span) is { } passage && QuotedWords.In(version.Text, passage.Span).Any(quoted => quoted.Overlaps(claim.Span)));

    private static Certainty Near(Certainty proposed, Certainty ruled) => (Certainty)Math.Clamp((int)proposed, (int)ruled - 1, (int)ruled + 1);

    private static string? Shown(string? phrase, VerbatimGate gate) => phrase is not null && gate.Shows(phrase) ? ShownText.Of(phrase) : null;
}
