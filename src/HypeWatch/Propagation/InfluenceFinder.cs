using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// Finds where a text about a release says that the publisher's words led to another text, and asks the dates. What is said to have led there is the release, and every other act of publication by
/// the same people that the text itself dates ("their posts from October 2023"); what came of it is the document that the sentence links to, or the words that a comment quotes where it answers the
/// sentence. Pure and deterministic. Who is right is not decided here.
/// </summary>
public sealed partial class InfluenceFinder(ActorList actors, KnownTexts known)
{
    // A comment quotes the sentence that it answers and soon after what it has to say to it.
    private const int AnswerParagraphs = 4;

    /// <summary>All assertions of influence in the texts about a release.</summary>
    /// <param name="release">The release.</param>
    /// <param name="documents">Its documents.</param>
    public IReadOnlyList<AssertedInfluence> Find(Release release, IReadOnlyList<DossierDocument> documents)
    {
        var publishers = actors.OrganisationsIn(release.Publisher).Prepend(actors.Canonical(release.Publisher)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new List<AssertedInfluence>();
        foreach (var document in documents.Where(document => !document.IsOwn && !document.IsRoundup))
        {
            var sentences = document.Version.Passages.Select(passage => (Passage: passage, Match: InfluenceIn(document, passage))).Where(sentence => sentence.Match is not null).ToList();
            if (sentences.Count == 0) continue;
            var persons = LeftOutNames.Of(document.Version, actors);
            var acts = Acts(release, documents, document, publishers);
            foreach (var (passage, match) in sentences.Where(sentence => IsAbout(publishers, document, sentence.Passage, sentence.Match!)))
            {
                var told = Downstream(documents, document, passage, match!);
                // A quote that names a private person is not shown.
                if (LeftOutNames.Names(told.Quote, persons)) continue;
                found.AddRange(acts.Select(act => told with { Upstream = act.Words, UpstreamDate = act.Date, UpstreamDocument = act.Document }));
            }
        }

        return found;
    }

    private static Match? InfluenceIn(DossierDocument document, Passage passage)
    {
        // Who repeats a sentence in order to answer it says nothing of the kind.
        if (passage.Speaker == Passage.UnnamedSpeaker || passage.Place == Place.Comment) return null;
        return ToldInfluence.In(document.Version.TextOf(passage));
    }

    // The nearest organisation that is named before the verb, in the sentence or earlier in its paragraph.
    private bool IsAbout(HashSet<string> publishers, DossierDocument document, Passage passage, Match match)
    {
        var before = document.Version.Passages.Where(other => other.Paragraph == passage.Paragraph && other.Index < passage.Index).Select(document.Version.TextOf);
        var named = actors.OrganisationsIn(string.Join(' ', before.Append(document.Version.TextOf(passage)[..match.Index]))).LastOrDefault();
        return named is not null && publishers.Contains(named);
    }

    private List<(string Words, PublicationDate Date, DocumentId? Document)> Acts(Release release, IReadOnlyList<DossierDocument> documents, DossierDocument teller, HashSet<string> publishers)
    {
        var main = documents.FirstOrDefault(document => document.Relation == DocumentRelation.Primary);
        var acts = new List<(string Words, PublicationDate Date, DocumentId? Document)> { (release.Title, release.FirstPublished, main?.Document.Id) };
        foreach (var passage in teller.Version.Passages.Where(passage => passage.Place != Place.Comment))
        {
            var text = teller.Version.TextOf(passage);
            foreach (Match match in DatedActPattern().Matches(text))
            {
                var named = actors.OrganisationsIn(text[..match.Index]).LastOrDefault();
                if (named is null || !publishers.Contains(named)) continue;
                var month = DateOnly.ParseExact(match.Groups["month"].Value, "MMMM yyyy", CultureInfo.InvariantCulture);
                var date = PublicationDate.TryParseIso(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), "as the text says")!;
                var isKnown = acts.Exists(act => act.Date.NotBefore <= date.NotAfter && act.Date.NotAfter >= date.NotBefore);
                if (!isKnown) acts.Add((string.Create(CultureInfo.InvariantCulture, $"{named}, {match.Groups["act"].Value.ToLowerInvariant()} of {month:MMMM yyyy}"), date, null));
            }
        }

        return acts;
    }

