using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC10, subtype <c>citation</c>: a sentence credits a source whose text is at hand with a figure, an outcome or a name that the source gives otherwise.
/// Silence of a source raises nothing; both texts are quoted.
/// </summary>
public sealed partial class CitationMismatchDetector : IFlagDetector
{
    /// <summary>Content words, other than those of the whole field, that make two sentences speak of the same.</summary>
    private const int SameTopic = 2;

    private const int ShortSource = 20;

    /// <inheritdoc/>
    public string Code => "OC10";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var seen = new HashSet<(VersionId, int)>();
        foreach (var claim in dossier.Claims)
        {
            if (claim.Mode is AssertMode.Asks or AssertMode.Hypothesises or AssertMode.Aspires || claim.Type is ClaimType.SelfLimitation or ClaimType.Aspiration) continue;
            var home = dossier.DocumentOf(claim);
            if (home.IsRoundup || claim.Place == Place.Comment) continue;
            if (!seen.Add((claim.Version, dossier.SentenceOf(claim).Start))) continue;
            var sentence = dossier.SentenceText(claim);
            if (LinkedName.Find(dossier, home, dossier.SentenceOf(claim)) is { } misnamed)
            {
                yield return new(claim, $"{DossierReading.Cite(sentence)}: {misnamed.Because}") { Subtype = "citation", Quotes = [misnamed.Source], Caps = ["quoted_contradiction"] };
                continue;
            }

            if (BackgroundPattern().IsMatch(sentence)) continue;
            foreach (var source in Sources(dossier, home, sentence))
            {
                if (Differs(sentence, source) is not { } found) continue;
                yield return new(claim, $"{DossierReading.Cite(sentence)} credits {source.Document.Asserter}, whose own text says {DossierReading.Cite(found.Source.Quote)}: {found.Because}")
                {
                    Subtype = "citation", BaseSeverity = SeverityRule.ContradictionBase, Quotes = [found.Source], Caps = ["quoted_contradiction"],
                };
                break;
            }
        }
    }

    /// <summary>The texts that the sentence credits: one that it names, or, where it speaks of "a study", the only one at hand.</summary>
    private static List<DossierDocument> Sources(Dossier dossier, DossierDocument home, string sentence)
    {
        var others = dossier.Documents.Where(other => other != home && other.Document.Asserter != home.Document.Asserter
            && other.Document.Published.IsOnOrBefore(home.Document.Published) != false
            && other.Document.Kind is DocumentKind.PriorWork or DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.Blog or DocumentKind.PressRelease).ToList();
        var named = others.Where(other => IsNamed(other, sentence)).ToList();
        if (named.Count > 0) return named;
        return others.Count == 1 && StudyPattern().IsMatch(sentence) ? others : [];
    }

    private static bool IsNamed(DossierDocument source, string sentence)
    {
        foreach (Match match in AuthorYearPattern().Matches(sentence))
        {
            var head = source.Version.Text[..Math.Min(400, source.Version.Text.Length)];
            var year = match.Groups["year"].Value;
            var isAuthor = source.Document.Asserter.Contains(match.Groups["name"].Value, StringComparison.Ordinal) || source.Document.Authors.Any(author => author.Contains(match.Groups["name"].Value, StringComparison.Ordinal));
            if (isAuthor && (year.Length == 0 || head.Contains(year, StringComparison.Ordinal) || source.Document.Published.NotAfter?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) == year)) return true;
        }

        if (source.Document.Kind == DocumentKind.PriorWork && NumberPattern().Match(source.Version.Text) is { Success: true } number && sentence.Contains(number.Value, StringComparison.Ordinal)) return true;
        return source.Document.Asserter.Length > 3 && sentence.Contains(source.Document.Asserter, StringComparison.OrdinalIgnoreCase);
    }

    private static Contradiction? Differs(string sentence, DossierDocument source) => OtherFigure(sentence, source) ?? OtherCount(sentence, source) ?? OtherOutcome(sentence, source) ?? OppositeFinding.Find(sentence, source) ?? OtherPlace(sentence, source);

    /// <summary>A rate that the source gives otherwise for the same thing.</summary>
    private static Contradiction? OtherFigure(string sentence, DossierDocument source)
    {
        var told = Figure.In(sentence).Where(figure => figure.IsRate || figure.Value < 1).ToList();
        if (told.Count == 0) return null;
        var all = new[] { source }.Sentences().Select(other => (Sentence: other, Figures: Figure.In(other.Text))).ToList();
        var missing = told.Where(figure => !all.Exists(other => other.Figures.Any(given => given.Agrees(figure) || IsComplement(given, figure)))).ToList();
        if (missing.Count == 0) return null;
        var words = ContentWords.Of(sentence);
        var shared = SubjectSentences.AreAtMost([source.Version], ShortSource) ? SameTopic : 2 * SameTopic;
        foreach (var (other, figures) in all.OrderByDescending(other => ContentWords.Shared(words, ContentWords.Of(other.Sentence.Text))))
        {
            var given = figures.Where(figure => figure.IsRate == missing[0].IsRate).ToList();
            if (given.Count == 0 || ContentWords.Shared(words, ContentWords.Of(other.Text)) < shared) continue;
            return new($"it gives {DossierReading.Cite(given[0].Span.Of(other.Text))}, not {DossierReading.Cite(missing[0].Span.Of(sentence))}.", other.Quote("evidence"));
        }

        return null;
    }

    /// <summary>A number of things that the source gives otherwise: it names the same things, with the same words before them, in one number only.</summary>
    private static Contradiction? OtherCount(string sentence, DossierDocument source)
    {
        if (!SubjectSentences.AreAtMost([source.Version], ShortSource)) return null;
        var words = ContentWords.Of(sentence);
        var counts = new[] { source }.Sentences().SelectMany(other => Counts(other.Text).Select(count => (Sentence: other, count.Things, count.Number))).ToList();
        foreach (var (things, number) in Counts(sentence))
        {
            var same = counts.Where(entry => entry.Things == things).ToList();
            if (same.Count == 0 || same.Select(entry => entry.Number).Distinct().Count() != 1 || IsNear(same[0].Number, number)) continue;
            if (counts.Exists(entry => entry.Number == number) || ContentWords.Shared(words, ContentWords.Of(same[0].Sentence.Text)) < SameTopic + 1) continue;
            return new(FormattableString.Invariant($"it speaks of {same[0].Number} {things}, not of {number}."), same[0].Sentence.Quote("evidence"));
        }

        return null;
    }

    private static IEnumerable<(string Things, int Number)> Counts(string text) =>
        from Match match in CountedPattern().Matches(text)
        let number = Figure.Count(match.Groups["count"].Value)
        where number is > 1
        select (match.Groups["things"].Value.ToLowerInvariant(), number.Value);

    /// <summary>Large numbers may be rounded.</summary>
    private static bool IsNear(int a, int b) => a == b || (Math.Min(a, b) > 20 && Math.Abs(a - b) <= 0.1 * Math.Max(a, b));

    private static bool IsComplement(Figure a, Figure b) => a.IsRate && b.IsRate && Math.Abs(a.Value + b.Value - 100) <= 1;

    /// <summary>An outcome that the source denies.</summary>
    private static Contradiction? OtherOutcome(string sentence, DossierDocument source)
    {
        // A long source denies many things; only an abstract or a short text denies what it is about.
        if (!SubjectSentences.AreAtMost([source.Version], ShortSource) || DenialPattern().IsMatch(sentence)) return null;
        var words = DossierReading.TopicOf(sentence).ToHashSet(StringComparer.Ordinal);
        foreach (var other in new[] { source }.Sentences())
        {
            if (!ClausePattern().Split(other.Text).Any(clause => DenialPattern().IsMatch(clause) && DossierReading.TopicOf(clause).Count(words.Contains) >= SameTopic)) continue;
            return new("it reports the absence of it.", other.Quote("evidence"));
        }

        return null;
    }

    /// <summary>An institution that the source does not name, where it names another.</summary>
    private static Contradiction? OtherPlace(string sentence, DossierDocument source)
    {
        var told = InstitutionPattern().Match(sentence);
        var own = HomePattern().Match(source.Document.Asserter);
        if (!told.Success || !own.Success) return null;
        var name = told.Groups["name"].Value;
        if (source.Document.Asserter.Contains(name, StringComparison.OrdinalIgnoreCase) || source.Version.Text.Contains(name, StringComparison.OrdinalIgnoreCase)) return null;
        var first = new[] { source }.Sentences().FirstOrDefault();
        return first.Passage is null ? null : new($"its authors are {source.Document.Asserter}, not of {name}.", first.Quote("evidence"));
    }

    [GeneratedRegex(@"\b(?<name>\p{Lu}[\p{L}'\u2019-]{2,})(?:\s(?:and|&)\s\p{Lu}[\p{L}'\u2019-]+|\set al\.?(?:'s)?|\sand colleagues)?,?\s?\(?(?<year>(?:19|20)\d\d)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AuthorYearPattern();

    [GeneratedRegex(@"\b(?:a|the|new|recent|this)\s(?:\w+\s)?(?:study|paper|preprint|work|report|research)\b|\b(?:researchers|scientists|authors|team)\b|\b(?:study|paper) (?:from|by)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StudyPattern();

    [GeneratedRegex(@"\b(?:see(?: e\.g\.)?|for (?:background|a review|an overview|details|more)|e\.g\.|cf\.|introduc\w+ by|following)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BackgroundPattern();

    [GeneratedRegex(@"\b(?:no|not|never|none|nothing|neither|nor|without|poorly|rarely|seldom|too (?:weak|small|noisy)|fails?|failed|cannot|almost no(?:ne)?|little|hardly|barely|unrelated|absence|no longer|contrary|worse|underperform\w*|at chance|near[- ]chance|chance level|negative|mixed|degrad\w*|poor|weak|fragile|fades?)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DenialPattern();

    [GeneratedRegex(@"(?<!\b(?:of|first|other|another|than|least|most|to|or)\s)(?<![\d.,])\b(?<count>" + Figure.CountPattern + @")\s(?<things>(?:[\w-]+\s){0,2}?(?:models|tasks|datasets|languages|participants|raters|annotators|prompts|features|neurons|heads|circuits|layers|seeds|runs|problems|questions|families|networks|latents|experts|annotations|sentences|documents|companies))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountedPattern();

    /// <summary>The number under which the citing list has the source.</summary>
    [GeneratedRegex(@"^\[\d{1,3}\]", RegexOptions.None, 1000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@";\s|,\s(?:and|but|while|whereas|though|although)\s|\sbut\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClausePattern();

    [GeneratedRegex(@"\b(?<name>\p{Lu}\p{L}{2,}(?:\s\p{Lu}\p{L}+)?)\s(?:researchers|scientists|team|University|academics)\b|\b(?:researchers|scientists|a team|study|academics) (?:at|from)\s(?:the\s)?(?:University of\s)?(?<name>\p{Lu}\p{L}{2,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InstitutionPattern();

    [GeneratedRegex(@"\b(?:University|Institute|College|Lab|Labs|ETH|MIT)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HomePattern();
}
