using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Literature.Formats;

/// <summary>The bibliography formats that are read.</summary>
public enum BibliographyFormat
{
    /// <summary>BibTeX and BibLaTeX.</summary>
    Bibtex,
    /// <summary>RIS, as reference managers and publishers write it.</summary>
    Ris,
    /// <summary>CSL-JSON (<see href="https://docs.citationstyles.org/en/stable/specification.html"/>).</summary>
    CslJson,
    /// <summary>Zotero RDF.</summary>
    ZoteroRdf,
    /// <summary>Works of OpenAlex: a list, an answer with <c>results</c>, or JSON lines.</summary>
    Openalex,
}

/// <summary>Reads bibliography files. Everything in them is data of strangers: sizes are bounded, nothing outside is resolved, and a bad entry never stops the others.</summary>
public static partial class BibliographyFile
{
    /// <summary>Longest file that is read, in characters.</summary>
    public const int LongestFile = 200_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="format">Its format; null to tell it from the text.</param>
    /// <exception cref="FormatException">The format cannot be told, or the file as a whole is malformed.</exception>
    public static WorkEntries Read(string text, BibliographyFormat? format = null)
    {
        if (text.Length > LongestFile) throw new FormatException($"the file has more than {LongestFile.ToString(CultureInfo.InvariantCulture)} characters; split it");
        text = Clean(text);
        return (format ?? Guess(text)) switch
        {
            BibliographyFormat.Bibtex => new BibtexReader(text).Read(),
            BibliographyFormat.Ris => RisReader.Read(text),
            BibliographyFormat.CslJson => CslReader.Read(text),
            BibliographyFormat.ZoteroRdf => ZoteroReader.Read(text),
            _ => OpenAlexReader.Read(text),
        };
    }

    /// <summary>Which format a file is in, by its first marks.</summary>
    /// <exception cref="FormatException">None that is known.</exception>
    public static BibliographyFormat Guess(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("\uFEFF")) start = start[1..].TrimStart();
        if (start.StartsWith("<")) return BibliographyFormat.ZoteroRdf;
        if (start.StartsWith("{") || start.StartsWith("["))
            return OpenAlexPattern().IsMatch(text.AsSpan(0, Math.Min(text.Length, 4000))) ? BibliographyFormat.Openalex : BibliographyFormat.CslJson;
        if (RisPattern().IsMatch(text.AsSpan(0, Math.Min(text.Length, 4000)))) return BibliographyFormat.Ris;
        if (BibtexPattern().IsMatch(text.AsSpan(0, Math.Min(text.Length, 100_000)))) return BibliographyFormat.Bibtex;
        throw new FormatException("the file is none of BibTeX, RIS, CSL-JSON, Zotero RDF, OpenAlex; --format says which it is");
    }

    /// <summary>Years that a publication may have.</summary>
    public const int FirstYear = 1500, LastYear = 2099;

    /// <summary>A date of a year and, where given, month and day, as their digits or an English month's name.</summary>
    public static PublicationDate Date(string? year, string? month = null, string? day = null)
    {
        if (year is null || YearPattern().Match(year) is not { Success: true } found) return PublicationDate.Unknown;
        var text = found.Value;
        if (MonthOf(month) is { } number)
        {
            text += FormattableString.Invariant($"-{number:00}");
            if (int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d is >= 1 and <= 31) text += FormattableString.Invariant($"-{d:00}");
        }

        return PublicationDate.TryParseIso(text, "bibliography") ?? PublicationDate.TryParseIso(found.Value, "bibliography") ?? PublicationDate.Unknown;
    }

    /// <summary>The family name of a person written as "Family, Given" or "Given Family".</summary>
    public static string Family(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0) return name[..comma].Trim();
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return "";
        // "van der Berg": particles in lower case belong to the family name.
        var first = Array.FindIndex(words, 1 < words.Length ? 1 : 0, word => char.IsLower(word[0]));
        return first > 0 ? string.Join(' ', words[first..]) : words[^1];
    }

    /// <summary>The text without what no title holds and no database takes: control characters, halves of pairs, and code points that are no characters.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\n' or '\r' or '\t' || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF))) clean.Append(rune);
        return clean.ToString();
    }

    private static int? MonthOf(string? month)
    {
        if (string.IsNullOrWhiteSpace(month)) return null;
        if (int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number is >= 1 and <= 12 ? number : null;
        var names = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;
        var at = Array.FindIndex(names, name => name.Length > 0 && month.Trim().StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at + 1 : null;
    }

    [GeneratedRegex(@"(?:1[5-9]|20)\d\d", RegexOptions.None, 1000)]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"^\s{0,10}TY {0,2}-", RegexOptions.Multiline, 1000)]
    private static partial Regex RisPattern();

    [GeneratedRegex(@"^\s{0,100}@\w{2,40}\s{0,10}[{(]", RegexOptions.Multiline, 1000)]
    private static partial Regex BibtexPattern();

    [GeneratedRegex(@"openalex\.org/W\d|""authorships""|""abstract_inverted_index""", RegexOptions.None, 1000)]
    private static partial Regex OpenAlexPattern();
}