    private AssertedInfluence Downstream(IReadOnlyList<DossierDocument> documents, DossierDocument teller, Passage passage, Match match)
    {
        var text = teller.Version.TextOf(passage);
        var told = new AssertedInfluence(
            teller.Version.Id, passage.Span, text, "", PublicationDate.Unknown, null, match.Groups["text"].Value,
            new(null, teller.Document.Published.NotAfter, DatePrecision.Unknown, "the text that speaks of it"));
        var addresses = teller.Version.Links.Where(link => passage.Span.Contains(link.Span) && link.Span.Start >= passage.Span.Start + match.Index).Select(link => CanonicalUrl.Of(link.Url)).ToHashSet(StringComparer.Ordinal);
        if (documents.FirstOrDefault(document => !document.IsOwn && document != teller && addresses.Contains(document.Document.CanonicalUrl)) is { } linked)
        {
            // The title of a post is its poster's words, and often holds a private person's name.
            var isPersonal = linked.Document.Kind is DocumentKind.ThirdPartySocial or DocumentKind.Comment;
            return told with
            {
                Downstream = isPersonal ? told.Downstream : linked.Document.Title, DownstreamDate = linked.Document.Published, DownstreamDocument = linked.Document.Id,
                DownstreamAsserter = actors.Shown(linked.Document.Asserter, linked.Document.Kind, Place.Body, linked.Document.Publisher), DownstreamUrl = linked.Document.Url,
            };
        }

        if (Quoted(teller, passage) is not { } claim) return told;
        var asserter = AsserterOf(documents, claim);
        var quoted = told with { DownstreamClaim = claim.Id, DownstreamAsserter = asserter };
        return asserter is not null && known.Of(asserter, claim.Quote) is { } listed
            ? quoted with { Downstream = listed.Title, DownstreamDate = listed.Published, DownstreamUrl = listed.Url } : quoted;
    }

    // The first words of somebody else that a comment quotes after the sentence that it answers.
    private static Claim? Quoted(DossierDocument teller, Passage passage)
    {
        var sentence = TokenStream.Of(teller.Version.TextOf(passage));
        foreach (var answer in teller.Version.Passages.Where(other => other.Place == Place.Comment))
        {
            if (TokenStream.Of(teller.Version.TextOf(answer)).LongestSharedRun(sentence) is null) continue;
            return teller.Claims.Where(claim => claim.Mode == AssertMode.QuotesOther && claim.Span.Start > answer.Span.End)
                .Where(claim => teller.Version.PassageAt(claim.Span) is { Place: Place.Comment } at && at.Paragraph - answer.Paragraph <= AnswerParagraphs)
                .OrderBy(claim => claim.Span.Start).FirstOrDefault();
        }

        return null;
    }

    // Where the comment does not say whose words they are, another text that quotes the same may.
    private string? AsserterOf(IReadOnlyList<DossierDocument> documents, Claim claim)
    {
        if (actors.IsListed(claim.Asserter)) return actors.Canonical(claim.Asserter);
        var words = TokenStream.Of(claim.Quote);
        return documents.SelectMany(document => document.Claims).Where(other => other.Mode == AssertMode.QuotesOther && actors.IsListed(other.Asserter) && TokenStream.Of(other.Quote).LongestSharedRun(words) is not null)
            .Select(other => actors.Canonical(other.Asserter)).FirstOrDefault();
    }

    /// <summary>"Anthropic's posts from today and October 2023".</summary>
    [GeneratedRegex(
        @"\b(?<act>posts?|papers?|announcements?|releases?|threads?|articles?|work)\s+(?:from|of|in)\s+(?:[\w ]{1,20}\s+and\s+)?(?:from\s+)?(?<month>(?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DatedActPattern();
}
