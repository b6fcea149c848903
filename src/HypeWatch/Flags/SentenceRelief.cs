using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>Relief in the claim's own sentence: hedges, restrictions, reported speech, quotation, questions, aspirations.</summary>
internal sealed partial class SentenceRelief(LexiconSet lexicons)
{
    /// <summary>
    /// E1: a caveat in the sentence; a hedge, where the claim as a whole reads as tentative (a hedge on a side issue lowers nothing, specification 2.3);
    /// a restriction of scope that the claim's words leave out.
    /// </summary>
    public IEnumerable<Relief> Hedges(ReliefCase item)
    {
        foreach (var (caveat, proximity) in CaveatRelief.Caveats(item))
        {
            if (proximity != Proximity.SameSentence || !caveat.Span.Overlaps(item.SentenceSpan)) continue;
            var weight = CaveatRelief.Weight(caveat, proximity);
            yield return Relief.OfPassage(ExculpationKind.SameSentenceHedge, ExculpationVerdict.Reduces, caveat.Quote(), weight);
        }

        var text = item.Home.Version.Text;
        if (item.Claim.Certainty <= Certainty.Tentative && lexicons.Hedges.Find(text, item.SentenceSpan).FirstOrDefault() is { Term: not null } hedge)
            yield return Relief.OfPassage(ExculpationKind.SameSentenceHedge, ExculpationVerdict.Reduces, Quote(item, hedge.Span), 2);
        if (item.Type.Code is "OC01" or "OC02" or "OC03" or "OC20")
        {
            foreach (var hit in lexicons.ScopeQuantifiers.Find(text, item.SentenceSpan))
                if (hit.Term is { Category: "scope_narrow", Subcategory: not "proportion" } && !item.Claim.Span.Contains(hit.Span))
                    yield return Relief.OfPassage(ExculpationKind.SameSentenceHedge, ExculpationVerdict.Reduces, Quote(item, hit.Span), 2);
        }

        if (item.Type.Code == "OC18")
        {
            foreach (var hit in lexicons.NoveltyPhrases.Find(text, item.SentenceSpan))
                if (hit.Term.Subcategory == "softener") yield return Relief.OfPassage(ExculpationKind.SameSentenceHedge, ExculpationVerdict.Reduces, Quote(item, hit.Span), 1);
        }
    }

    /// <summary>
    /// E8: what others said is theirs. For propagation it only weighs: where the source's own text is at hand and says less, the report itself is the excess.
    /// </summary>
    public static IEnumerable<Relief> ReportedSpeech(ReliefCase item)
    {
        var reported = item.Claim.Mode is AssertMode.ReportsOther or AssertMode.QuotesOther || item.Claim.AttributedTo is not null;
        var match = ReportPattern().Match(item.Sentence);
        if (!reported && !match.Success) yield break;
        // Whose result it is that a text tells as settled clears nobody who tells it so.
        if (item.Type.Code == "OC19" && item.Claim.Mode == AssertMode.Asserts) yield break;
        // Words in quotation marks are the subject of such a finding; and a newspaper's own headline is not excused by "researchers find" at its end.
        if (item.Finding.IsAboutQuotation || (!reported && IsTail(item, match))) yield break;
        var isPropagation = item.Type.Kind == FlagKind.Propagation && item.Claim.Mode != AssertMode.QuotesOther;
        var verdict = isPropagation ? ExculpationVerdict.Reduces : ExculpationVerdict.Clears;
        yield return match.Success
            ? Relief.OfPassage(ExculpationKind.ReportedSpeech, verdict, Quote(item, Shift(item, match)), 1)
            : Relief.OfText(ExculpationKind.ReportedSpeech, verdict, $"reported as said by {item.Claim.AttributedTo ?? "somebody else"}", 1);
    }

    private static bool IsTail(ReliefCase item, Match match) =>
        item.Claim.Place is Place.Headline or Place.Title or Place.Lede && TailPattern().IsMatch(item.Sentence[Math.Max(0, match.Index - 2)..]);

    /// <summary>E9: in quotation marks, a question, a supposition, a denial.</summary>
    public static IEnumerable<Relief> NotAsserted(ReliefCase item)
    {
        if (item.Claim.Mode is AssertMode.Asks or AssertMode.Hypothesises or AssertMode.Denies || item.Sentence.TrimEnd().EndsWith('?'))
            yield return Relief.OfText(ExculpationKind.NotAsserted, ExculpationVerdict.Clears, "asked, supposed or denied, not asserted");
        else if (SupposePattern().Match(item.Sentence) is { Success: true } match)
            yield return Relief.OfPassage(ExculpationKind.NotAsserted, ExculpationVerdict.Clears, Quote(item, Shift(item, match)));
        else if (!item.Finding.IsAboutQuotation && IsQuoted(item)) yield return Relief.OfText(ExculpationKind.NotAsserted, ExculpationVerdict.Clears, "the words stand inside quotation marks");
        else if (!item.Finding.IsAboutQuotation && item.Claim.Mode != AssertMode.QuotesOther && IsMostlyQuoted(item)) yield return Relief.OfText(ExculpationKind.NotAsserted, ExculpationVerdict.Clears, "most of it is a quotation, told as the words of others");
    }

    // "It led to a claim in a memo that \u201c...\u201d": what the writer asserts is that somebody said so.
    private static bool IsMostlyQuoted(ReliefCase item)
    {
        var quoted = QuotedSpanPattern().Matches(item.Claim.Quote).Sum(match => match.Length);
        return quoted * 2 > item.Claim.Quote.Length && QuotedSpanPattern().Match(item.Claim.Quote) is { Index: > 0 } first && TellingPattern().IsMatch(item.Claim.Quote[..first.Index]);
    }

