using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// A name of authors over a link, or before a number of the reference list, that leads to the work of others. Nothing is said where the authors of the target
/// are not known.
/// </summary>
internal static partial class LinkedName
{
    private const int HeadLength = 400;

    public static Contradiction? Find(Dossier dossier, DossierDocument home, Span sentence)
    {
        foreach (var link in home.Version.Links)
        {
            if (!sentence.Overlaps(link.Span) || NamePattern().Match(link.Span.Of(home.Version.Text).Trim()) is not { Success: true } name) continue;
            var names = Names(name).ToList();
            var target = CanonicalUrl.Of(link.Url);
            if (dossier.Documents.FirstOrDefault(other => other != home && other.Document.CanonicalUrl == target) is { } document)
            {
                var head = document.Version.Text[..Math.Min(HeadLength, document.Version.Text.Length)];
                if (names.Exists(word => Has(document.Document.Asserter, word) || Has(document.Document.Title, word) || Has(head, word) || document.Document.Authors.Any(author => Has(author, word)))) continue;
                if (!PersonsPattern().IsMatch(document.Document.Asserter) && document.Document.Authors.Count == 0) continue;
                var first = new[] { document }.Sentences().FirstOrDefault();
                if (first.Passage is not null) return new($"the link under {DossierReading.Cite(name.Value)} leads to a work of {document.Document.Asserter}.", first.Quote("evidence"));
            }
            else if (home.Version.References.FirstOrDefault(entry => entry.Url is { } url && CanonicalUrl.Of(url) == target) is { } entry && Differs(entry, names) is { } quote)
                return new($"the link under {DossierReading.Cite(name.Value)} leads to another work of the reference list.", Statement.Quote(home, quote));
        }

        foreach (Match match in NumberedPattern().Matches(sentence.Of(home.Version.Text)))
        {
            var entries = home.Version.References.Where(entry => entry.Label == match.Groups["number"].Value).ToList();
            if (entries.Count == 1 && Differs(entries[0], [.. Names(match)]) is { } quote)
                return new($"number {match.Groups["number"].Value} of the reference list is a work of others.", Statement.Quote(home, quote));
        }

        return null;
    }

    /// <summary>Where an entry of the list stands that has authors and none of the names; the whole entry is searched, so that editors and titles count.</summary>
    private static Span? Differs(Reference entry, List<string> names) =>
        entry is { Span: { Length: > 0 } span, Authors.Count: > 0 } && names.Count > 0 && !names.Exists(name => Has(entry.Text, name)) ? span : null;

    private static IEnumerable<string> Names(Match match) => match.Groups["name"].Captures.Select(capture => capture.Value).Where(name => !PlainPattern().IsMatch(name));

    private static bool Has(string text, string name) => text.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Lee et al.", "Lee and Park", "Lee, Park and Kim (2024)"; a single word may be the name of anything.</summary>
    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}'\u2019-]+)(?:(?:,\s(?<name>\p{Lu}[\p{L}'\u2019-]+))*,?\s(?:and|&)\s(?<name>\p{Lu}[\p{L}'\u2019-]+)|\set al\.?|\sand colleagues)(?:['\u2019]s)?(?:,?\s\(?(?:19|20)\d\d[a-z]?\)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\b(?<name>\p{Lu}[\p{L}'\u2019-]{2,})(?:\s(?:and|&)\s(?<name>\p{Lu}[\p{L}'\u2019-]{2,})|\set al\.?)(?:\s\((?:19|20)\d\d\))?\s?\[(?<number>\d{1,3})\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedPattern();

    /// <summary>Persons as publisher: two names and more, or one name alone.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}'\u2019.-]+(?:\s\p{Lu}[\p{L}'\u2019.-]+)*(?:(?:,|\sand|\s&)\s\p{Lu}[\p{L}'\u2019.-]+)+|\bet al\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonsPattern();

    /// <summary>Words that begin a link and are no names.</summary>
    [GeneratedRegex(@"^(?:The|This|That|Our|Their|Section|Table|Figure|Code|Data|Paper|Appendix|Google|Meta|Transformers?|Sparse|Deep|Neural|Language)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainPattern();
}
