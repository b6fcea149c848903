using System.Globalization;
using System.Text;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Flags.Hearings;

/// <summary>A sentence of a release as a model is shown it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Document">The document that it stands in.</param>
/// <param name="Passage">Where it stands.</param>
/// <param name="Claims">The claims in it that may be flagged.</param>
/// <param name="Shown">Its words on one line.</param>
internal sealed record SheetLine(int Number, DossierDocument Document, Passage Passage, IReadOnlyList<Claim> Claims, ShownText Shown);

/// <summary>
/// A release as a model is shown it: each sentence on a numbered line below the name of its document and place; those that hold a claim are marked. Long releases are
/// shown in windows, each below the headline block of the first document.
/// </summary>
internal sealed class ReleaseSheet
{
    private const int WindowCharacters = 60_000, HeadlineCharacters = 3_000;
    private readonly List<SheetLine> lines = [];

    public ReleaseSheet(Dossier dossier)
    {
        foreach (var document in dossier.Documents)
        {
            List<Claim> claims = [.. document.Claims.Where(claim => claim.Type != ClaimType.SelfLimitation && !dossier.IsCopied(claim))];
            foreach (var passage in document.Version.Passages.Where(passage => passage.Place != Place.Other))
            {
                var shown = new ShownText(document.Version.Text, passage.Span);
                if (shown.Line.Length > 0) lines.Add(new(lines.Count + 1, document, passage, [.. claims.Where(claim => claim.Span.Overlaps(passage.Span))], shown));
            }
        }
    }

    /// <summary>Whether any sentence may be flagged.</summary>
    public bool HasClaims => lines.Exists(line => line.Claims.Count > 0);

    /// <summary>The sentence of a claim; null when it is not shown.</summary>
    public SheetLine? LineOf(Claim claim) => lines.Find(line => line.Document.Version.Id == claim.Version && line.Passage.Span.Overlaps(claim.Span));

    /// <summary>The sentence of a quoted passage; null when it is not shown.</summary>
    public SheetLine? LineOf(FlagQuote quote) => lines.Find(line => line.Document.Version.Id == quote.Version && line.Passage.Span.Overlaps(quote.Span));

    /// <summary>The sentence of a number, and where the quoted words stand in its document; null when they do not stand in it.</summary>
    public (SheetLine Line, Span Span)? Find(int number, string quote)
    {
        if (number < 1 || number > lines.Count) return null;
        var (line, words) = (lines[number - 1], ShownText.Of(quote));
        return words.Length > 0 && line.Shown.Find(words).Select(at => (int?)at).FirstOrDefault() is { } start ? (line, line.Shown.Source(start, words.Length)) : null;
    }

    /// <summary>The release in windows.</summary>
    public IEnumerable<string> Windows()
    {
        var headline = lines.Where(line => line.Document == lines[0].Document && line.Passage.Place is Place.Title or Place.Headline or Place.Abstract or Place.KeyResults or Place.Lede).ToList();
        for (var first = 0; first < lines.Count;)
        {
            var window = new StringBuilder();
            SheetLine? before = null;
            if (first > 0)
                foreach (var line in headline.TakeWhile(_ => window.Length < HeadlineCharacters)) before = Write(window, line, before);
            for (; first < lines.Count && (before is null || window.Length < WindowCharacters); first++) before = Write(window, lines[first], before);
            yield return window.ToString().TrimEnd('\n');
        }
    }

    private static SheetLine Write(StringBuilder window, SheetLine line, SheetLine? before)
    {
        if (before?.Document != line.Document) window.Append(CultureInfo.InvariantCulture, $"\n# {Words(line.Document.Document.Kind.ToCode())}, {line.Document.Document.Asserter}, {line.Document.Document.Published}{TitleOf(line.Document.Document)}\n");
        if (before?.Document != line.Document || before.Passage.Place != line.Passage.Place) window.Append(CultureInfo.InvariantCulture, $"## {Words(line.Passage.Place.ToCode())}\n");
        window.Append(CultureInfo.InvariantCulture, $"{line.Number}{(line.Claims.Count > 0 ? "*" : "")} {line.Shown.Line}\n");
        return line;
    }

    /// <summary>An address that stands in for a title says nothing to a reader.</summary>
    private static string TitleOf(Document document) => document.Title == document.Url ? "" : $": {ShownText.Of(document.Title)}";

    private static string Words(string code) => code.Replace('_', ' ');
}
