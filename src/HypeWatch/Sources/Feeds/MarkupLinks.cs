using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace HypeWatch.Sources.Feeds;

/// <summary>Makes the relative addresses in a piece of HTML absolute, so that it can be read away from its page. One pass; nothing else is changed.</summary>
internal static class MarkupLinks
{
    private static readonly FrozenSet<string> Addresses = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "href", "src", "cite", "action", "longdesc", "background", "poster", "data", "codebase", "classid", "usemap", "profile");

    /// <summary>The mark-up with absolute addresses.</summary>
    /// <param name="markup">HTML.</param>
    /// <param name="page">The address against which relative ones count; null changes nothing.</param>
    public static string Resolve(string markup, Uri? page)
    {
        if (page is null || !markup.Contains('=', StringComparison.Ordinal)) return markup;
        List<MarkupAttribute> attributes = [];
        StringBuilder? changed = null;
        var kept = 0;
        for (var i = markup.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < markup.Length; i = markup.IndexOf('<', i))
        {
            if (!char.IsAsciiLetter(markup[i + 1]))
            {
                i++;
                continue;
            }

            var end = MarkupTag.Read(markup, i, attributes, out _, out _);
            if (end < 0) break;
            foreach (var attribute in attributes)
            {
                if (!Addresses.Contains(attribute.Name) || Absolute(markup[attribute.Start..attribute.End], page) is not { } whole) continue;
                changed ??= new StringBuilder(markup.Length + 100);
                changed.Append(markup, kept, attribute.Start - kept).Append(whole);
                kept = attribute.End;
            }

            i = end;
        }

        return changed is null ? markup : changed.Append(markup, kept, markup.Length - kept).ToString();
    }

    /// <summary>An address made absolute as it would be shown, with its letters as written; null when it is already, or cannot be.</summary>
    public static string? Absolute(string written, Uri? page)
    {
        var address = WebUtility.HtmlDecode(written.Trim());
        if (page is null || HasScheme(address) || !Uri.TryCreate(page, address, out var whole) || whole.Scheme is not ("http" or "https")) return null;
        return WebUtility.HtmlEncode(Shown(whole));
    }

    /// <summary>An address against a page; as it is written where it is absolute or there is no page.</summary>
    public static string Against(string written, Uri? page)
    {
        var address = written.Trim();
        return page is null || HasScheme(address) || !Uri.TryCreate(page, address, out var whole) || whole.Scheme is not ("http" or "https") ? address : Shown(whole);
    }

    /// <summary>A base address: http(s) only, with the slashes repaired that are sometimes doubled; null when it is none.</summary>
    public static Uri? Base(string? written, Uri? around)
    {
        if (string.IsNullOrWhiteSpace(written)) return around;
        var address = written.Trim();
        var slashes = address.IndexOf(":///", StringComparison.Ordinal);
        if (slashes > 0) address = string.Concat(address.AsSpan(0, slashes), "://", address.AsSpan(slashes).TrimStart(":/"));
        var made = around is null ? Uri.TryCreate(address, UriKind.Absolute, out var whole) : Uri.TryCreate(around, address, out whole);
        return made && whole!.Scheme is "http" or "https" ? whole : around;
    }

    // Letters beyond ASCII stay readable: addresses in texts are shown to people, and requests encode them anyway.
    private static string Shown(Uri whole) => whole.ToString();

    private static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(address[0]) && address.AsSpan(0, colon).IndexOfAnyExcept(Schemes) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> Schemes = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
