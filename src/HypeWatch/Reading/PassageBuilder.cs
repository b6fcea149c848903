using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Cuts blocks into passages and says of each in which part of the document it stands.</summary>
internal sealed partial class PassageBuilder(string text, IReadOnlyList<Block> blocks, DocumentKind kind, string? title)
{
    private const int ShortestLede = 60;
    private const int LookForTitle = 8;
    private const int LongParagraph = 200;
    /// <summary>No abstract is longer, in characters: what follows has lost its heading.</summary>
    private const int LongestAbstract = 3500;
    private const int LongestDateLine = 60;

    private readonly List<Passage> passages = [];
    private readonly List<(int Level, string Words, Place? Place)> sections = [];
    private bool ledeSeen;
    private int titleBlock = -1;
    private int abstractEnd = int.MaxValue;
    private bool hasAbstract;

    public IReadOnlyList<Passage> Build()
    {
        titleBlock = FindTitle();
        hasAbstract = blocks.Any(block => block.Role.Kind == BlockKind.Heading && SectionRoles.Of(block.Span.Of(text)) is Place.Abstract or Place.Introduction);
        for (var i = 0; i < blocks.Count; i++) Take(blocks[i], i);
        return passages;
    }

    private int FindTitle()
    {
        for (var i = 0; i < Math.Min(LookForTitle, blocks.Count); i++)
        {
            if (title is not null && blocks[i].Span.Length < 500 && TitleBlock.Same(blocks[i].Span.Of(text), title)) return i;
        }

        return blocks.Count > 0 && blocks[0].Role is { Kind: BlockKind.Heading, Level: 1 } ? 0 : -1;
    }

    private void Take(Block block, int index)
    {
        if (index == titleBlock)
        {
            Add(block.Span, kind == DocumentKind.News ? Place.Headline : Place.Title, index, 0, block.Role.Speaker);
            return;
        }

        if (block.Role is { Kind: BlockKind.Heading, IsComment: false })
        {
            var words = block.Span.Of(text);
            while (sections.Count > 0 && sections[^1].Level >= block.Role.Level) sections.RemoveAt(sections.Count - 1);
            var own = SectionRoles.Of(words);
            // A summary behind the sections is how some papers call their conclusion.
            if (own == Place.KeyResults && block.Span.Start * 2 > text.Length && SummaryOnly().IsMatch(words)) own = Place.Conclusion;
            if (own == Place.Abstract) abstractEnd = block.Span.End + LongestAbstract;
            var place = Special(block) ?? ByKind(block, index) ?? own ?? Inherited() ?? Place.Body;
            Add(block.Span, place, index, 0, null);
            sections.Add((block.Role.Level, words, own));
            return;
        }

        AddSentences(block, index, Special(block) ?? ByKind(block, index) ?? Inherited() ?? Untitled(block, index));
    }

    /// <summary>Places that follow from what a block is, whatever the document.</summary>
    private Place? Special(Block block)
    {
        var role = block.Role;
        if (role.IsComment) return Place.Comment;
        if (passages.Count < LookForTitle && IsDateLine(block)) return Place.Other;
        switch (role.Kind)
        {
            case BlockKind.Footnote: return Place.Footnote;
            case BlockKind.Reference or BlockKind.Byline or BlockKind.Code: return Place.Other;
            case BlockKind.TableRow: return Place.Table;
            case BlockKind.Caption: return block.Span.Of(text).StartsWith("Table", StringComparison.Ordinal) ? Place.Table : Place.FigureCaption;
        }

        if (FigureLabel.StartsCaption(text.AsSpan(block.Span.Start, block.Span.Length))) return Place.FigureCaption;
        return role.IsAppendix && Inherited() is not (Place.Other or Place.Footnote) ? Place.Appendix : null;
    }

    private Place? ByKind(Block block, int index) => kind switch
    {
        DocumentKind.PromoSocial or DocumentKind.ThirdPartySocial => Place.Social,
        DocumentKind.Policy => Place.Policy,
        DocumentKind.PressRelease => Place.Promo,
        DocumentKind.Comment => Place.Comment,
        DocumentKind.Appendix => Place.Appendix,
        DocumentKind.News when index > titleBlock => IsLede(block) ? Place.Lede : Inherited() is Place.Other or Place.Footnote ? Place.Other : Place.Body,
        _ => null,
    };

