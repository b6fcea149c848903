using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Takes an entry of a reference list apart: a chain of labels tells names, title, date and venue from each other; what is not recognised stays null.</summary>
internal static partial class ReferenceEntry
{
    private const int MaxLength = 3000;
    private const int FewestTitleLetters = 3;

    public static Reference Parse(int index, string entry, Span? span)
    {
        var text = NormalizedText.From(entry.Length > MaxLength ? entry[..MaxLength] : entry);
        var mark = Label().Match(text);
        var body = Whitespace().Replace(text[mark.Length..], " ").Trim();
        var tokens = ReferenceTokens.Of(body);
        var labels = ReferenceLabels.Shipped.Label(tokens);
        var title = Trimmed(First(body, tokens, labels, ReferenceLabel.Title));
        if (title is not null && title.Count(char.IsLetter) < FewestTitleLetters) title = null;
        var dates = string.Join(' ', tokens.Where((_, i) => labels[i] == ReferenceLabel.Date).Select(token => token.Span.Of(body)));
        var venue = Trimmed(In().Replace(First(body, tokens, labels, ReferenceLabel.Venue), ""));
        return new(index, entry, span, title, FamilyNames.In(First(body, tokens, labels, ReferenceLabel.Author)), FirstYearIn(dates) ?? YearIn(body), CanonicalUrl.Doi(body),
            CanonicalUrl.ArxivId(body) ?? (BareArxiv().Match(body) is { Success: true } bare ? bare.Groups["id"].Value : null), Address(First(body, tokens, labels, ReferenceLabel.Url), body), mark.Success ? mark.Groups["label"].Value : null, venue);
    }

    /// <summary>All that a citation key tells: <c>olah2018building</c> is Olah, 2018.</summary>
    public static Reference FromKey(string key)
    {
        var match = Key().Match(key);
        return match.Success
            ? new(0, key, null, null, [char.ToUpperInvariant(match.Groups["name"].Value[0]) + match.Groups["name"].Value[1..]], YearIn(match.Groups["year"].Value), null, null, null, key)
            : new(0, key, null, null, [], null, null, null, null, key);
    }

    /// <summary>The year of a work: the last plausible one that is no part of an address or number.</summary>
    public static int? YearIn(string text)
    {
        int? year = null;
        var words = Numbers().Replace(text, " ");
        foreach (var match in Year().EnumerateMatches(words)) year = int.Parse(words.AsSpan(match.Index, 4), CultureInfo.InvariantCulture);
        return year;
    }

    /// <summary>The first address in a text; null when there is none.</summary>
    public static string? UrlIn(string text)
    {
        var match = WebAddress().Match(text);
        return match.Success && Uri.TryCreate(match.Value.TrimEnd('.', ',', ';', ')', '>'), UriKind.Absolute, out var uri) ? uri.AbsoluteUri : null;
    }

    /// <summary>Line ends leave spaces in long addresses; the words that are labelled as one are put together again, and so is what a bare host or a slash cuts off.</summary>
    private static string? Address(string labelled, string body)
    {
        var mended = CutAddress().Replace(body, "");
        var found = UrlIn(mended);
        var joined = string.Concat(labelled.Split(' ')).Trim('<', '>', '.', ',', ';', '(', ')');
        if (joined.StartsWith("URL:", StringComparison.OrdinalIgnoreCase)) joined = joined[4..];
        if (joined.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) joined = "https://" + joined;
        var whole = joined.Length > (found?.Length ?? 8) ? UrlIn(joined) : null;
        var best = whole ?? found;
        return best is not null && Uri.TryCreate(best, UriKind.Absolute, out var uri) && uri.Host.Contains('.', StringComparison.Ordinal) ? best : null;
    }

    private static int? FirstYearIn(string dates)
    {
        var match = DateYear().Match(dates);
        return match.Success ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The first stretch of a label; empty when there is none.</summary>
    private static string First(string body, List<ReferenceToken> tokens, ReferenceLabel[] labels, ReferenceLabel label)
    {
        var first = Array.IndexOf(labels, label);
        if (first < 0) return "";
        var last = first;
        while (last + 1 < labels.Length && labels[last + 1] == label) last++;
        return body[tokens[first].Span.Start..tokens[last].Span.End];
    }

    /// <summary>Without quotation marks around it and the marks that end it; a question mark is part of a title.</summary>
    private static string? Trimmed(string words)
    {
        var trimmed = words.Trim(' ', ',', ';', ':', '.', '"', '\u201c', '\u201d', '\u00ab', '\u00bb', '\u201e', '*', '`');
        if (trimmed.Length > 1 && trimmed[0] is '\'' or '\u2018' && trimmed[^1] is '\'' or '\u2019') trimmed = trimmed[1..^1].Trim(' ', ',', '.');
        return trimmed.Length == 0 ? null : trimmed;
    }

    [GeneratedRegex(@"^In:?(?:\s|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex In();

    [GeneratedRegex(@"^\s{0,3}(?:\[(?<label>\d{1,4}|[A-Z][A-Za-z+]{0,12}\d{2,4}[a-z]?)\]|\((?<label>\d{1,3})\)|(?<label>\d{1,3})[.)](?=\s))\s{0,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whitespace();

    /// <summary>A space behind <c>https:</c>, behind <c>www.</c>, or behind a slash or point inside an address when what follows cannot be a sentence.</summary>
    [GeneratedRegex(@"(?<=https?:)\s(?=//)|(?<=https?://)\s|(?<=https?://(?:www|arxiv|doi|openreview|aclanthology|github)\.)\s(?=[a-z])|(?<=https?://\S{3,200}[/=?_-])\s(?=[a-z0-9])|(?<=https?://\S{3,200}\.)\s(?=[a-z0-9]{2,40}[/.])|(?<=arxiv\.org/abs/\d{4}\.)\s(?=\d{4,5})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CutAddress();

    [GeneratedRegex(@"^(?<name>[a-z]{2,30}?)[-_:]?(?<year>(?:19|20)\d\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<![\d./:\u2013-])(?:19[5-9]\d|20[0-4]\d)(?![\d\u2013-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateYear();

    /// <summary>An identifier of arXiv without its name, where an entry ends; a page range or a DOI has another form.</summary>
    [GeneratedRegex(@"(?<=[\s(\[])(?<id>(?:0[7-9]|[12]\d)(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d{1,2})?[)\].]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BareArxiv();

    [GeneratedRegex(@"https?://[^\s<>""{}|\\^`]{3,500}|arxiv:\S{5,30}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"https?://[^\s<>""{}|\\^`]{3,500}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WebAddress();
}
