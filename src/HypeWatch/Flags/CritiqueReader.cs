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

    private readonly FaultWords faults = new();
    private readonly ActorList actors;

    public CritiqueReader(ActorList actors) => this.actors = actors;

    /// <summary>All accusations in the texts about a release.</summary>
    public IEnumerable<Accusation> Read(Dossier dossier)
    {
        var names = actors.NamesOf(dossier);
        if (names.Count == 0) yield break;
        var own = dossier.WorkClaims().Select(claim => (Claim: claim, Words: QuoteMarks.Plain(claim.Quote).TrimEnd('.', ' '))).ToList();
        foreach (var document in dossier.Documents.Where(IsCritical))
            foreach (var passage in document.Version.Passages)
                foreach (var accusation in Read(names, own, document, passage))
                    yield return accusation;
    }

    private IEnumerable<Accusation> Read(IReadOnlyList<string> names, List<(Claim Claim, string Words)> own, DossierDocument document, Passage passage)
    {
        var text = document.Version.TextOf(passage);
        var codes = faults.In(text).ToList();
        if (codes.Count == 0) yield break;
        var here = document.Claims.Where(claim => claim.Span.Overlaps(passage.Span)).ToList();
        var quoted = here.Where(claim => claim.Mode == AssertMode.QuotesOther).ToList();
        // What a text quotes somebody as saying is that person's to answer for.
        codes.RemoveAll(hit => quoted.Exists(claim => claim.Span.Contains(new Span(passage.Span.Start + hit.Span.Start, passage.Span.Start + hit.Span.End))));
        if (IsAboutOthers(names, Without(quoted, text, passage.Span.Start))) yield break;
        var accused = Accused(names, own, quoted, text);
        var critic = here.Find(claim => claim.Mode == AssertMode.Asserts);
        if (accused.Count == 0 && (critic is null || !IsAbout(names, text))) yield break;
        var speaker = actors.Shown(passage.Speaker ?? document.Document.Asserter, document.Document.Kind, passage.Place, document.Document.Publisher);
        var isQuoted = accused.Count > 0;
        foreach (var code in codes.Select(hit => hit.Term.Category).Distinct(StringComparer.Ordinal))
            foreach (var claim in isQuoted ? accused : [critic!])
                yield return new(code, new(claim, $"{speaker} writes {DossierReading.Cite(text)}.", "This is what a critic says; whether it holds is for a reader to see.")
                {
                    Quotes = [new(document.Version.Id, passage.Span, text, "accusation")], IsForReader = true, IsAboutQuotation = true, IsReleaseLevel = !isQuoted, RaisedBy = RaisedBy.Critic,
                    Owner = isQuoted ? null : names[0],
                });
    }

    // Words that stand in the release's own text are its own claim there; what else is quoted of the release stands where it is quoted.
    private List<Claim> Accused(IReadOnlyList<string> names, List<(Claim Claim, string Words)> own, List<Claim> quoted, string text)
    {
        var copied = QuotedPattern().Matches(QuoteMarks.Plain(text)).Select(match => match.Groups["words"].Value.TrimEnd('.', ' ')).ToList();
        var origins = own.Where(claim => copied.Exists(words => Holds(claim.Words, words) || Holds(words, claim.Words))).ToList();
        return [.. origins.Select(origin => origin.Claim), .. quoted.Where(claim => actors.IsOneOf(names, claim.Asserter) && !origins.Exists(origin => Holds(origin.Words, QuoteMarks.Plain(claim.Quote).TrimEnd('.', ' '))))];
    }

    private static bool Holds(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool IsCritical(DossierDocument document) =>
        !document.IsOwn && !document.IsRoundup && document.Document.Kind is DocumentKind.Critique or DocumentKind.Blog or DocumentKind.Comment or DocumentKind.ThirdPartySocial;

    private bool IsAbout(IReadOnlyList<string> names, string text) => WorkPattern().IsMatch(text) || actors.OrganisationsIn(text).Any(name => names.Contains(name, StringComparer.OrdinalIgnoreCase));

    // A sentence that names another organisation, and not this one, is about that one.
    private bool IsAboutOthers(IReadOnlyList<string> names, string text)
    {
        var named = actors.OrganisationsIn(text).ToList();
        return named.Count > 0 && !names.Contains(named[0], StringComparer.OrdinalIgnoreCase);
    }

    private static string Without(List<Claim> quoted, string text, int start)
    {
        var letters = text.ToCharArray();
        foreach (var claim in quoted)
            for (var i = Math.Max(0, claim.Span.Start - start); i < Math.Min(letters.Length, claim.Span.End - start); i++) letters[i] = ' ';
        return new(letters);
    }

    /// <summary>Words in quotation marks that are long enough to be a statement; marks are straight here.</summary>
    [GeneratedRegex(@"(?<!\w)""(?<words>[^""]{20,})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedPattern();

    [GeneratedRegex(@"\b(?:the|this|their|today['\u2019]s) (?:new )?(?:paper|post|release|authors?|announcement)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WorkPattern();
}
