using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC21 inside one release: the release's own post, readme or thread repeats a statement of the paper and leaves out what the paper takes away from it, in
/// the same sentence, right behind it, or where it reports results and limitations. A caveat told anywhere in the post, in whichever words, is kept.
/// </summary>
public sealed partial class OwnPostCaveatDetector : IFlagDetector
{
    /// <summary>Share of the post's words that the paper's sentence has, from which on both state the same.</summary>
    private const double Same = 0.6;

    private const int FewestWords = 3;

    /// <summary>Sentences after the paper's statement in which its restriction counts as beside it.</summary>
    private const int Following = 2;

    /// <summary>Words, other than those of the whole field, that a statement and a caveat somewhere else in the paper share at least.</summary>
    private const int SameThing = 2, SameThingInLong = 3;

    private const double ClearlyLower = 0.8;

    /// <inheritdoc/>
    public string Code => "OC21";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var works = dossier.Works().ToList();
        var papers = works.Where(document => document.Document.Kind is DocumentKind.Paper or DocumentKind.Preprint).ToList();
        if (papers.Count == 0) papers = [.. works.Where(document => document.Relation == DocumentRelation.Primary)];
        foreach (var post in works.Except(papers).Where(document => IsPost(document, papers)))
        {
            if (new[] { post }.Sentences().Any(sentence => LimitsLinkPattern().IsMatch(sentence.Text))) continue;
            var told = (from claim in post.Claims
                        where claim.IsAsserted() && claim.Place != Place.Comment && claim.Polarity == Polarity.Positive && claim.Type is not (ClaimType.SelfLimitation or ClaimType.Aspiration)
                        let text = dossier.SentenceText(claim)
                        where !NarrowedPattern().IsMatch(text)
                        select (Claim: claim, Text: text)).ToList();
            var seen = new HashSet<Span>();
            // A statement with "but" or "not" in it restricts itself in some way; only what is definite in the paper can still be missing from it.
            foreach (var (claim, text) in told.Where(entry => !ContrastPattern().IsMatch(entry.Text)))
                if (papers.Select(paper => Beside(paper, claim, text, post)).FirstOrDefault(lost => lost is not null) is { } lost && seen.Add(lost.Span)) yield return Found(claim, text, lost);
            if (told.Count == 0) continue;
            foreach (var (claim, text, lost) in Apart(papers, told, post))
                if (seen.Add(lost.Span)) yield return Found(claim, text, lost);
        }
    }

    /// <summary>A text about the paper; beside a work that is no paper, only what is written to spread it, since a long page may be kept in several parts.</summary>
    private static bool IsPost(DossierDocument document, IReadOnlyList<DossierDocument> papers) =>
        document.Document.Kind != DocumentKind.Appendix && document.Relation is not (DocumentRelation.Reply or DocumentRelation.Appendix)
        && (papers.Any(paper => paper.Document.Kind is DocumentKind.Paper or DocumentKind.Preprint) || document.Document.Kind is DocumentKind.PromoSocial or DocumentKind.PressRelease);

    private static Finding Found(Claim claim, string told, FlagQuote lost) => new(
        claim, $"The paper says {DossierReading.Cite(lost.Quote)}; the post says {DossierReading.Cite(told)}.", "A sentence that carries that restriction was not found in the post.")
    {
        Quotes = [lost], Caps = ["both_texts_stored"], BaseSeverity = ReversingPattern().IsMatch(lost.Quote) || CaveatClass.Reverses(lost.Quote) || IsLower(told, lost.Quote) ? SeverityRule.ReversingBase : null,
    };

    /// <summary>What the paper restricts in the sentence that states the same, or in the next ones.</summary>
    private static FlagQuote? Beside(DossierDocument paper, Claim claim, string told, DossierDocument post)
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
            if (Restriction(source) is { } tail && !Carries(post, source[tail.Start..tail.End], words, figures))
                return new(paper.Version.Id, passages[i].Span, source, "upstream");
            for (var n = i + 1; n < passages.Count && n <= i + Following && passages[n].Paragraph == passages[i].Paragraph; n++)
            {
                var next = paper.Version.TextOf(passages[n]);
                if (OthersPattern().IsMatch(next)) continue;
                var isCaveat = passages[n].Place switch
                {
                    Place.Abstract or Place.KeyResults or Place.Introduction or Place.Conclusion => CaveatPattern().IsMatch(next) || IsLower(source, next),
                    Place.Results or Place.Discussion or Place.Limitations => CaveatClass.ChangesOutcome(next),
                    _ => false,
                };
                if (isCaveat && !Carries(post, next, words, []))
                    return new(paper.Version.Id, passages[n].Span, next, "upstream");
            }
        }

        return null;
    }

    /// <summary>Caveats that change the outcome, where the paper reports results and limitations, each with the statement of the post that it bears on most.</summary>
    private static IEnumerable<(Claim Claim, string Told, FlagQuote Lost)> Apart(IEnumerable<DossierDocument> papers, IReadOnlyList<(Claim Claim, string Text)> told, DossierDocument post)
    {
        foreach (var paper in papers)
        {
            var needed = !SubjectSentences.AreAtMost([paper.Version], LongPaper) ? SameThingInLong : SameThing;
            foreach (var passage in paper.Version.Passages)
            {
                if (passage.Place is not (Place.Abstract or Place.KeyResults or Place.Results or Place.Discussion or Place.Limitations or Place.Conclusion)) continue;
                var source = paper.Version.TextOf(passage);
                if (!CaveatClass.ChangesOutcome(source) || OthersPattern().IsMatch(source) || ControlPattern().IsMatch(source)) continue;
                var words = ContentWords.Of(source);
                var best = told.Select(entry => (entry.Claim, entry.Text, Shared: Bearing(entry.Text, source, words, passage, post))).MaxBy(entry => entry.Shared);
                if (best.Shared < needed || Carries(post, source, ContentWords.Of(best.Text), Figure.In(best.Text))) continue;
                yield return (best.Claim, best.Text, new(paper.Version.Id, passage.Span, source, "upstream"));
            }
        }
    }

    /// <summary>How much a caveat has to do with a statement. That all was found at one place bears on whatever is told without a place and a system.</summary>
    private static int Bearing(string told, string caveat, IReadOnlySet<string> words, Passage passage, DossierDocument post)
    {
        var own = ContentWords.Of(told);
        var shared = DossierReading.SharedTopic(own, words);
        var isOfAll = passage.Place is Place.Limitations or Place.Abstract && CaveatClass.IsLocal(caveat) && AllPattern().IsMatch(caveat) && ContentWords.Shared(own, words) > 0;
        return isOfAll && !SystemPattern().IsMatch(post.Version.Text) ? Math.Max(shared, SameThingInLong) : shared;
    }

    private const int LongPaper = 60;

    private static bool IsSame(IReadOnlySet<string> words, IReadOnlyList<Figure> figures, string source)
    {
        var other = ContentWords.Of(source);
        var shared = ContentWords.Shared(words, other);
        // A figure to the same digits is the mark of the same statement, however it is told.
        if (figures.Any(figure => !figure.IsRate || figure.Value % 1 != 0) && Figure.In(source).Any(given => figures.Any(given.Agrees))) return shared >= 2;
        if (shared >= FewestWords && figures.Count > 0 && figures.All(figure => Figure.In(source).Any(figure.Agrees))) return true;
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

    /// <summary>Whether the post passes a caveat on: by one of its figures, by its words, or by words for a caveat of its sort.</summary>
    private static bool Carries(DossierDocument post, string lost, IReadOnlySet<string> claim, IReadOnlyList<Figure> told)
    {
        var words = ContentWords.Of(lost).Where(word => !claim.Contains(word)).ToHashSet(StringComparer.Ordinal);
        var figures = Figure.In(lost).Where(figure => !told.Any(figure.Agrees)).ToList();
        if (post.Caveats.Any(caveat => caveat.IsSpecific && DossierReading.SharesTopic(caveat.Quote, lost))) return true;
        return new[] { post }.Sentences().Any(sentence =>
            Figure.In(sentence.Text).Any(given => figures.Any(figure => figure.Agrees(given)))
            || (ContentWords.Of(sentence.Text).Count(words.Contains) is var shared && shared >= (RestrictionPattern().IsMatch(sentence.Text) ? 1 : 2))
            || CaveatClass.IsKept(lost, sentence.Text));
    }

    /// <summary>A statement that says itself how far it goes.</summary>
    [GeneratedRegex(@"\b(?:only|except|unless|provided|as long as|so long as|limited to|in[- ]distribution|so far|preliminary|caveats?|not yet|at one layer|nowhere else)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NarrowedPattern();

    [GeneratedRegex(@"\b(?:but|however|not|never|although|though|while|whereas|fails?|chance|limit\w*)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContrastPattern();

    [GeneratedRegex(@"\b(?:all|every|each|any|our|the) (?:of )?(?:\w+ ){0,3}(?:come|comes|were|was|are|is|stem|stems|rest|rests|hold|holds|use|uses|concern|concerns|taken|measured|found|trained|limited)\b|\bwe (?:only |merely )?(?:study|studied|look|looked|train|trained|test|tested|use|used|examine|examined)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AllPattern();

    /// <summary>The name of a system with its size or number: the reader is told what was looked at.</summary>
    [GeneratedRegex(@"\b\p{Lu}[\p{L}\d]*[- ]?\d+(?:\.\d+)?\s?[BMbm]?\b|\bGPT-?\d|\b\d+(?:\.\d+)?[BM]\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SystemPattern();

    [GeneratedRegex(@"(?:,\s(?:but|yet|though|although|while|whereas|however|except)\b|;\s|,?\sbut\s|\sonly\s(?:on|in|for|when|if|at)\b|\sunless\b).*\b(?:no|not|only|fail\w*|fall\w*|drop\w*|chance|never|none|without|except|unless|worse|less|un(?:clear|known|reliable|calibrated|validated|tested)|limited|single)\b.*$|,?\s(?:except|unless|provided(?: that)?|as long as|so long as|on condition that|only (?:on|in|for|when|if|at|within))\b.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex TailPattern();

    [GeneratedRegex(@"\b(?:but|however|only|not|no|never|except|unless|limit\w*|caveat\w*|fails?|chance|although|though|un(?:tested|known|clear|reliable|calibrated|validated)|preliminary|if|when|otherwise|instead|in[- ]distribution|provided|as long as|assum\w+|so far|nowhere|no other|nothing else|alone|solely|exclusively|just)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RestrictionPattern();

    [GeneratedRegex(@"\b(?:however|but|only|not|no|none|fails?|failed|falls?|fell|drops?|dropped|worse|loses?|lost|rises? to|breaks?|broke|disappear\w*|vanish\w*|cannot|limited|un(?:clear|known|reliable|calibrated|validated|tested)|do not|did not|does not|would not|overestimat\w*|chance|assumes?|advis\w+ against)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaveatPattern();

    [GeneratedRegex(@"\b(?:fails?|failed|falls?|fell|drops?|chance|advis\w+ against|do(?:es)? not|did not|would not|disappear\w*|vanish\w*|worse|no (?:effect|better|improvement)|cannot|revers\w+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReversingPattern();

    /// <summary>That a control or another method fails is no caveat; nor is a loss that the intervention is meant to bring about.</summary>
    [GeneratedRegex(@"\b(?:random\w*|shuffled|permuted|untrained|controls?|baselines?|alternatives?|ablat\w+|silenc\w+|without the|remov\w+|prior|text[- ]only|bag of words|majority)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ControlPattern();

    /// <summary>What the paper says of the work of others is no caveat of its own.</summary>
    [GeneratedRegex(@"\b(?:(?:earlier|previous|prior|past|related|existing|recent|other) (?:\w+ )?(?:work|works|studies|papers|authors|research|methods|approaches)|et al|critics|literature|(?:some|many|several) (?:authors|researchers|works?|papers|studies)|it has been (?:argued|shown|suggested|noted))\b|\((?:19|20)\d\d\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OthersPattern();

    /// <summary>The post sends its reader to the limits.</summary>
    [GeneratedRegex(@"\bwith (?:\w+ ){0,2}(?:limits|limitations|caveats)\b|\b(?:limits|limitations|caveats|failure (?:cases|modes)) (?:are |that |section|in the (?:paper|report)|of the \w+ (?:are|is))|\bsections? (?:\d+ )?(?:on|about) (?:limits|limitations|where)\b|\bwhere (?:it|our \w+|the \w+|\p{Lu}\w+|\w+ing) (?:fails|breaks|does not work)\b|\bwhat (?:goes|went|can go) wrong\b|\bwhat (?:it|we) (?:cannot|could not|do not|did not)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LimitsLinkPattern();
}
