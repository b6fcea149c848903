using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>What a published critique says against a release.</summary>
/// <param name="Code">The flag code that its words name.</param>
/// <param name="Finding">The accused claim, or the critic's own sentence where no claim is quoted, with the accusing passage.</param>
internal sealed record Accusation(string Code, Finding Finding);

/// <summary>
/// Reads accusations out of texts about a release by somebody else (specification 9): a sentence that names a fault and quotes claims of the release, or speaks of its paper or its people.
/// The word list says which fault a phrase names; a phrase that is denied names none. What a critic says is the critic's: it is stored as raised by a critic and counted for nothing.
/// </summary>
internal sealed partial class CritiqueReader
{
    /// <summary>Raised when the rules or the list change.</summary>
    public const int Version = 1;

    private readonly Lexicon faults;
    private readonly ActorList actors;

    public CritiqueReader(ActorList actors)
    {
        this.actors = actors;
        using var stream = typeof(CritiqueReader).Assembly.GetManifestResourceStream("accusations.tsv")!;
        using var reader = new StreamReader(stream);
        faults = Lexicon.Parse("accusations", reader);
    }

    /// <summary>All accusations in the texts about a release.</summary>
    public IEnumerable<Accusation> Read(Dossier dossier)
    {
        var names = actors.NamesOf(dossier);
        if (names.Count == 0) yield break;
        var own = dossier.WorkClaims().Select(claim => (Claim: claim, Words: QuoteMarks.Plain(claim.Quote))).ToList();
        foreach (var document in dossier.Documents.Where(IsCritical))
        {
            foreach (var passage in document.Version.Passages)
            {
                var text = document.Version.TextOf(passage);
                var hits = faults.Find(text).Where(hit => !Denial.Around(text, hit.Span.Start, hit.Span.End)).ToList();
                if (hits.Count == 0) continue;
                var here = document.Claims.Where(claim => claim.Span.Overlaps(passage.Span)).ToList();
                // What a text quotes somebody as saying is that person's to answer for.
                hits.RemoveAll(hit => here.Exists(claim => claim.Mode == AssertMode.QuotesOther && claim.Span.Contains(new Span(passage.Span.Start + hit.Span.Start, passage.Span.Start + hit.Span.End))));
                var codes = hits.Select(hit => hit.Term.Category).Distinct(StringComparer.Ordinal).ToList();
                var accused = here.Where(claim => claim.Mode == AssertMode.QuotesOther && actors.IsOneOf(names, claim.Asserter)).ToList();
                if (IsAboutOthers(names, WithoutQuotes(text, passage.Span.Start, here))) continue;
                // Words that stand in the release's own text are its own claim there.
                var copied = QuotedPattern().Matches(QuoteMarks.Plain(text)).Select(match => match.Groups["words"].Value.TrimEnd('.', ' ')).ToList();
                var origins = own.Where(claim => copied.Exists(words => claim.Words.Contains(words, StringComparison.OrdinalIgnoreCase) || words.Contains(claim.Words.TrimEnd('.', ' '), StringComparison.OrdinalIgnoreCase))).Select(claim => claim.Claim).ToList();
                if (origins.Count > 0) accused = [.. origins, .. accused.Where(claim => !origins.Exists(origin => QuoteMarks.Plain(origin.Quote).Contains(QuoteMarks.Plain(claim.Quote), StringComparison.OrdinalIgnoreCase)))];
                var critic = here.Find(claim => claim.Mode == AssertMode.Asserts);
                if (accused.Count == 0 && (critic is null || !IsAbout(names, text))) continue;
                var speaker = actors.Shown(passage.Speaker ?? document.Document.Asserter, document.Document.Kind, passage.Place, document.Document.Publisher);
                var quote = new FlagQuote(document.Version.Id, passage.Span, text, "accusation");
                foreach (var code in codes)
                    foreach (var claim in accused.Count > 0 ? accused : [critic!])
                        yield return new(code, new(
                            claim, $"{speaker} writes {DossierReading.Cite(text)}.", "This is what a critic says; whether it holds is for a reader to see.")
                        {
                            Quotes = [quote], IsForReader = true, IsAboutQuotation = true, IsReleaseLevel = accused.Count == 0, RaisedBy = RaisedBy.Critic, Owner = accused.Count > 0 ? null : names[0],
                        });
            }
        }
    }

    private static bool IsCritical(DossierDocument document) =>
        !document.IsOwn && !document.IsRoundup && document.Document.Kind is DocumentKind.Critique or DocumentKind.Blog or DocumentKind.Comment or DocumentKind.ThirdPartySocial;

    private bool IsAbout(IReadOnlyList<string> names, string text) => WorkPattern().IsMatch(text) || actors.OrganisationsIn(text).Any(name => names.Contains(name, StringComparer.OrdinalIgnoreCase));

    // A sentence that names another organisation, and not this one, is about that one.
    private bool IsAboutOthers(IReadOnlyList<string> names, string text)
    {
        var named = actors.OrganisationsIn(text).ToList();
        return named.Count > 0 && !names.Contains(named[0], StringComparer.OrdinalIgnoreCase);
    }

    private static string WithoutQuotes(string text, int start, List<Claim> claims)
    {
        var letters = text.ToCharArray();
        foreach (var claim in claims.Where(claim => claim.Mode == AssertMode.QuotesOther))
            for (var i = Math.Max(0, claim.Span.Start - start); i < Math.Min(letters.Length, claim.Span.End - start); i++) letters[i] = ' ';
        return new(letters);
    }

    /// <summary>Words in quotation marks that are long enough to be a statement; marks are straight here.</summary>
    [GeneratedRegex(@"(?<!\w)""(?<words>[^""]{20,})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedPattern();

    [GeneratedRegex(@"\b(?:the|this|their|today['\u2019]s) (?:new )?(?:paper|post|release|authors?|announcement)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WorkPattern();
}
