using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// What commenters answer to what a text says, and what is granted to them (specification 8, 9): a sentence that disputes or puts right, in a comment that quotes the flagged words or the accusation,
/// shares their subject, or speaks of the criticism as a whole; and a sentence that grants it in the comment after. Stored word for word beside the flag; it changes no score.
/// </summary>
/// <param name="actors">By what name a commenter may be shown.</param>
internal sealed partial class CounterargumentReader(ActorList actors)
{
    private const int SharedWords = 3;

    /// <summary>A comment that holds flagged words of more characters than this copied them.</summary>
    private const int LeastCopied = 40;

    /// <summary>A flag with what was answered to it. A comment below a release's own text is no answer to a flag on that text.</summary>
    public Flag With(Flag flag, Dossier dossier)
    {
        if (flag.RaisedBy != RaisedBy.Critic && dossier.Own.Any(document => document.Version.Id == flag.Version)) return flag;
        var answers = dossier.Documents.SelectMany(document => Answers(flag, document)).DistinctBy(answer => (answer.Version, answer.Span)).ToList();
        return answers.Count > 0 ? flag with { Counterarguments = answers } : flag;
    }

    private IEnumerable<Counterargument> Answers(Flag flag, DossierDocument document)
    {
        var turns = Turns(document.Version);
        for (var i = 0; i < turns.Count; i++)
        {
            var said = QuoteMarks.Plain(string.Join(' ', turns[i].Select(document.Version.TextOf)));
            var given = turns[i].Where(passage => DisputePattern().IsMatch(document.Version.TextOf(passage)) && IsAbout(flag, document, said, passage)).ToList();
            foreach (var passage in given) yield return Made(flag, document, passage, KindOf(document.Version.TextOf(passage)));
            if (given.Count == 0) continue;
            // Whoever speaks next may grant it; the comment between may agree with it.
            foreach (var passage in turns.Skip(i + 1).Take(2).SelectMany(turn => turn).Where(passage => passage.Speaker != turns[i][0].Speaker && IsGrant(document.Version.TextOf(passage))))
                yield return Made(flag, document, passage, CounterargumentKind.Concession);
        }
    }

    private static bool IsGrant(string text) => GrantPattern().Match(text) is { Success: true } match && !Denial.Before(text, match.Index);

    private static List<List<Passage>> Turns(DocumentVersion version)
    {
        List<List<Passage>> turns = [];
        foreach (var passage in version.Passages.Where(passage => passage.Place == Place.Comment))
        {
            if (turns.Count > 0 && turns[^1][^1] is var last && last.Index == passage.Index - 1 && last.Speaker == passage.Speaker) turns[^1].Add(passage);
            else turns.Add([passage]);
        }

        return turns;
    }

    private static bool IsAbout(Flag flag, DossierDocument document, string said, Passage passage)
    {
        if (flag.Quotes.Any(quote => quote.Quote.Length > LeastCopied && said.Contains(QuoteMarks.Plain(quote.Quote).TrimEnd('.', ' '), StringComparison.OrdinalIgnoreCase))) return true;
        if (!flag.Quotes.Any(quote => quote.Version == document.Version.Id && document.Version.PassageAt(quote.Span)?.Place != Place.Comment)) return false;
        var sentence = document.Version.TextOf(passage);
        return (flag.RaisedBy == RaisedBy.Critic && WholePattern().IsMatch(sentence)) || flag.Quotes.Any(quote => DossierReading.SharedTopic(ContentWords.Of(sentence), ContentWords.Of(quote.Quote)) >= SharedWords);
    }

    private Counterargument Made(Flag flag, DossierDocument document, Passage passage, CounterargumentKind kind) => new(
        flag.Id, null, document.Version.Id, passage.Span, document.Version.TextOf(passage), kind,
        passage.Speaker is { } speaker ? actors.Shown(speaker, document.Document.Kind, Place.Comment, document.Document.Publisher) : "a commenter");

    private static CounterargumentKind KindOf(string text) =>
        AttributionPattern().IsMatch(text) ? CounterargumentKind.Attribution : EvidencePattern().IsMatch(text) ? CounterargumentKind.Evidence : NormPattern().IsMatch(text) ? CounterargumentKind.Norm : CounterargumentKind.Other;

    [GeneratedRegex(
        @"\b(?:unfair|disagree|too harsh|too strong|a bit strong|straw ?man|misread\w*|misrepresent\w*|in fairness|to be fair|does not follow|doesn['\u2019]t follow|not what (?:the|they|it)|(?:has|have) been (?:clear|explicit|open|upfront) (?:that|about)|(?:error|fault|mistake) is on|not close to|(?:I|we) don['\u2019]t think (?:this|that|the|it)|correct conclusion is|should not be blamed|reasonable to)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DisputePattern();

    [GeneratedRegex(@"\b(?:(?:basically|mostly|entirely|totally|quite) (?:fair|right|correct)|fair (?:point|enough)|good point|point taken|I stand corrected|you(?:['\u2019]re| are) right|I concede|(?:points?|criticisms?) (?:\w+ ){0,3}(?:fair|helpful))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GrantPattern();

    [GeneratedRegex(@"\bthis (?:criticism|critique|accusation)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholePattern();

    [GeneratedRegex(@"\b(?:(?:error|fault|mistake|blame) is on|correct conclusion is|should not be blamed|not (?:the authors|the team|their fault))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AttributionPattern();

    [GeneratedRegex(@"\b(?:(?:has|have) been (?:clear|explicit|open|upfront)|not what|misread\w*|section|appendix|figure|table)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EvidencePattern();

    [GeneratedRegex(@"\b(?:reasonable to|should|ought|fair)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NormPattern();
}
