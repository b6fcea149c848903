using System.Text.RegularExpressions;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// Finds claims and caveats by rules over word lists and small trained models (<see cref="ClassifierSet"/>): with no key and no network, less well than a language model, and always the same. A quote is cut from
/// the text by construction, so none can be invented.
/// </summary>
public sealed partial class OfflineClaimEngine(
    ClaimTyper typer, ScopeReader scopes, CertaintyRater certainties, CaveatReader caveats, ClaimCues cues, PassageRoles roles, LexiconSet lexicons) : IClaimEngine
{
    private const string Version = "4";
    private const double FramedConfidence = 0.6;
    private const double PlainConfidence = 0.5;
    private const int BriefText = 20;

    /// <summary>A claim that states facts to check is one more surely.</summary>
    private const double FactsConfidence = 0.1;
    private readonly Propositions propositions = new(cues);
    private readonly Provenance provenance = new("offline", Version);

    // What the place of a sentence says about it: whether it is a finding of the work, and whether the text is about somebody else's.
    private readonly record struct Setting(bool IsFinding, bool IsAboutOthers, bool IsBrief);

    /// <inheritdoc/>
    public string Name => "offline/" + Version;

    /// <inheritdoc/>
    public Task<ClaimSet> ExtractAsync(DocumentVersion version, CancellationToken ct)
    {
        var claims = new Dictionary<Span, Claim>();
        var limits = new List<Caveat>();
        var findings = roles.Findings(version);
        var speakers = new Speakers(lexicons.Actors, version);
        var isAboutOthers = IsAboutOthers(version.Document.Kind, speakers);
        var isBrief = SubjectSentences.AreAtMost([version], BriefText);
        for (var i = 0; i < version.Passages.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            var passage = version.Passages[i];
            if (!CanClaim(version, passage)) continue;
            foreach (var claim in ClaimsOf(version, passage, speakers.Of(i), new(findings.Contains(passage.Index), isAboutOthers, isBrief))) claims.TryAdd(claim.Span, claim);
            if (caveats.Read(version.Text, passage.Span, passage.Place, PassageRoles.InContext(version, i)) is { } limit)
                limits.Add(Caveat.Cut(version, passage.Span, limit.Kind, limit.IsSpecific, passage.Place, provenance));
        }

        var ordered = claims.Values.OrderBy(claim => claim.Span.Start).ThenBy(claim => claim.Span.End).ToList();
        return Task.FromResult(new ClaimSet(version.Id, ordered, limits, new("offline", ordered.Count + limits.Count, 0, 0, 0, 0)));
    }

    private static bool CanClaim(DocumentVersion version, Passage passage) =>
        passage.Place is not (Place.Other or Place.Table) && passage.Span.Length is > 15 and < 1500 && version.TextOf(passage).Any(char.IsLower) && EnglishText.IsLatin(version.TextOf(passage));

    private IEnumerable<Claim> ClaimsOf(DocumentVersion version, Passage passage, OtherVoice? other, Setting setting)
    {
        var speaker = passage.Speaker ?? version.Document.Asserter;
        if (other is { IsBlock: true })
        {
            foreach (var stretch in propositions.In(version.Text, passage.Span))
                if (Read(version, stretch, passage, other.Name, AssertMode.QuotesOther, other.Name, setting) is { } claim) yield return claim;
            yield break;
        }

        foreach (var quoted in QuotedWords.In(version.Text, passage.Span))
        {
            var isIndirect = other is not null && Speakers.IsIndirect(version.Text, passage.Span, quoted);
            if (Read(version, quoted, passage, isIndirect ? speaker : other?.Name ?? speaker, isIndirect ? AssertMode.ReportsOther : AssertMode.QuotesOther, other?.Name, setting) is { } claim) yield return claim;
        }

        if (other is { IsQuotedOnly: true }) other = null;
        foreach (var stretch in propositions.In(version.Text, passage.Span))
        {
            var mode = other is not null ? AssertMode.ReportsOther : AssertMode.Asserts;
            if (Read(version, stretch, passage, speaker, mode, other?.Name, setting) is { } claim) yield return claim;
        }
    }

    private Claim? Read(DocumentVersion version, Span span, Passage passage, string asserter, AssertMode voice, string? attributed, Setting setting)
    {
        // A registered prediction is a forecast, whatever it is about; its percentage is no result.
        IReadOnlyList<ClaimType> types = ForecastPattern().IsMatch(version.TextOf(passage)) ? [ClaimType.Aspiration] : typer.Types(version.Text, span, setting.IsFinding);
        if (types.Count == 0 && IsRead(setting.IsBrief, passage) && typer.IsStatement(version.Text, span)) types = [ClaimType.Descriptive];
        if (types.Count == 0) return null;
        if (types.Contains(ClaimType.SelfLimitation) && setting.IsAboutOthers && voice is AssertMode.Asserts && !OwnPattern().IsMatch(span.Of(version.Text)))
            types = types.Count > 1 ? [.. types.Where(type => type is not ClaimType.SelfLimitation)] : [ClaimType.Descriptive];
        var certainty = certainties.Rate(version.Text, span);
        var mode = version.Text[passage.Span.End - 1] == '?' && voice is AssertMode.Asserts ? AssertMode.Asks : types[0] is ClaimType.Aspiration ? AssertMode.Aspires : voice;
        var polarity = DenialPattern().IsMatch(MainClause(span.Of(version.Text))) ? Polarity.Negative : Polarity.Positive;
        var confidence = (setting.IsFinding || cues["frame"].Find(version.Text, span).Any() ? FramedConfidence : PlainConfidence)
            + (CheckWorthiness.Score(span.Of(version.Text)) >= CheckWorthiness.Threshold ? FactsConfidence : 0);
        return Claim.Cut(
            version, span,
            new ClaimReading(
                types, StrengthRater.Rate(types, certainty, mode, polarity, ExpectationPattern().IsMatch(span.Of(version.Text))), certainty, scopes.Read(version.Text, span), asserter, passage.Place, confidence, null, polarity,
                mode, attributed),
            provenance);
    }

    // Who writes about somebody else's work admits no limit of his own by naming one.
    private static bool IsAboutOthers(DocumentKind kind, Speakers speakers) => speakers.IsAboutOthers || kind is DocumentKind.Critique or DocumentKind.News or DocumentKind.Policy or DocumentKind.ThirdPartySocial;

    // What is conceded in front ("although it is not ...,") or added about a noun ("where nothing is ...,") does not deny the statement.
    private static string MainClause(string words) => AsidePattern().Replace(words, " ");

    /// <summary>
    /// Whether a reader takes in the sentence itself: where attention is, and in a text so short that all of it is read. There every statement is a claim;
    /// in running text of a long work only those with a cue are.
    /// </summary>
    private static bool IsRead(bool isBrief, Passage passage) =>
        isBrief
        || passage.Place is Place.Title or Place.Headline or Place.Lede or Place.Abstract or Place.KeyResults or Place.Promo or Place.Social or Place.Policy or Place.Conclusion;

    [GeneratedRegex(@"^(?:\d{1,3}[.):]\s*)?\(\s*\d{1,3}\s?%\s*\)|^\d{1,3}[.):].{10,300}[-\u2013\u2014(]\s*\d{1,3}\s?%\)?\.?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex ForecastPattern();

    [GeneratedRegex(@"^(?:although|though|while|whereas|even if|even though)\b[^,]{0,200}(?:,[^,]{0,200})??,(?=\s)|\b(?:where|which|who|whose)\b[^,]{0,200},(?=\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex AsidePattern();

    [GeneratedRegex(@"\b(?:I|we|my|our|us)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 500)]
    private static partial Regex OwnPattern();

    [GeneratedRegex(@"\b(?:than|as) (?:\w+ ){0,3}(?:thought|expected|predicted|anticipated|hoped|imagined|feared|believed)\b|\b(?:my|our|their|his|her|its|all|most|these|those) (?:\w+ )?expectations?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 500)]
    private static partial Regex ExpectationPattern();

    [GeneratedRegex(@"\b(?:not|never|no longer|cannot|can't|doesn't|didn't|isn't|aren't|fails? to|failed to|has yet to|have yet to|unable to|(?:is|are|was|were) no)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex DenialPattern();
}
