using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// Finds quotations of 8 words or more that are credited to a document at hand and stand in no version of it. Credited is what stands in quotation marks beside a link to the
/// document, and what is so like a sentence of it that it can hardly come from elsewhere; what somebody said in a conversation is no quotation of a text.
/// </summary>
public static partial class SilentEditFinder
{
    // From this share of a quotation's telling words on, a sentence is taken for the quoted one in another state.
    private const double AlikeFrom = 0.7;

    private const int FewestTellingWords = 4;

    /// <summary>The quotations that stand in no current text of a dossier, each with the document that it is credited to; <see cref="SilentEdit.Compared"/> is 1.</summary>
    public static IReadOnlyList<SilentEdit> Candidates(IReadOnlyList<DossierDocument> documents)
    {
        var quotations = documents.Select(document => Quotations(document.Version).ToList()).ToList();
        if (quotations.TrueForAll(list => list.Count == 0)) return [];
        var texts = documents.Select(document => new Wording(document.Version)).ToList();
        SupportIndex? support = null;
        var found = new List<SilentEdit>();
        for (var down = 0; down < documents.Count; down++)
        {
            foreach (var quotation in quotations[down])
            {
                var parts = Wording.PartsOf(quotation.Span.Of(documents[down].Version.Text));
                if (parts.Count == 0 || texts.Index().Any(text => (text.Index != down || quotation.IsComment) && parts.TrueForAll(documents[text.Index].IsOwn ? text.Item.Holds : text.Item.Says))) continue;
                support ??= new(documents);
                if (SourceOf(documents, texts, support.Of(down), down, quotation, parts) is { } source)
                    found.Add(new(documents[source].Document.Id, documents[down].Version.Id, quotation.Span, quotation.Span.Of(documents[down].Version.Text), 1));
            }
        }

        return found;
    }

    /// <summary>Those of the candidates whose words stand in no earlier version of their source either.</summary>
    public static IReadOnlyList<SilentEdit> Unmatched(IReadOnlyList<SilentEdit> candidates, IReadOnlyDictionary<DocumentId, IReadOnlyList<DocumentVersion>> versions)
    {
        var texts = versions.ToDictionary(pair => pair.Key, pair => pair.Value.Select(version => new Wording(version)).ToList());
        return
        [
            .. candidates.Where(candidate => !texts[candidate.Source].Exists(text => Wording.PartsOf(candidate.Quote).TrueForAll(text.Holds)))
                .Select(candidate => candidate with { Compared = texts[candidate.Source].Count }),
        ];
    }

    private static int? SourceOf(
        IReadOnlyList<DossierDocument> documents, List<Wording> texts, IReadOnlyDictionary<int, Support> support, int down, Quotation quotation, List<TokenStream> parts)
    {
        // A comment below a document speaks of that document, link or not.
        var language = documents[down].Document.Language;
        var tied = support.Keys.Where(up => IsInLanguage(documents[up].Document, language) && Flow.MayFlow(documents[up], documents[down]) && documents[up].Document.Published.IsOnOrBefore(documents[down].Document.Published) is not false);
        var sources = (quotation.IsComment ? tied.Prepend(down) : tied).Order().ToList();
        var alike = sources.Where(up => texts[up].HasAlike(parts)).Cast<int?>().FirstOrDefault();
        // A newsletter that quotes many people beside many links does not say whom.
        if (alike is not null || quotation.IsSpoken || quotation.IsUnmarked || documents[down].IsRoundup) return alike;
        var text = documents[down].Version;
        var linked = text.Links.Where(link => text.PassageAt(link.Span)?.Paragraph == quotation.Paragraph).Select(link => CanonicalUrl.Of(link.Url)).ToHashSet(StringComparer.Ordinal);
        return sources.Where(up => up != down && IsWhole(documents[up].Version) && linked.Contains(documents[up].Document.CanonicalUrl)).Cast<int?>().FirstOrDefault();
    }

    // The words of a translation stand in no text of another language.
    private static bool IsInLanguage(Document source, string language) => source.Language == language || source.Language == UnknownLanguage || language == UnknownLanguage;

    private const string UnknownLanguage = "und";

    // Of a work of which only the abstract was read, most quotations stand elsewhere.
    private static bool IsWhole(DocumentVersion version) => ReleaseCoverage.Of(version, [version]) is Coverage.Full or Coverage.MainOnly;

