using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.Pipeline;

/// <summary>Finds which documents of the archive are works of the prior-work base, so that what a work says is read in its own text before its abstract.</summary>
public sealed class ArchivedWorks(CitationMatcher matcher)
{
    /// <summary>A text of fewer sentences than this is an abstract or a landing page.</summary>
    private const int LeastSentences = 60;

    /// <summary>Words that tell that a copy is not the whole work.</summary>
    private static readonly string[] PartWords = ["excerpt", "summary", "abstract", "part "];

    /// <summary>The work that a document is: by its addresses, or by its whole title where no other work has it; null when it is none that is known.</summary>
    public WorkId? WorkOf(Document document)
    {
        if (document.Kind is not (DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.PriorWork or DocumentKind.Blog)) return null;
        if ((matcher.MatchUrl(document.CanonicalUrl) ?? matcher.MatchUrl(document.Url)) is { } known) return known;
        var title = TitleKey.Of(document.Title);
        return title.Length >= TitleKey.TellingLength && matcher.Titled(title) is [var only] ? only.Id : null;
    }

    /// <summary>The text of a work in an archived version; null where there is not enough of it.</summary>
    public static CitedText? TextOf(DocumentVersion version)
    {
        List<Span> sentences = [.. version.Passages.Where(passage => passage.Place is not (Place.Title or Place.Other or Place.Comment or Place.RelatedWork)).Select(passage => passage.Span)];
        if (sentences.Count < LeastSentences) return null;
        var isPart = PartWords.Any(word => version.Document.Title.Contains(word, StringComparison.OrdinalIgnoreCase)) || version.References.Count == 0;
        return new(version.Text, sentences, isPart ? CitedTextKind.Part : CitedTextKind.Whole) { Version = version.Id };
    }

    /// <summary>The archived texts of works, by work; of several copies the longest.</summary>
    public IReadOnlyDictionary<WorkId, CitedText> Of(IEnumerable<DocumentVersion> versions) =>
        (from version in versions
         let work = WorkOf(version.Document)
         where work is not null
         let text = TextOf(version)
         where text is not null
         group text by work.Value).ToDictionary(copies => copies.Key, copies => copies.MaxBy(text => text.Sentences.Count)!);
}