    /// <summary>E11: a hope, an aim, or a demonstration that is marked as one.</summary>
    public static IEnumerable<Relief> Aspiration(ReliefCase item)
    {
        if (item.Claim.Certainty < Certainty.Emphatic && HopePattern().Match(item.Sentence) is { Success: true } hope)
            yield return Relief.OfPassage(ExculpationKind.Aspiration, ExculpationVerdict.Clears, Quote(item, Shift(item, hope)));
        if (item.Type.Code is not ("OC04" or "OC05" or "OC13" or "OC15")) yield break;
        var home = item.Home.Version.PassageAt(item.Claim.Span);
        foreach (var sentence in item.Dossier.Own.Sentences())
        {
            if (!DemonstrationPattern().IsMatch(sentence.Text)) continue;
            var isNear = sentence.Document == item.Home && sentence.Passage.Paragraph == home?.Paragraph;
            yield return Relief.OfPassage(ExculpationKind.Aspiration, isNear ? ExculpationVerdict.Clears : ExculpationVerdict.Reduces, sentence.Quote("caveat"), 1);
        }
    }

    [GeneratedRegex(@"[\u201c""][^\u201c\u201d""]{20,}[\u201d""]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedSpanPattern();

    /// <summary>That somebody said something, before the words themselves.</summary>
    [GeneratedRegex(@"\b(?:claim(?:s|ed)?|statement|testimony|memo|headline|post|line|sentence|words?|says?|said|writes?|wrote|told|reads?|argu(?:e|es|ed)|stat(?:es?|ed))\b[^\u201c""]{0,60}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TellingPattern();

    /// <summary>Whether the claim begins inside quotation marks that were opened before it in its sentence and closed after it.</summary>
    private static bool IsQuoted(ReliefCase item)
    {
        var before = item.Home.Version.Text[item.SentenceSpan.Start..item.Claim.Span.Start];
        var after = item.Home.Version.Text[item.Claim.Span.End..Math.Max(item.Claim.Span.End, item.SentenceSpan.End)];
        var curly = before.Count(c => c == '\u201c') > before.Count(c => c == '\u201d') && after.Contains('\u201d', StringComparison.Ordinal);
        return curly || (before.Count(c => c == '"') % 2 == 1 && after.Contains('"', StringComparison.Ordinal));
    }

    private static Span Shift(ReliefCase item, Match match) => new(item.SentenceSpan.Start + match.Index, item.SentenceSpan.Start + match.Index + match.Length);

    private static FlagQuote Quote(ReliefCase item, Span span) => new(item.Claim.Version, span, span.Of(item.Home.Version.Text), "caveat");

    [GeneratedRegex(
        @"\baccording to\b|[""\u201d],?\s(?:the\s|an?\s)?(?:\p{L}+\s){1,4}?(?:told|said|says|wrote|writes|argued|argues|claimed|claims|insisted|insists|added)\b|\b(?!we\b|I\b|results?\b|findings\b|experiments\b|this\b|these\b|which\b|that\b|paper\b|data\b|evidence\b|analys[ie]s\b)(?:\p{L}{3,}\s(?:says|said|claims|claimed|argues|argued|believes|insists|maintains)|(?:\p{L}{2,}s|they|people|others|some|many|men|women)\s(?:say|claim|argue|believe|insist|maintain))\sthat\b|\b(?:researchers|scientists|authors|critics|experts|engineers|company|lab|team|advocates|founders?|investors?|spokes\w+|he|she|they)\s(?:\w+\s){0,2}(?:said|say|says|claim|claims|claimed|argue|argues|argued|believe|told|wrote|writes|report|reports|reported)\b|(?<!\b(?:we|I|be|as)\s)\bsaid\b|\bet al\.?,?\s(?:\(\d{4}\w?\)\s)?(?:show|report|find|found|argue|claim|demonstrate)\w*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReportPattern();

    [GeneratedRegex(@"^\W*(?:new\s|the\s)?(?:researchers?|scientists?|experts?|stud(?:y|ies)|research|report|team)\s(?:find|finds|found|say|says|said|show|shows|suggest|suggests|reveal|reveals|claim|claims)\W*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TailPattern();

    [GeneratedRegex(@"^\W*(?:if\b(?! you\b)|suppose|imagine|what if|consider a|in principle,|were it)\b|\bit would be (?:wrong|a mistake) to (?:say|conclude|claim)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SupposePattern();

    [GeneratedRegex(
        @"\b(?:we|I|the authors|they)\s(?:\w+\s)?(?:hope|aim|plan|intend|want|would like|aspire)\b|\b(?:our|the|a)\s(?:long-term\s|ultimate\s|eventual\s)?(?:goal|aim|ambition|hope|vision|motivation)\s(?:is|was|here|of this|behind)\b|\b(?:one day|eventually|someday|in the future|in the long run|as a step toward|a first step)\b|\bmotivated by\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HopePattern();

    [GeneratedRegex(
        @"\b(?:demonstration|illustration|existence proof|proofs? of concept|case stud(?:y|ies))\b[^.]{0,40}\b(?:not|rather than)\b|\bnot\b[^.]{0,30}\b(?:representative|an? (?:systematic\s)?evaluation|a benchmark)\b|\bonly (?:demonstrate|show|establish) (?:that )?(?:existence|such)|\bchosen (?:only )?(?:for (?:clarity|illustration)|to illustrate)\b|\bqualitative (?:demonstration|examples?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DemonstrationPattern();
}
