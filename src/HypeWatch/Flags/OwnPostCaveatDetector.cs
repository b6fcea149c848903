using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC21 inside one release: the release's own post, readme or thread repeats a statement of the paper and leaves out the restriction that the paper gives
/// in the same sentence or the next. A restriction told anywhere in the post is kept.
/// </summary>
public sealed partial class OwnPostCaveatDetector : IFlagDetector
{
    /// <summary>Base severity where what was left out reverses the conclusion (specification 3, OC21).</summary>
    private const int ReversingBase = 4;

    /// <summary>Share of the post's words that the paper's sentence has, from which on both state the same.</summary>
    private const double Same = 0.6;

    private const int FewestWords = 3;

    /// <summary>Sentences after the paper's statement in which its restriction counts as beside it.</summary>
    private const int Following = 2;

    private const double ClearlyLower = 0.8;

    /// <inheritdoc/>
    public string Code => "OC21";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var works = dossier.Works().ToList();
        var papers = works.Where(document => document.Document.Kind is DocumentKind.Paper or DocumentKind.Preprint).ToList();
        foreach (var post in works.Where(document => document.Document.Kind is not (DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.Appendix)))
        {
            foreach (var claim in post.Claims)
            {
                if (!claim.IsAsserted() || claim.Place == Place.Comment) continue;
                var told = dossier.SentenceText(claim);
                if (RestrictionPattern().IsMatch(told)) continue;
                foreach (var paper in papers)
                {
                    if (Left(paper, claim, told, post) is not { } lost) continue;
                    yield return new(
                        claim, $"The paper says {DossierReading.Cite(lost.Quote)}; the post says {DossierReading.Cite(told)}.", "A sentence that carries that restriction was not found in the post.")
                    {
                        Quotes = [lost], Caps = ["both_texts_stored"], BaseSeverity = ReversingPattern().IsMatch(lost.Quote) || IsLower(told, lost.Quote) ? ReversingBase : null,
                    };
                    break;
                }
            }
        }
    }

    private static FlagQuote? Left(DossierDocument paper, Claim claim, string told, DossierDocument post)
    {
        var words = ContentWords.Of(claim.Quote);
        var figures = Figure.In(told);
        var passages = paper.Version.Passages;
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages[i].Place is Place.RelatedWork or Place.Other or Place.Table or Place.Method) continue;
            var source = paper.Version.TextOf(passages[i]);
            if (OthersPattern().IsMatch(source)) continue;
            if (!IsSame(words, figures, source)) continue;
            if (Restriction(source) is { } tail && !Carries(post, source[tail.Start..tail.End], words))
                return new(paper.Version.Id, passages[i].Span, source, "upstream");
            for (var n = i + 1; n < passages.Count && n <= i + Following && passages[n].Paragraph == passages[i].Paragraph; n++)
            {
                var next = paper.Version.TextOf(passages[n]);
                if (OthersPattern().IsMatch(next)) continue;
                if (passages[n].Place is Place.Abstract or Place.KeyResults or Place.Introduction or Place.Conclusion && (CaveatPattern().IsMatch(next) || IsLower(source, next)) && !Carries(post, next, words))
                    return new(paper.Version.Id, passages[n].Span, next, "upstream");
            }
        }

        return null;
    }

    private static bool IsSame(IReadOnlySet<string> words, IReadOnlyList<Figure> figures, string source)
    {
        var other = ContentWords.Of(source);
        var shared = ContentWords.Shared(words, other);
        // A figure to the same digits is the mark of the same statement, however it is told.
        if (figures.Any(figure => !figure.IsRate || figure.Value % 1 != 0) && Figure.In(source).Any(given => figures.Any(given.Agrees))) return shared >= 2;
        if (shared < FewestWords || shared < Same * words.Count) return false;
        return figures.Count == 0 || Figure.In(source).Any(given => figures.Any(given.Agrees));
    }

    /// <summary>The next sentence gives a clearly lower figure of the same sort: the first one was the better case.</summary>
    private static bool IsLower(string source, string next)
    {
        var first = Figure.In(source).Where(figure => figure.IsRate || figure.Value < 1).ToList();
        var second = Figure.In(next).Where(figure => figure.IsRate || figure.Value < 1).ToList();
        return first.Count > 0 && second.Count > 0 && first[0].IsRate == second[0].IsRate && second[0].Value <= ClearlyLower * first[0].Value;
    }

    /// <summary>The part of a sentence that restricts the rest of it: after <c>but</c>, a semicolon, <c>only</c>.</summary>
    private static Span? Restriction(string source)
    {
        var match = TailPattern().Match(source);
        return match.Success ? new(match.Index, match.Index + match.Length) : null;
    }

    private static bool Carries(DossierDocument post, string lost, IReadOnlySet<string> claim)
    {
        var words = ContentWords.Of(lost).Where(word => !claim.Contains(word)).ToHashSet(StringComparer.Ordinal);
        var figures = Figure.In(lost);
        return new[] { post }.Sentences().Any(sentence =>
            Figure.In(sentence.Text).Any(given => figures.Any(figure => figure.Agrees(given)))
            || (ContentWords.Of(sentence.Text).Count(words.Contains) is var shared && shared >= (RestrictionPattern().IsMatch(sentence.Text) ? 1 : 2))
            || LimitsLinkPattern().IsMatch(sentence.Text));
    }

    [GeneratedRegex(@"(?:,\s(?:but|yet|though|although|while|whereas|however|except)\b|;\s|,?\sbut\s|\sonly\s(?:on|in|for|when|if|at)\b|\sunless\b).*\b(?:no|not|only|fail\w*|fall\w*|drop\w*|chance|never|none|without|except|unless|worse|less|un(?:clear|known|reliable|calibrated|validated|tested)|limited|single)\b.*$|,?\s(?:except|unless|provided(?: that)?|as long as|so long as|on condition that|only (?:on|in|for|when|if|at|within))\b.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex TailPattern();

    [GeneratedRegex(@"\b(?:but|however|only|not|no|never|except|unless|limit\w*|caveat\w*|fails?|chance|although|though|un(?:tested|known|clear|reliable|calibrated|validated)|preliminary|if|when|otherwise|instead|in[- ]distribution|provided|as long as|assum\w+|so far|nowhere|no other|nothing else|alone|solely|exclusively|just)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RestrictionPattern();

    [GeneratedRegex(@"\b(?:however|but|only|not|no|none|fails?|failed|falls?|fell|drops?|dropped|worse|loses?|lost|rises? to|breaks?|broke|disappear\w*|vanish\w*|cannot|limited|un(?:clear|known|reliable|calibrated|validated|tested)|do not|did not|does not|would not|overestimat\w*|chance|assumes?|advis\w+ against)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaveatPattern();

    [GeneratedRegex(@"\b(?:fails?|failed|falls?|fell|drops?|chance|advis\w+ against|do(?:es)? not|did not|would not|disappear\w*|vanish\w*|worse|no (?:effect|better|improvement)|cannot|revers\w+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReversingPattern();

    /// <summary>What the paper says of the work of others is no caveat of its own.</summary>
    [GeneratedRegex(@"\b(?:(?:earlier|previous|prior|past|related|existing|recent|other) (?:\w+ )?(?:work|works|studies|papers|authors|research|methods|approaches)|et al|critics|literature|(?:some|many|several) (?:authors|researchers|works?|papers|studies)|it has been (?:argued|shown|suggested|noted))\b|\((?:19|20)\d\d\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OthersPattern();

    [GeneratedRegex(@"\b(?:with (?:important |the usual |some |several )?(?:limits|limitations|caveats)|(?:limitations|caveats) (?:are |section|in the paper))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LimitsLinkPattern();
}
