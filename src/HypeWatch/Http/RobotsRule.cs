using System.Globalization;
using System.Text;

namespace HypeWatch.Http;

/// <summary>A path in the two spellings in which rules are compared with it.</summary>
internal sealed class RobotsPath(string pathAndQuery)
{
    /// <summary>As it is written, with the digits of its escapes in upper case.</summary>
    public string Written { get; } = Upper(pathAndQuery);

    /// <summary>With non-ASCII octets escaped, and escapes of unreserved characters resolved (RFC 9309 section 2.2.2).</summary>
    public string Resolved { get; } = Resolve(pathAndQuery);

    /// <summary>A pattern with its non-ASCII octets escaped.</summary>
    public static string Escaped(string pattern) => Upper(Change(pattern, resolve: false));

    /// <summary>Resolves the escapes of unreserved characters.</summary>
    public static string Resolve(string path) => Change(path, resolve: true);

    private static string Change(string path, bool resolve)
    {
        var builder = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (resolve && value == '%' && i + 2 < bytes.Length && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                i += 2;
                if (char.IsAsciiLetterOrDigit((char)escaped) || (char)escaped is '-' or '.' or '_' or '~') builder.Append((char)escaped);
                else builder.Append(CultureInfo.InvariantCulture, $"%{escaped:X2}");
            }
            else if (value is <= 0x20 or >= 0x7F)
            {
                builder.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
            else
            {
                builder.Append((char)value);
            }
        }

        return builder.ToString();
    }

    private static string Upper(string path)
    {
        if (!path.Contains('%', StringComparison.Ordinal)) return path;
        var letters = path.ToCharArray();
        for (var i = 0; i + 2 < letters.Length; i++)
        {
            if (letters[i] != '%' || !char.IsAsciiHexDigit(letters[i + 1]) || !char.IsAsciiHexDigit(letters[i + 2])) continue;
            letters[i + 1] = char.ToUpperInvariant(letters[i + 1]);
            letters[i + 2] = char.ToUpperInvariant(letters[i + 2]);
        }

        return new(letters);
    }
}

/// <summary>One rule of a robots.txt.</summary>
/// <param name="Allow">Whether it allows.</param>
/// <param name="Pattern">Path pattern, its non-ASCII octets escaped.</param>
internal sealed record RobotsRule(bool Allow, string Pattern)
{
    private readonly string resolved = RobotsPath.Resolve(Pattern);

    /// <summary>Whether it is about a path.</summary>
    public bool Matches(RobotsPath path) => Matches(Pattern, path.Written) || (!Allow && Matches(resolved, path.Resolved));

    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var parts = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        if (parts.Length == 1) return !anchored || path.Length == parts[0].Length;

        // Taking each part at its first place leaves the most room for those after it.
        var at = parts[0].Length;
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }

        var last = parts[^1];
        return anchored ? path.Length - last.Length >= at && path.EndsWith(last, StringComparison.Ordinal) : path.IndexOf(last, at, StringComparison.Ordinal) >= 0;
    }
}
