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
internal sealed record SheetLine(int Number, DossierDocument Document, Passage Passage, IReadOnlyList<Claim> Claims, ShownText Shown)
{
    /// <summary>The sentence as a quote.</summary>
    public FlagQuote Quote(string role) => new(Document.Version.Id, Passage.Span, Document.Version.TextOf(Passage), role);
}

/// <summary>A part of a release that one request shows.</summary>
/// <param name="Text">The numbered lines.</param>
/// <param name="Lines">The numbers of the lines.</param>
internal sealed record SheetWindow(string Text, IReadOnlySet<int> Lines);

/// <summary>
/// A release as a model is shown it: each sentence on a numbered line below the name of its document and place; those that hold a claim are marked. Long releases are
/// shown in windows, each below the headline block of the first document. Pages that speak to models are not shown.
/// </summary>
internal sealed class ReleaseSheet
{
    private const int HeadlineCharacters = 3_000;

    /// <summary>So much of a release is heard, its own documents first: what lies beyond costs more than it tells.</summary>
    private const int MostWindows = 8;

    /// <summary>Fewer words, or fewer than the whole sentence has, name no passage.</summary>
    private const int FewestWords = 3;

    private readonly List<SheetLine> lines = [];

    public ReleaseSheet(Dossier dossier)
    {
        foreach (var document in dossier.Documents.Where(document => !document.Version.SpeaksToModels()).OrderByDescending(document => document.IsOwn))
        {
            List<Claim> claims = [.. document.Claims.Where(claim => IsHeard(claim) && !dossier.IsCopied(claim))];
            foreach (var passage in document.Version.Passages.Where(passage => passage.Place != Place.Other && passage.Span.Length <= ShownText.LongestSentence))
            {
                var shown = new ShownText(document.Version.Text, passage.Span);
                if (shown.Line.Length > 0) lines.Add(new(lines.Count + 1, document, passage, [.. claims.Where(claim => claim.Span.Overlaps(passage.Span))], shown));
            }
        }

        Windows = [.. Cut().Take(MostWindows)];
    }

    /// <summary>The release in windows.</summary>
    public IReadOnlyList<SheetWindow> Windows { get; }

    /// <summary>Whether any sentence may be flagged.</summary>
    public bool HasClaims => lines.Exists(line => line.Claims.Count > 0);

    /// <summary>The sentence of a claim; null when it is not shown.</summary>
    public SheetLine? LineOf(Claim claim) => Line(claim.Version, claim.Span);

    /// <summary>The sentence of a quoted passage; null when it is not shown.</summary>
    public SheetLine? LineOf(FlagQuote quote) => Line(quote.Version, quote.Span);

    /// <summary>The sentence of a number, and where the quoted words stand in its document; null when they do not stand in it, or are too few to name it.</summary>
    public (SheetLine Line, Span Span)? Find(int number, string quote)
    {
        if (number < 1 || number > lines.Count) return null;
        var line = lines[number - 1];
        return WordsIn(ShownText.Of(quote)) >= Math.Min(FewestWords, WordsIn(line.Shown.Line)) && line.Shown.SpanOf(quote) is { } span ? (line, span) : null;
    }

    /// <summary>What a document puts forward in its own voice; what readers wrote below it is theirs.</summary>
    private static bool IsHeard(Claim claim) =>
        claim.Mode is AssertMode.Asserts or AssertMode.ReportsOther && claim.Type is not (ClaimType.SelfLimitation or ClaimType.Aspiration) && claim.Place != Place.Comment;

    private static int WordsIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private SheetLine? Line(VersionId version, Span span) => lines.Find(line => line.Document.Version.Id == version && line.Passage.Span.Overlaps(span));

    private IEnumerable<SheetWindow> Cut()
    {
        if (lines.Count == 0) yield break;
        var headline = lines.Where(line => line.Document == lines[0].Document && line.Passage.Place is Place.Title or Place.Headline or Place.Abstract or Place.KeyResults or Place.Lede).ToList();
        for (var first = 0; first < lines.Count;)
        {
            var (window, numbers) = (new StringBuilder(), new HashSet<int>());
            SheetLine? before = null;
            if (first > 0)
                foreach (var line in headline.TakeWhile(_ => window.Length < HeadlineCharacters)) Write(line);
            do Write(lines[first++]);
            while (first < lines.Count && window.Length < ShownText.MostOfRequest);
            yield return new(window.ToString().TrimEnd('\n'), numbers);

            void Write(SheetLine line)
            {
                Append(window, line, before);
                numbers.Add(line.Number);
                before = line;
            }
        }
    }

    private static void Append(StringBuilder window, SheetLine line, SheetLine? before)
    {
        var (document, passage) = (line.Document.Document, line.Passage);
        var isNew = before?.Document != line.Document;
        if (isNew) window.Append(CultureInfo.InvariantCulture, $"\n# {Words(document.Kind.ToCode())}, {document.Asserter}, {document.Published}{TitleOf(document)}\n");
        if (isNew || before?.Passage.Place != passage.Place || before.Passage.Speaker != passage.Speaker)
            window.Append(CultureInfo.InvariantCulture, $"## {Words(passage.Place.ToCode())}{(passage.Speaker is { } speaker ? $", {ShownText.Of(speaker)} speaks" : "")}\n");
        window.Append(CultureInfo.InvariantCulture, $"{line.Number}{(line.Claims.Count > 0 ? "*" : "")} {line.Shown.Line}\n");
    }

    /// <summary>An address that stands in for a title says nothing to a reader.</summary>
    private static string TitleOf(Document document) => document.Title == document.Url ? "" : $": {ShownText.Of(document.Title)}";

    private static string Words(string code) => code.Replace('_', ' ');
}