    private bool IsLede(Block block)
    {
        if (ledeSeen || block.Role.Kind != BlockKind.Paragraph) return false;
        var last = text[block.Span.End - 1];
        return ledeSeen = block.Span.Length >= ShortestLede || last is '.' or '!' or '?' or '\u3002' or '"' or '\u201d';
    }

    /// <summary>The place of the innermost section whose heading tells one.</summary>
    private Place? Inherited()
    {
        for (var i = sections.Count - 1; i >= 0; i--)
        {
            if (sections[i].Place is { } place) return place == Place.Abstract && passages.Count > 0 && passages[^1].Span.End > abstractEnd ? Place.Body : place;
        }

        return null;
    }

    private bool InReferences => sections.Count > 0 && SectionRoles.IsReferences(sections[^1].Words);

    private bool IsDateLine(Block block) =>
        block.Span.Length <= LongestDateLine && text[block.Span.End - 1] is not ('.' or '!' or '?') && DocumentDates.InWords(block.Span.Of(text), "") is not null;

    /// <summary>
    /// Text that no heading places. Before the first heading of a paper, names and addresses are short, and long paragraphs are the abstract where
    /// an introduction follows under its own heading, else the introduction itself.
    /// </summary>
    private Place Untitled(Block block, int index)
    {
        if (index < titleBlock) return Place.Other;
        if (kind is not (DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.PriorWork) || sections.Count > 0) return Place.Body;
        if (block.Span.Length >= LongParagraph) return hasAbstract ? Place.Abstract : Place.Introduction;
        return block.Role.Kind == BlockKind.Paragraph && hasAbstract ? Place.Other : Place.Introduction;
    }

    private void AddSentences(Block block, int index, Place place)
    {
        var number = 0;
        var parts = block.Role.Kind switch
        {
            BlockKind.Code => LinesOf(block.Span),
            BlockKind.TableRow or BlockKind.Reference => [block.Span],
            _ when InReferences => [block.Span],
            _ => SentenceSplitter.Split(text, block.Span),
        };
        foreach (var part in parts) Add(part, place, index, number++, block.Role.Speaker);
    }

    private List<Span> LinesOf(Span span)
    {
        var result = new List<Span>();
        for (var start = span.Start; start < span.End;)
        {
            var end = text.IndexOf('\n', start, span.End - start);
            if (end < 0) end = span.End;
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            if (to > from) result.Add(new(from, to));
            start = end + 1;
        }

        return result;
    }

    private void Add(Span span, Place place, int paragraph, int sentence, string? speaker)
    {
        // Bare list numbers and rules are furniture; a formula or a year alone is no sentence either.
        if (!text.AsSpan(span.Start, span.Length).ContainsAnyLetter()) return;
        var heading = place is Place.Comment ? "" : string.Join(" > ", sections.Select(section => section.Words));
        passages.Add(new(passages.Count, span, place, heading, paragraph, sentence, speaker));
    }

    [GeneratedRegex(@"^\s*(?:\d{1,2}\.?\s+)?summary\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SummaryOnly();
}

/// <summary>Small questions about stretches of text.</summary>
internal static class FigureLabel
{
    /// <summary>Whether a block begins as a figure's caption does: <c>Figure 3:</c>, <c>Fig. 3.</c></summary>
    public static bool StartsCaption(ReadOnlySpan<char> block)
    {
        var rest = block.StartsWith("Figure ") ? block[7..] : block.StartsWith("Fig. ") ? block[5..] : default;
        var digits = 0;
        while (digits < rest.Length && digits < 4 && (char.IsAsciiDigit(rest[digits]) || char.IsAsciiLetterUpper(rest[digits]))) digits++;
        return digits > 0 && digits < rest.Length && rest[digits] is ':' or '.' or '|' or '\u2014';
    }

    /// <summary>Whether any letter of any script occurs.</summary>
    public static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c)) return true;
        }

        return false;
    }
}
