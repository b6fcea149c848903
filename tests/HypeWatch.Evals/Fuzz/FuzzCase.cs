using System.IO.Compression;
using System.Text;

namespace HypeWatch.Evals.Fuzz;

/// <summary>A mutation of a real file. It follows from the seed and its number alone.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Kind">Media type, or <see cref="PdfText"/>.</param>
internal sealed record FuzzCase(string Text, string Kind)
{
    /// <summary>Kind of what <c>pdftotext</c> prints, which is read in the order of its lines.</summary>
    public const string PdfText = "pdf-text";

    /// <summary>Kind of feeds.</summary>
    public const string Feed = "application/xml";

    private const int LongestWindow = 6_000;
    private const int LongestWhole = 400_000;
    private const int WholeOneIn = 250;

    private static readonly string[] Pieces =
    [
        "<div>", "</div>", "<table><tr><td>", "</table>", "<p>", "<b><i>", "</b>", "<svg><title>", "<math><mi>", "<template>", "<select><option>", "<form>", "<li>", "<h2>", "<!--", "-->", "<![CDATA[", "<script>", "</script>",
        "<style>", "<d-cite key=a>", "<d-footnote>", "<a href=javascript:x>", "<a href=//x>", "&#0;", "&#xD800;", "&amp", "\u202e", "\u200b", "\0", "e\u0301", "\ud800", "<td rowspan=99999 colspan=99999>", "<div class=comment>",
        "<meta property=article:published_time content=9999-99-99>", "<script type=application/ld+json>{\"@type\":[\"Article\"],\"author\":[[]],\"datePublished\":{}}</script>", "<div style='display:none'>", "<noscript>", "<frameset>", "<base href=:::>",
        "32.13.2024 ", "99999999 ", "2024-02-30 ", "# ", "| a | b |\n|---|---|\n", "```", "$$", "[^1]", "\f", "\r", "]]>", "<blockquote>", "<thead>", "<caption>", "<ol start=-99999999999>", "<body>", "<html lang=x>",
        "\\begin{tabular}{l}", "\\emph{", "\\section{", "\\cite{a}", "--b\n", "Content-Type: multipart/mixed; boundary=b\n\n", "=?utf-8?B?", "=E9=", "[{\"a\":", "\\u0000", "References\n", "[1] ", " . . . .", "1.) ", "\u2022 ",
        "<item>", "</entry>", "<link href='", "<content:encoded>", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>", "&a;", "<pubDate>32 Foo 99999 99:99:99 +9999</pubDate>", "<?xml version='1.0' encoding='utf-7'?>", "xmlns:a='http://www.w3.org/2005/Atom' ", "\u00ad\n",
        "          ", "Table 1: ", "Figure 99999.1: ", "Appendix A\n", "Abstract\n", "et al., 2024; ", "\\begin{table}\\caption{", "\\multicolumn{99}{c}{", "\\newcommand{\\a}{\\a\\a}\\a ",
    ];

    /// <summary>The files below a folder that some reader takes, gzipped ones unpacked, in the order of their paths.</summary>
    public static List<FuzzCase> Sources(DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => (File: file, Kind: KindOf(file.Name))).Where(entry => entry.Kind is not null).Select(entry => new FuzzCase(Read(entry.File), entry.Kind!)),
    ];

    /// <summary>A window of a file, now and then a whole one, with up to a dozen changes.</summary>
    public static FuzzCase Of(IReadOnlyList<FuzzCase> sources, int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var (whole, kind) = sources[random.Next(sources.Count)];
        var isWhole = random.Next(WholeOneIn) == 0;
        var start = isWhole ? 0 : random.Next(Math.Max(1, whole.Length - 200));
        var text = new StringBuilder(whole.Substring(start, Math.Min(isWhole ? LongestWhole : random.Next(1, LongestWindow), whole.Length - start)));
        for (var changes = random.Next(12); changes > 0; changes--) Change(text, random);
        if (kind == "text/plain" && random.Next(2) == 0) kind = PdfText;
        return new(kind == "text/html" && random.Next(2) == 0 ? "<!doctype html>" + text : text.ToString(), kind);
    }

    private static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 200), text.Length - at);
        switch (random.Next(5))
        {
            case 0: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
            case 1: text.Remove(at, length); break;
            case 2: text.Insert(at, string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 60)))); break;
            case 3 when length > 0: text.Insert(random.Next(text.Length), text.ToString(at, length)); break;
            default:
                if (at < text.Length) text[at] = (char)random.Next(1, 0x3100);
                break;
        }
    }

    private static string? KindOf(string name) => Path.GetExtension(name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name) switch
    {
        ".html" => "text/html",
        ".md" or ".mdx" or ".markdown" => "text/markdown",
        ".txt" => "text/plain",
        ".json" => "application/json",
        ".eml" => "message/rfc822",
        ".tex" => "application/x-tex",
        ".xml" or ".rss" or ".atom" => Feed,
        _ => null,
    };

    private static string Read(FileInfo file)
    {
        using Stream stream = file.Extension == ".gz" ? new GZipStream(file.OpenRead(), CompressionMode.Decompress) : file.OpenRead();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
