using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;
using Microsoft.Extensions.Options;

namespace HypeWatch.Reading;

/// <summary>
/// Turns archived bytes into a version: clean text with sentences, sections, references and links at exact offsets. It looks at the bytes and the
/// snapshot's metadata only, so that the same snapshot gives the same version on every machine.
/// </summary>
/// <param name="options">Limits.</param>
/// <param name="time">Clock for the deadline of the PDF program.</param>
public sealed class Reader(IOptions<ReadingOptions> options, TimeProvider time)
{
    /// <summary>Version of the stage; it rises when the same bytes give another text or other passages.</summary>
    public const int StageVersion = 3;

    private const int BylineBlocks = 10;
    private const int LongestByline = 200;

    private readonly ReadingOptions limits = options.Value;

    /// <summary>Reads a snapshot.</summary>
    /// <param name="snapshot">Where the bytes come from and what its source says about them.</param>
    /// <param name="bytes">The archived bytes.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns><see cref="Readable"/>, or <see cref="Unreadable"/> with the reason.</returns>
    public async Task<ReadOutcome> ReadAsync(Snapshot snapshot, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (bytes.IsEmpty) return new Unreadable("the file is empty", IsSkip: false);
        if (bytes.Length > limits.MaxBytes)
            return new Unreadable(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes are more than Reading:MaxBytes ({limits.MaxBytes}) allows"), IsSkip: false);
        var format = FileFormats.Of(bytes.Span, snapshot.ContentType, snapshot.Item.Url);
        try
        {
            try
            {
                return await AttemptAsync(format, snapshot, bytes, ct);
            }
            catch (RegexMatchTimeoutException)
            {
                // The limit counts time on the wall, and a refusal stays: a machine that was busy elsewhere gets a second chance.
                return await AttemptAsync(format, snapshot, bytes, ct);
            }
        }
        catch (UnreadableException e)
        {
            return new Unreadable(e.Message, IsSkip: false);
        }
        catch (RegexMatchTimeoutException)
        {
            return new Unreadable("a search in the text took too long; the text is of a shape that the reader does not know", IsSkip: false);
        }
    }

    private async Task<ReadOutcome> AttemptAsync(FileFormat format, Snapshot snapshot, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (format is not (FileFormat.Html or FileFormat.Markdown or FileFormat.PlainText or FileFormat.Pdf or FileFormat.Mail or FileFormat.Latex) && !IsPost(format, snapshot, bytes))
            return new Unreadable(DataFiles.ReasonFor(format, format is FileFormat.Binary or FileFormat.Licence ? "" : Decode(bytes, snapshot)), IsSkip: true);
        var extraction = await ExtractAsync(format, snapshot, bytes, ct);
        ct.ThrowIfCancellationRequested();
        return extraction.Blocks.Count == 0
            ? new Unreadable(format == FileFormat.Html ? "the page holds no readable text (it may need JavaScript)" : "the file holds no readable text", IsSkip: false)
            : new Readable(Compose(snapshot, extraction));
    }

    /// <summary>Where in an archived page spans of its text stand, so that they can be shown in the original; empty for other formats.</summary>
    /// <param name="snapshot">Where the bytes come from.</param>
    /// <param name="bytes">The archived bytes.</param>
    /// <param name="spans">Spans of the text that <see cref="ReadAsync"/> made of the same bytes.</param>
    public IReadOnlyList<TextOrigin> OriginsOf(Snapshot snapshot, ReadOnlyMemory<byte> bytes, IReadOnlyList<Span> spans)
    {
        if (FileFormats.Of(bytes.Span, snapshot.ContentType, snapshot.Item.Url) != FileFormat.Html) return [];
        var extraction = HtmlText.Read(Decode(bytes, snapshot), snapshot.Item.DocumentUrl, NonEmpty(snapshot.Item.Metadata.Title), limits.MaxTagDepth);
        var map = new OffsetMap(extraction.Text, extraction.Origins);
        return [.. spans.SelectMany(map.Of)];
    }

    private async Task<Extraction> ExtractAsync(FileFormat format, Snapshot snapshot, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (format == FileFormat.Pdf) return LayoutText.ReadInOrder(await new PdfText(limits, time).ReadAsync(bytes, ct), "pdf/1");
        var address = snapshot.Item.DocumentUrl;
        if (format == FileFormat.Mail) return MailText.Read(bytes.Span, address, limits.MaxTagDepth);
        var text = Decode(bytes, snapshot);
        return format switch
        {
            FileFormat.Json => JsonText.TryRead(text, address, NonEmpty(snapshot.Item.Metadata.Title), limits.MaxTagDepth)!,
            FileFormat.Latex => LatexText.Read(text, address, NonEmpty(snapshot.Item.Metadata.Title), limits.MaxTagDepth),
            FileFormat.Html => HtmlText.Read(text, address, NonEmpty(snapshot.Item.Metadata.Title), limits.MaxTagDepth),
            FileFormat.Markdown => MarkdownText.Read(text, address, NonEmpty(snapshot.Item.Metadata.Title), limits.MaxTagDepth),
            _ => PlainText.Read(text),
        };
    }

    private bool IsPost(FileFormat format, Snapshot snapshot, ReadOnlyMemory<byte> bytes) =>
        format == FileFormat.Json && JsonText.TryRead(Decode(bytes, snapshot), snapshot.Item.DocumentUrl, null, limits.MaxTagDepth) is not null;

    private string Decode(ReadOnlyMemory<byte> bytes, Snapshot snapshot)
    {
        var text = TextDecoding.Decode(bytes.Span, snapshot.ContentType);
        return text.Length <= limits.MaxCharacters
            ? text
            : throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters are more than Reading:MaxCharacters ({limits.MaxCharacters}) allows"));
    }

    private static DocumentVersion Compose(Snapshot snapshot, Extraction extraction)
    {
        var (stated, page) = (snapshot.Item.Metadata, extraction.Metadata);
        var canonical = CanonicalUrl.Of(snapshot.Item.DocumentUrl);
        var references = ReferenceList.Of(extraction);
        var kind = stated.Kind ?? DocumentKinds.Guess(canonical, extraction, references.Count);
        var title = NonEmpty(stated.Title) ?? NonEmpty(page.Title) ?? snapshot.Item.DocumentUrl;
        var document = new Document(
            new(ContentId.Of("doc", canonical)), kind, snapshot.Item.DocumentUrl, canonical, NormalizedText.From(title).Trim(), NonEmpty(stated.Publisher) ?? NonEmpty(page.Publisher),
            stated.Authors is { Count: > 0 } authors ? authors : page.Authors, Published(snapshot, extraction), NonEmpty(stated.Language) ?? NonEmpty(page.Language) ?? LanguageGuess.Of(extraction.Text),
            stated.ReleaseHint);
        var hash = ContentId.Sha256(extraction.Text);
        var passages = new PassageBuilder(extraction.Text, extraction.Blocks, kind, NonEmpty(page.Title) ?? NonEmpty(stated.Title)).Build();
        return new(new(ContentId.Of("ver", document.Id.Value, hash)), document, snapshot.Id, extraction.Text, hash, extraction.Method, passages, references, extraction.Links, extraction.Findings) { Tables = extraction.Tables, Discussion = extraction.Discussion, Dates = page.Dates, Titles = page.Titles };
    }

    private static PublicationDate Published(Snapshot snapshot, Extraction extraction)
    {
        if (snapshot.Item.Metadata.Published is { Precision: not DatePrecision.Unknown } stated) return stated;
        return extraction.Metadata.Published ?? InByline(extraction) ?? DocumentDates.InAddress(snapshot.Item.DocumentUrl) ?? DocumentDates.InAddress(snapshot.Item.Url) ?? PublicationDate.Unknown;
    }

    /// <summary>A date in one of the first short lines, which are no sentences.</summary>
    private static PublicationDate? InByline(Extraction extraction)
    {
        foreach (var block in extraction.Blocks.Take(BylineBlocks))
        {
            var text = block.Span.Of(extraction.Text);
            if (block.Role.IsComment || text.Length > LongestByline || (block.Role.Kind != BlockKind.Byline && text.Length > 80) || text[^1] == '.') continue;
            if (DocumentDates.InWords(text, "byline") is { } date) return date;
        }

        return null;
    }

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
