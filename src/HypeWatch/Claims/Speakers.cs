using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Whose words a sentence gives, besides its writer's.</summary>
/// <param name="Name">The person or organisation.</param>
/// <param name="IsBlock">Whether the whole paragraph is that voice's words, announced by the paragraph before it.</param>
/// <param name="IsQuotedOnly">Whether only what stands in quotation marks is that voice's: the sentence around is what the writer says about it.</param>
internal sealed record OtherVoice(string Name, bool IsBlock = false, bool IsQuotedOnly = false);

/// <summary>
/// Finds who is quoted or reported in a sentence: the subject of a verb of speech, what a pronoun before one refers to, or whom the paragraph before it announces with a colon. A work
/// that speaks ("the paper claims") is its organisation's voice where the document is about one organisation. Names of things are no speakers: what makes a name one is its place in the sentence.
/// </summary>
internal sealed partial class Speakers
{
    /// <summary>The voice of quoted words whose speaker the text does not name.</summary>
    public const string Unknown = "unknown";

    private const int SubjectMentions = 3;

    /// <summary>Where in a sentence the pattern finds the name.</summary>
    private static readonly string[] Places = ["name", "after", "behind", "owner"];

    private readonly ActorList actors;
    private readonly DocumentVersion version;
    private readonly string? subject;

    /// <summary>Prepares the reading of a document.</summary>
    public Speakers(ActorList actors, DocumentVersion version)
    {
        (this.actors, this.version) = (actors, version);
        subject = Subject();
    }

    /// <summary>Whether the document is about one organisation that is not its own.</summary>
    public bool IsAboutOthers => subject is not null;

    /// <summary>The other voice in a passage; null when there is none.</summary>
    /// <param name="index">Place of the passage in the document.</param>
    public OtherVoice? Of(int index)
    {
        var sentence = version.TextOf(version.Passages[index]);
        if (Named(sentence) is { } named) return new(named);
        if (LeadIn(index) is { } announced) return new(announced, IsBlock: true);
        if (PronounPattern().IsMatch(sentence) && Antecedent(index) is { } meant) return new(meant);
        return subject is not null && WorkPattern().Match(sentence) is { Success: true } work ? new(subject, IsQuotedOnly: work.Groups["about"].Success) : null;
    }

    /// <summary>Who is meant by a name as it is spelt: a work ("the paper", "today's post") is its organisation's voice where the document is about one organisation.</summary>
    public string NameOf(string spelt) => ReleaseNamePattern().IsMatch(spelt) ? subject ?? spelt : spelt;

    /// <summary>Whether quoted words stand in indirect speech ("claims that it is 'solved'"), so that they are the reporter's rendering.</summary>
    public static bool IsIndirect(string text, Span sentence, Span quoted) => IndirectPattern().IsMatch(text.AsSpan(sentence.Start, Math.Max(0, quoted.Start - sentence.Start)));

    private static string? Named(string sentence)
    {
        var match = SpeakerPattern().Match(sentence);
        if (!match.Success) return null;
        var name = Places.Select(place => match.Groups[place]).First(group => group.Success);
        return name.Value.TrimEnd('.', '-', '\'');
    }

    // "X in the linked article:", "in the paper's section on Y:" and then the words themselves, in a paragraph of their own.
    private string? LeadIn(int index)
    {
        var passage = version.Passages[index];
        var before = index - 1;
        while (before >= 0 && version.Passages[before].Paragraph == passage.Paragraph) before--;
        if (before < 0) return null;
        var last = version.Passages[before];
        var words = version.TextOf(last).TrimEnd();
        if (last.Speaker != passage.Speaker || passage.Paragraph - last.Paragraph != 1 || !words.EndsWith(':') || OwnWorkPattern().IsMatch(words) || ListPattern().IsMatch(version.TextOf(version.Passages[before + 1]))) return null;
        if (Named(words) is { } named) return named;
        return !CitingPattern().IsMatch(words) ? null : actors.MentionedIn(words).LastOrDefault(name => !IsWriter(name)) ?? WorkOf(words);
    }

    // "Their paper" is somebody's, and who that is the rules do not know.
    private string? WorkOf(string words) => WorkNounPattern().Match(words) is not { Success: true } work ? null : work.Value.StartsWith("their", StringComparison.OrdinalIgnoreCase) ? Unknown : subject;

    private string? Antecedent(int index)
    {
        for (var i = index; i >= Math.Max(0, index - 2); i--)
            if (version.Passages[i].Speaker == version.Passages[index].Speaker && actors.MentionedIn(version.TextOf(version.Passages[i])).LastOrDefault(name => !IsWriter(name)) is { } name) return name;
        return LeadIn(index);
    }

