using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// What a document puts forward as its own assertion about its own result. What it says of the field, of others' work, of its aims, and what a round-up
/// relays from many sources, it cannot overstate (specification 0.1, 0.3, X8).
/// </summary>
internal static partial class OwnVoice
{
    /// <summary>A post of at most this many sentences and headings is read whole: all of it is put forward.</summary>
    private const int BriefPost = 40;

    /// <summary>An abstract of more sentences than this opens with what others found; a shorter one comes to the point at once.</summary>
    private const int ShortAbstract = 3;

    /// <summary>
    /// Whether the asserter says it as a fact: limitations (T13), aspirations (T14) and reports of others (T15) never exceed anything by themselves
    /// (specification 2.1), nor do questions, also those that a sentence calls open, hypotheses, quotations and denials.
    /// </summary>
    public static bool IsAsserted(this Claim claim) =>
        claim.Mode == AssertMode.Asserts && claim.Type is not (ClaimType.SelfLimitation or ClaimType.Aspiration or ClaimType.Attribution)
        && !OpenQuestionPattern().IsMatch(claim.Quote);

    /// <summary>
    /// Whether a claim is the document's own contention: not a statement about the literature or the field as works open with, not a heading, an aim, a
    /// caption, a table, a method's description or a limitation, and no item of a round-up.
    /// </summary>
    public static bool IsContention(this Dossier dossier, Claim claim)
    {
        if (!claim.IsAsserted() || claim.Place is Place.RelatedWork or Place.Other or Place.Table or Place.FigureCaption or Place.Limitations or Place.Method) return false;
        var home = dossier.DocumentOf(claim);
        if (home.IsRoundup) return false;
        var sentence = DossierReading.SentenceOf(home, claim).Of(home.Version.Text);
        if (EntryPattern().IsMatch(sentence) || IsLabel(home, claim, sentence) || IsAim(claim.Quote) || IsDenial(sentence)) return false;
        if (home.Document.Kind is not (DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.Appendix)) return !(home.IsOwn && FieldPattern().IsMatch(sentence) && !IsFramed(sentence));
        // A sentence that begins in lower case is the rest of one that a page break cut.
        if (char.IsLower(sentence[0]) || (FieldPattern().IsMatch(claim.Quote) && !IsFramed(claim.Quote))) return false;
        return IsFramed(sentence)
            || !(FieldPattern().IsMatch(sentence) || IsOpening(home, claim) || dossier.EvidenceOf(claim).Any(link => link is { Kind: EvidenceKind.Citation, Distance: Proximity.SameSentence }));
    }

    /// <summary>
    /// Whether a contention stands where attention is, or is framed as a finding of the work. Running text of a long work explains, describes and argues in
    /// general sentences that nobody takes for its results.
    /// </summary>
    public static bool IsPutForward(this Dossier dossier, Claim claim) =>
        dossier.IsContention(claim)
        && (claim.IsHeadline || claim.Place is Place.Conclusion or Place.Promo or Place.Social or Place.Policy || IsBriefPost(dossier.DocumentOf(claim)) || dossier.Documents.IsShort() || FindingPattern().IsMatch(dossier.SentenceText(claim)));

