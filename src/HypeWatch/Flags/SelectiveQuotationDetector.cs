using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC21, selective quotation: words in quotation marks that break off where the quoted sentence goes on to restrict itself. Compared with the stored text
/// of the source, letter for letter; whoever quotes the restriction, or tells it elsewhere, is fair.
/// </summary>
public sealed partial class SelectiveQuotationDetector : IFlagDetector
{
    private const int FewestLetters = 15;

    /// <inheritdoc/>
    public string Code => "OC21";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        foreach (var document in dossier.Documents)
        {
            var done = new HashSet<int>();
            foreach (var claim in document.Claims)
            {
                var sentence = dossier.SentenceText(claim);
                var start = dossier.SentenceOf(claim).Start;
                if (!done.Add(start)) continue;
                foreach (Match match in QuotedPattern().Matches(sentence))
                {
                    var words = match.Groups["words"].Value.TrimEnd('.', ',', ';', ' ');
                    if (words.Length < FewestLetters || KeptPattern().IsMatch(words) || Omitted(dossier, document, words) is not { } source) continue;
                    yield return new(
                        claim, $"The quotation {DossierReading.Cite(words)} breaks off; its source goes on: {DossierReading.Cite(source.Tail)}.",
                        "The restriction was not found in the text that quotes.")
                    {
                        IsAboutQuotation = true, Quotes = [source.Quote], Caps = ["both_texts_stored"], BaseSeverity = NegationPattern().IsMatch(source.Tail) ? SeverityRule.ReversingBase : null,
                    };
                }
            }
        }
    }

    private static (FlagQuote Quote, string Tail)? Omitted(Dossier dossier, DossierDocument home, string words)
    {
        foreach (var other in dossier.Documents.Where(other => other != home && other.Document.Asserter != home.Document.Asserter))
        {
            foreach (var sentence in new[] { other }.Sentences())
            {
                var at = sentence.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
                if (at < 0) continue;
                var rest = sentence.Text[(at + words.Length)..];
                if (!RestrictionPattern().IsMatch(rest) || Lexicons.ContentWords.Of(rest) is var told && new[] { home }.Sentences().Any(mine => Lexicons.ContentWords.Shared(told, Lexicons.ContentWords.Of(mine.Text)) >= 3)) return null;
                return (sentence.Quote("upstream"), rest.Trim(' ', ',', ';'));
            }
        }

        return null;
    }

    /// <summary>The quoted words restrict themselves already.</summary>
    [GeneratedRegex(@"\b(?:only|for (?:one|a single|two|some)|in (?:one|a single|some)|one (?:model|layer|family|task|prompt)|but|not|except|unless)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeptPattern();

    [GeneratedRegex(@"[\u201c""](?<words>[^\u201c\u201d""]{10,300})[\u201d""]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedPattern();

    [GeneratedRegex(@"^\W*(?:but|yet|though|although|for (?:one|a single|two|some)|in (?:one|a single|some)|on (?:one|a single|some|short)|only|when|if|unless|except|and (?:not|we do not|it does not)|provided|under)\b|\b(?:but|only|not|fails?|except|unless|never)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RestrictionPattern();

    [GeneratedRegex(@"\b(?:not|no|never|fails?|but|none|cannot)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NegationPattern();
}
