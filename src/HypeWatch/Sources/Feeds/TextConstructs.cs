using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace HypeWatch.Sources.Feeds;

/// <summary>Reads the texts of feeds: Atom's text constructs (RFC 4287 section 3.1, and the modes of Atom 0.3), and RSS's strings, in which anything may stand.</summary>
/// <param name="document">Address of the feed; null when unknown.</param>
/// <param name="language">Language stated outside of the feed; null when none is.</param>
internal sealed class TextConstructs(Uri? document, string? language)
{
    /// <summary>The language stated outside of the feed.</summary>
    public string? Language { get; } = language;

    /// <summary>The text of an element of Atom.</summary>
    public TextConstruct Atom(MarkupNode node)
    {
        var stated = (node.Attribute("type") ?? "").Trim().ToLowerInvariant();
        var mode = (node.Attribute("mode") ?? "").Trim().ToLowerInvariant();
        var (kind, media) = stated switch
        {
            "" or "text" or "text/plain" => (FeedTextKind.Plain, "text/plain"),
            "html" or "text/html" => (FeedTextKind.Html, "text/html"),
            "xhtml" or "application/xhtml+xml" => (FeedTextKind.Xhtml, "application/xhtml+xml"),
            _ => (FeedTextKind.Other, stated),
        };
        var isText = kind is not FeedTextKind.Other || stated.StartsWith("text/", StringComparison.Ordinal) || stated.EndsWith("+xml", StringComparison.Ordinal) || stated.EndsWith("/xml", StringComparison.Ordinal);
        string value;
        if (mode == "base64" || (!isText && !node.HasChildren && stated.Contains('/', StringComparison.Ordinal)))
        {
            value = FromBase64(node.Text);
            // What was packed may be a text all the same; as mark-up it loses nothing.
            if (kind is FeedTextKind.Plain or FeedTextKind.Other) kind = FeedTextKind.Html;
        }
        else
        {
            value = node.HasChildren ? node.InnerMarkup(stated == "xhtml") : node.Text;
            if (node.HasChildren && kind is FeedTextKind.Plain) kind = FeedTextKind.Html;
        }

        return Made(node, value, kind, media);
    }

    /// <summary>The text of an element of RSS, which is HTML by custom.</summary>
    public TextConstruct Rss(MarkupNode node, string media = "text/html") =>
        Made(node, node.HasChildren ? node.InnerMarkup(withoutWrapper: false) : node.Text, FeedTextKind.Html, media);

    /// <summary>A time.</summary>
    public static FeedTime Time(MarkupNode node) => new(node.Text, FeedInstant.Find(node.Text));

    /// <summary>The address of the feed, or the one that an element or those around it state.</summary>
    public Uri? BaseOf(MarkupNode? node) => node is null ? document : node.Attribute("xml:base") is { } own ? MarkupLinks.Base(own, BaseOf(node.Parent)) : BaseOf(node.Parent);

    /// <summary>An address of the feed, made absolute.</summary>
    public string Address(MarkupNode node, string written) => MarkupLinks.Against(written, BaseOf(node));

    /// <summary>The language that holds for an element; null when none does.</summary>
    public string? LanguageOf(MarkupNode node) => node.Inherited("xml:lang") is { } stated ? stated.Trim() is { Length: > 0 } tag ? tag : null : Language;

    private TextConstruct Made(MarkupNode node, string value, FeedTextKind kind, string media)
    {
        var at = BaseOf(node);
        var resolved = kind is FeedTextKind.Html or FeedTextKind.Xhtml ? MarkupLinks.Resolve(value, at) : value;
        return new(resolved, kind, media, LanguageOf(node), at?.ToString(), node.Attribute("src") is { } source ? MarkupLinks.Against(source, at) : null);
    }

    private static string FromBase64(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
        var room = new byte[Base64.GetMaxDecodedFromUtf8Length(bytes.Length)];
        // What is no base64, or unpacks to no text, stays as it is written.
        if (Base64.DecodeFromUtf8(bytes, room, out _, out var written) is not System.Buffers.OperationStatus.Done || !Utf8.IsValid(room.AsSpan(0, written))) return text;
        return Encoding.UTF8.GetString(room, 0, written).Trim();
    }
}
