using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// What is believed of a model's reading of a claim. Type, strength, voice and confidence are the model's; scope is read from the words by rule; certainty may
/// differ from the rule's by one level only, so that a page that talks the model into more or less cannot move it far; and every name must stand in what
/// the model was shown.
/// </summary>
internal sealed class ModelReading(Func<string, Span, Scope> scope, Func<string, Span, Certainty> certainty, LexiconSet lexicons)
{
    private const int MostNormalised = 600;
    private readonly BroadeningCheck broadening = new(lexicons);

    /// <summary>Reads a claim whose words were found.</summary>
    public ClaimReading Of(ClaimItem item, DocumentVersion version, Span span, VerbatimGate gate)
    {
        var passage = version.PassageAt(span);
        return new(
            [.. item.Types.Distinct()], item.Strength, Certain(item.Certainty, certainty(version.Text, span)), scope(version.Text, span),
            Shown(item.Asserter, gate) ?? passage?.Speaker ?? version.Document.Asserter, passage?.Place ?? Place.Body, Math.Clamp(item.Confidence, 0, 1),
            Normalised(item.Normalised, span.Of(version.Text)), item.Polarity, item.Mode, Shown(item.AttributedTo, gate), Shown(item.ComparativeTo, gate));
    }

    private static Certainty Certain(Certainty proposed, Certainty ruled) => (Certainty)Math.Clamp((int)proposed, (int)ruled - 1, (int)ruled + 1);

    private static string? Shown(string? phrase, VerbatimGate gate) => phrase is not null && gate.Shows(phrase) ? ShownText.Of(phrase) : null;

    private string? Normalised(string? proposed, string quote) =>
        proposed is { Length: > 0 and <= MostNormalised } && ShownText.Of(proposed) is { Length: > 0 } line && !broadening.IsBroader(line, quote) ? line : null;
}
