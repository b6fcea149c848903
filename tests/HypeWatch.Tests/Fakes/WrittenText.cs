using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Tests.Fakes;

/// <summary>Makes document versions from a few lines: each line is a paragraph, each sentence of it a passage.</summary>
internal sealed record WrittenText(string Url, DocumentKind Kind, string Text)
{
    public string Title { get; init; } = "Untitled";
    public string? Publisher { get; init; }
    public string[] Authors { get; init; } = [];
    public string? Published { get; init; }
    public string? Hint { get; init; }
    public string[] Links { get; init; } = [];
    public Place Place { get; init; } = Place.Body;
    public string? Speaker { get; init; }
    public string[] References { get; init; } = [];

    public static implicit operator DocumentVersion(WrittenText written) => written.ToVersion();

    public DocumentVersion ToVersion()
    {
        var date = PublicationDate.TryParseIso(Published, "test") ?? PublicationDate.Unknown;
        var document = new Document(new(ContentId.Of("doc", Url)), Kind, Url, CanonicalUrl.Of(Url), Title, Publisher, Authors, date, "en", Hint);
        var sha = ContentId.Sha256(Text);
        return new(new(ContentId.Of("ver", Url, sha)), document, new(ContentId.Of("snp", Url, sha)), Text, sha, "test/1", [.. Passages()],
            [.. References.Select((text, i) => new Reference(i, text, null, null, [], null, null, null, null))], [.. Links.Select(link => new TextLink(new(0, 0), link))], []);
    }

    private IEnumerable<Passage> Passages()
    {
        var index = 0;
        var paragraph = 0;
        for (var start = 0; start < Text.Length; paragraph++)
        {
            var end = Text.IndexOf('\n', start);
            if (end < 0) end = Text.Length;
            var sentence = 0;
            for (var from = start; from < end;)
            {
                var stop = Text.IndexOf(". ", from, StringComparison.Ordinal);
                // A number at the start of a line ends no sentence.
                while (stop > 0 && stop < end && char.IsDigit(Text[stop - 1]) && stop - from < 3) stop = Text.IndexOf(". ", stop + 1, StringComparison.Ordinal);
                var to = stop < 0 || stop >= end ? end : stop + 1;
                var heading = Text[start..end].StartsWith("Appendix", true, CultureInfo.InvariantCulture);
                yield return new(index++, new(from, to), heading ? Place.Appendix : Place, "", paragraph, sentence++, Speaker);
                from = to == end ? end : to + 1;
            }

            start = end + 1;
        }
    }
}