    // The organisation that a text by somebody else is about: the one of its title, or the one that it names most and often.
    private string? Subject()
    {
        var titled = actors.OrganisationsIn(version.Document.Title).Where(name => !IsWriter(name)).Distinct(StringComparer.Ordinal).ToList();
        if (titled.Count > 0) return titled.Count == 1 ? titled[0] : null;
        if (version.Document.Kind is DocumentKind.Paper or DocumentKind.Preprint) return null;
        var counts = actors.OrganisationsIn(version.Text).Where(name => !IsWriter(name)).CountBy(name => name, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).Take(2).ToList();
        return counts is [{ Value: >= SubjectMentions } most, ..] && (counts.Count == 1 || most.Value > 2 * counts[1].Value) ? most.Key : null;
    }

    private bool IsWriter(string name) => name.Equals(version.Document.Publisher, StringComparison.OrdinalIgnoreCase) || name.Equals(version.Document.Asserter, StringComparison.OrdinalIgnoreCase)
        || actors.IsSameOrganisation(name, version.Document.Publisher);

    private const string Name = @"(?!(?:As|But|And|While|When|Where|Which|In|For|If|That|This|These|It|We|They|He|She|You|I|Today|Here|There|What|Who|Yesterday|Last|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z][\p{L}\p{N}.'-]*(?: (?:(?:de|van|von|der|la|al|bin) )?[A-Z][\p{L}.'-]+){0,3}";

    // A name speaks at the start of its clause. "Claims", "reports" and "posts" are nouns too: as verbs they take a clause or a quotation.
    [GeneratedRegex(
        @"\b(?:[Aa]ccording to|in the words of) (?<after>" + Name + @")"
        + @"|(?:^|[,;:\u2013\u2014\u201d""(] ?|\b(?:that|[Aa]s|but|[Ww]hile|when|where|which|whom|(?<![A-Z][\p{L}.'-]{0,30} )and) )(?<name>" + Name + @")(?: et al\.?)?(?: \([^()]{1,40}\))?,? (?:(?:also|has|have|had|even|then|later|recently) ){0,2}(?:said|says|wrote|writes|told|claimed|argued|argues|tweeted|announced|stated|states|(?:claims|reports|posts|claim|report|posted|reported|noted|notes) (?:that|to|its|it|their|the)\b|(?:claims|reports|posted|reported|noted|notes)[:,]? [\u201c\u2018""])"
        + @"|(?:^|[,;:\u2013\u2014(] ?|^(?:In|From) )(?<owner>" + Name + @"?)['\u2019]s (?:[\w-]+ ){0,3}(?:testimony|statement|submission|memo|evidence|letter|filing|post|announcement|release|article|tweet|thread)(?: [\w-]+){0,4}: ?[\u201c""]"
        + @"|[\u201d""],? (?:said|says|wrote|writes|told|tweeted) (?<behind>" + Name + @")",
        RegexOptions.CultureInvariant, 500)]
    private static partial Regex SpeakerPattern();

    [GeneratedRegex(@"\b(?:he|she|they)(?: [a-z]+){0,3} (?:said|says|say|wrote|writes|write|told|claim|claims|claimed|argue|argues|argued|tweeted|announced|stated)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex PronounPattern();

    [GeneratedRegex(@"\b(?:today[\u2019']s|the|this|their) (?:new )?(?:paper|post|report|memo|article|announcement|release|blog post)(?: also| itself)? (?:says?|states?|claims?|writes?|reads?|asserts?|argues?|(?<about>calls?|describes?|makes?))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex WorkPattern();

    [GeneratedRegex(@"\b(?:today[\u2019']s|the|this|their) (?:new |linked )?(?:paper|post|report|memo|article|announcement|release|blog post)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex WorkNounPattern();

    /// <summary>What can only be the release that a text is about; a memo, an article or a post may be anybody's.</summary>
    [GeneratedRegex(@"^(?:today[\u2019']s|the|this) (?:new )?(?:paper|announcement|release)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex ReleaseNamePattern();

    [GeneratedRegex(@"\b(?:says?|said|states?|stated|sections?|statements?|quot\w+|reads?|writes?|wrote|passages?|abstract|article|interview|thread|tweets?|memo)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex CitingPattern();

    [GeneratedRegex(@"^\s*(?:[\u2022*\u2023\u25e6-]|\(?\d{1,3}[.)])\s", RegexOptions.CultureInvariant, 500)]
    private static partial Regex ListPattern();

    [GeneratedRegex(@"\b(?:we|our|us)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex OwnWorkPattern();

    [GeneratedRegex(@"\bthat (?:\w+ ){0,2}[\u2018\u201c""']?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex IndirectPattern();
}