    /// <summary>"Whether this helps is open".</summary>
    [GeneratedRegex(@"^\W*whether\b.*\b(?:(?:is|are|remains?|stays?|was|were) (?:still |yet |an? |as yet )?(?:open|unclear|unknown|uncertain|untested|unanswered|unsettled|question|not (?:known|clear|tested|settled))|to be (?:seen|shown|tested))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenQuestionPattern();

    /// <summary>Whether a sentence speaks of the work itself: "we", "our", "this paper".</summary>
    public static bool IsFramed(string sentence) => FramePattern().IsMatch(sentence);

    /// <summary>Whether a sentence says what the work sets out to do or presents, whatever it adds about it.</summary>
    public static bool IsPlan(string quote) => AimPattern().IsMatch(quote) || PlanPattern().IsMatch(quote);

    private static bool IsBriefPost(DossierDocument document) =>
        (document.Document.Kind is DocumentKind.Blog or DocumentKind.PressRelease || !document.IsOwn) && SubjectSentences.AreAtMost([document.Version], BriefPost);

    /// <summary>
    /// Whether a claim stands in an abstract or an introduction before the work first speaks of itself: there it says what the reader is to know of the
    /// field. Works that never speak of themselves, and short ones, have no such opening.
    /// </summary>
    private static bool IsOpening(DossierDocument home, Claim claim)
    {
        if (claim.Place is not (Place.Abstract or Place.Introduction) || home.Version.PassageAt(claim.Span) is not { } passage) return false;
        var part = home.Version.Passages.Where(other => other.Place == claim.Place).ToList();
        if (part.Count <= ShortAbstract || (part.Count <= 2 * ShortAbstract && SubjectSentences.Of([home.Version]) is var onSubject && part.Count(other => onSubject.Contains((home.Version.Id, other.Index))) <= ShortAbstract)) return false;
        var own = part.Find(other => IsFramed(home.Version.TextOf(other)));
        return own is not null && passage.Index < own.Index;
    }

    /// <summary>
    /// A heading or a name: no verb says anything of it. "Editing facts in language models" names what a paper is about; over a brief post the same form
    /// promises it ("Stopping hallucinations at the source").
    /// </summary>
    private static bool IsLabel(DossierDocument home, Claim claim, string sentence)
    {
        if (sentence.TrimEnd().EndsWith('.') || FiniteVerb().IsMatch(sentence)) return false;
        return (claim.Place == Place.Title && !SubjectSentences.AreAtMost([home.Version], BriefPost)) || !(VerbPattern().IsMatch(sentence) || PromisePattern().IsMatch(sentence));
    }

    /// <summary>"We introduce X to improve Y": what a work sets out to do, without a word on whether it came true.</summary>
    private static bool IsAim(string quote) => AimPattern().IsMatch(quote) && !OutcomePattern().IsMatch(quote);

    [GeneratedRegex(@"\bwe\s(?:\w+ly\s|also\s|then\s|first\s|further\s)?(?:propose|introduce|design|present|develop|study|investigate|analy[sz]e)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlanPattern();

    [GeneratedRegex(@"\b(?:(?:we|results?|findings|experiments|this|these|evidence) (?:\w+ )?(?:find|found|show|shows|showed|demonstrates?|demonstrated|conclude|prove|establish|suggests?|indicates?|reveals?|confirms?|discover)|our (?:results|findings|method|approach|work))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FindingPattern();

    [GeneratedRegex(@"\b(?:we|our|ours|us|I|my|this (?:paper|work|post|study|article|release))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FramePattern();

    [GeneratedRegex(
        @"\b(?:recent(?:ly)? (?:advances?|works?|studies|progress|efforts|research)|(?:prior|previous|existing|earlier|past|related) (?:works?|studies|methods?|approaches|research|efforts)|ha(?:s|ve) (?:emerged|proven|shown (?:promise|remarkable|impressive)|demonstrated (?:remarkable|impressive))|(?:seeks?|aims?) to|aiming to|is an? (?:key|growing|emerging|active|popular|common|central|promising|widely)|are (?:a )?(?:popular|common|widely|increasingly)|ha(?:s|ve) become|remains? (?:absent|an open|a challenge|poorly|unclear)|is (?:crucial|essential|critical)|researchers (?:use|have (?:long|also|recently|previously|already|often|begun|started|proposed|studied|used|developed|explored|tried|attempted|argued|suggested|turned))|many (?:works|studies)|the field of|such (?:methods|interventions) are|exhibit (?:remarkable|impressive)|recently (?:\w+ )?(?:been |become )?(?:popular\w*|proposed|emerged|attracted|gained|drawn|received)|have (?:also )?made it (?:easier|possible)|popularised|popularized|achiev\w+ (?:remarkable|impressive)|central question|open (?:question|problem)|is known to|are known to|it is (?:well )?known|(?:poorly|not (?:well|fully|yet)|little|incompletely) understood|tutorials?|documentation)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldPattern();

    /// <summary>An entry of a reference list, an acknowledgement or a footnote that stands among the sentences.</summary>
    [GeneratedRegex(@"\barXiv(?: preprint|:)|https?://|\b(?:In )?Proceedings of\b|\barXiv\b|,\s(?:19|20)\d\d[a-z]?\.?$|^\W*\p{Lu}[\p{L}-]+, (?:\p{Lu}\.,? ?)+|^\W*(?:\p{Lu}\.,? ?)+,? (?:\p{Lu}[\p{L}-]+, \p{Lu}\.|and \p{Lu})|(?:\p{Lu}[\p{L}-]+, \p{Lu}\.,? ){2}|\bgrateful\b|\backnowledg\w+\b|\bthanks?\b|\b(?:providing|provided) (?:funding|support|compute|feedback)\b|\bfund(?:ed|ing) (?:by|for|from)\b|\bgrants?\b (?:no\.?|from|agreement)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EntryPattern();

    [GeneratedRegex(
        @"\b(?:is|are|was|were|be|been|being|has|have|had|can|could|may|might|will|would|should|must|do|does|did|need|show|shows|showed|find|finds|found|make|makes|made|give|gives|gave|let|lets|get|gets|allow|allows|enable|enables|reveal|reveals|explain|explains|learn|learns|learned|read|reads|know|knows|think|thinks|lie|lies|solve|solves|solved|prove|proves|proved|beat|beats|work|works|use|uses|see|sees|cracks?|opens?|detects?|outperforms?|improves?|controls?|predicts?|represents?|encodes?|computes?|stores?|causes?|drives?|steers?|generali[sz]es?|scales?|emerges?|recovers?|removes?|prevents?|ensures?|guarantees?|unlocks?|tells?|helps?|produces?|matters?|fails?|hold|holds|generate|generates|remains?|become|becomes|understands?|believes?|wants?|deceives?|we|I|it|they|you)\b|\b(?:that|which|who)\s\p{L}+s\b|\bproof that\b|n't\b|'(?:re|ve|ll)\b|\u2019(?:re|ve|ll)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FiniteVerb();

    /// <summary>A title that begins with what is done, or is to be done, to something.</summary>
    [GeneratedRegex(@"^\W*(?:\p{L}{3,}ing|remove|stop|prevent|detect|fix|eliminate|read|see|understand|control|steer|edit|trace|catch|block|find|open|decode|end|solve|make|build|get|say|meet)\s\p{L}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PromisePattern();

    /// <summary>A word that looks like a verb before the beginning of an object.</summary>
    [GeneratedRegex(@"\b\p{Ll}{3,}(?:ed|[^su]s)\b(?=\s(?:the|a|an|that|to|in|on|of|by|with|every|all|any|how|what|why|whether|from|into)\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VerbPattern();

    [GeneratedRegex(
        @"^(?:\W|in this (?:paper|work|study|post|article|report),?\s|here,?\s|to (?:this end|address this|explore this|do so|help)[^,]{0,60},?\s|first(?:ly)?,?\s|then,?\s|finally,?\s|specifically,?\s|additionally,?\s)*(?:we|this (?:paper|work|study|post|article)|the (?:paper|present work)|i)(?:'ll|\u2019ll| will)?\s(?:\w+ly\s|also\s|then\s|first\s|further\s)?(?:introduc\w+|propos\w+|present\w*|stud(?:y|ied|ies)|investigat\w+|examin\w+|explor\w+|analy[sz]\w+|consider\w*|address\w*|ask\w*|discuss\w*|describ\w+|review\w*|survey\w*|use[sd]?|employ\w*|adopt\w*|develop\w*|design\w*|defin\w+|focus\w*|offer\w*|outlin\w+|seek\w*|aim\w*|release\w*|provide\w*|build|built)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AimPattern();

    [GeneratedRegex(
        @"\b(?:show\w*|find that|found that|finding that|demonstrat\w+|reveal\w*|prov(?:e|es|ed|ing) that|establish\w*|confirm\w*|outperform\w*|achiev\w+|improv(?:es|ed|ing)|ensur\w+|guarante\w+|solv(?:es|ed|ing)|resolv(?:es|ed|ing)|enabl(?:es|ed|ing)|allow(?:s|ed|ing)|let(?:s|ting)?|that (?:\w+\s)?(?:\w+s|can|will|is|are)|which (?:\w+\s)?(?:\w+s|can|will|is|are)|is|are|can|thereby|first|state[- ]of[- ]the[- ]art|best|improved|better|effective|reliable|powerful)\b|\d\s?%",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutcomePattern();

    /// <summary>Whether a sentence says that something is not so, or not known: then it claims none of what it names. That nobody did it before is a claim of priority.</summary>
    private static bool IsDenial(string sentence) => DenialPattern().IsMatch(sentence) && !EarlierPattern().IsMatch(sentence);

    [GeneratedRegex(
        @"\bit(?: is|'s|\u2019s| was| would be) (?:a |an )?(?:mistake|error|fallacy|myth|illusion|wrong|false|incorrect|misleading|premature|too early) (?:to|that)\b"
        + @"|\b(?:nobody|no ?one) (?:has|have|had|can|could) (?:ever |yet )?(?:proved?|proven|shown?|demonstrated?|established?|verif(?:y|ied)|guaranteed?)\b"
        + @"|\b(?:claims?|statements?|assertions?|headlines?|idea|belief|view|notion) (?:such as|like|that)\b[^.]{0,200}\b(?:is|are) (?:wrong|mistaken|false|unfounded|a myth|premature|misleading|not (?:true|supported|warranted))\b"
        + @"|\bno (?:single |known |existing |current )?(?:method|technique|approach|tool|probe|study|work) (?:can |could |yet |fully |completely ){0,2}(?:explain|guarantee|prove|detect|capture|solve|interpret|understand)s?\b"
        + @"|\b(?:we|humans|people|scientists|researchers) (?:still )?(?:do not|don['\u2019]t|cannot|can['\u2019]t) (?:yet |fully |really |truly ){0,2}(?:understand|know|explain)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DenialPattern();

    [GeneratedRegex(@"\b(?:before|until now|up to now|previously|hitherto|the first|so far)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EarlierPattern();
}