    private static IEnumerable<Quotation> Quotations(DocumentVersion version)
    {
        foreach (var passage in version.Passages)
        {
            var text = version.TextOf(passage);
            var (isComment, isSpoken) = (passage.Place is Place.Comment, SpokenPattern().IsMatch(text));
            if (passage.Speaker == Passage.UnnamedSpeaker) yield return new(passage.Span, passage.Paragraph, isComment, isSpoken);
            else if (isComment && IsAlone(version, passage)) yield return new(passage.Span, passage.Paragraph, isComment, isSpoken, IsUnmarked: true);
            else
                foreach (Match match in MarksPattern().Matches(text))
                {
                    // What stands between two quotations is nobody's.
                    if (char.IsWhiteSpace(match.Groups["words"].Value[0])) continue;
                    var start = passage.Span.Start + match.Groups["words"].Index;
                    yield return new(new(start, start + match.Groups["words"].Length), passage.Paragraph, isComment, isSpoken);
                }
        }
    }

    // A copied thread loses the marks around what a comment quotes: a sentence that is a paragraph of its own, before the commenter's own words.
    private static bool IsAlone(DocumentVersion version, Passage passage)
    {
        var (before, after) = (version.Passages.ElementAtOrDefault(passage.Index - 1), version.Passages.ElementAtOrDefault(passage.Index + 1));
        return before?.Paragraph != passage.Paragraph && after is { Place: Place.Comment } && after.Paragraph != passage.Paragraph && after.Speaker == passage.Speaker;
    }

    [GeneratedRegex(@"[\u201c""](?<words>[^\u201c\u201d""]{20,2000})[\u201d""]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MarksPattern();

    [GeneratedRegex(@"\b(?:told|interview(?:ed)?|e-?mail(?:ed)?|by phone|in a call|spokes(?:man|woman|person)|in conversation|asked about)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SpokenPattern();

    private readonly record struct Quotation(Span Span, int Paragraph, bool IsComment, bool IsSpoken, bool IsUnmarked = false);

    /// <summary>The words of a document without its comments and quoted blocks, for looking up quotations.</summary>
    private sealed partial class Wording
    {
        private readonly HashSet<ulong> said = [], printed = [];
        private readonly List<HashSet<ulong>> sentences = [];

        public Wording(DocumentVersion version)
        {
            // A quotation may run over sentences, so that what belongs together is read in one piece.
            var own = version.Passages.Where(passage => passage.Place is not Place.Comment && passage.Speaker != Passage.UnnamedSpeaker).ToList();
            var pieces = own.Count == 0 ? [version.Text] : own.GroupBy(passage => passage.Heading, StringComparer.Ordinal).Select(group => string.Join(' ', group.Select(version.TextOf)));
            foreach (var piece in pieces)
            {
                printed.UnionWith(Shingles(piece));
                said.UnionWith(Shingles(MarksPattern().Replace(piece, " ")));
            }

            sentences.AddRange(own.Select(passage => Telling(TokenStream.Of(version.TextOf(passage)))));
        }

        /// <summary>The pieces of a quotation between marks of omission and insertion that are long enough to be looked up.</summary>
        public static List<TokenStream> PartsOf(string quotation) => [.. CutPattern().Split(quotation).Select(TokenStream.Of).Where(part => Enumerable.Range(0, part.ShingleCount).Any(i => part.Shingle(i) is not null))];

        /// <summary>Whether the words stand here, quoted or not.</summary>
        public bool Holds(TokenStream part) => Stands(part, printed);

        /// <summary>Whether the words stand here as its own: two texts that quote the same words are no source of each other.</summary>
        public bool Says(TokenStream part) => Stands(part, said);

        /// <summary>Whether a sentence here has most of the telling words of a quotation.</summary>
        public bool HasAlike(List<TokenStream> parts) => parts.Exists(part =>
            Telling(part) is { Count: >= FewestTellingWords } wanted && sentences.Exists(sentence => wanted.Count(sentence.Contains) >= AlikeFrom * wanted.Count));

        private static HashSet<ulong> Telling(TokenStream words) => [.. Enumerable.Range(0, words.Count).Where(words.IsContent).Select(words.HashAt)];

        private static bool Stands(TokenStream part, HashSet<ulong> here) => Enumerable.Range(0, part.ShingleCount).All(i => part.Shingle(i) is not { } shingle || here.Contains(shingle));

        private static IEnumerable<ulong> Shingles(string piece)
        {
            var words = TokenStream.Of(piece);
            return Enumerable.Range(0, words.ShingleCount).Select(words.Shingle).OfType<ulong>();
        }

        [GeneratedRegex(@"\[[^\]]{0,200}\]|\u2026|\.\.\.", RegexOptions.CultureInvariant, 1000)]
        private static partial Regex CutPattern();
    }
}
