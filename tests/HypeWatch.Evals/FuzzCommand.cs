using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using HypeWatch.Model;
using HypeWatch.Reading;
using Microsoft.Extensions.Options;

namespace HypeWatch.Evals;

/// <summary>
/// Reads mutations of real files and stops at the first that crashes the reader, takes it too long, or gives a text whose spans are not exact. A case follows from
/// the seed and its number alone, so that <c>--first N --cases 1</c> repeats it.
/// </summary>
internal static class FuzzCommand
{
    private const int LongestCase = 6_000;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);

    private static readonly string[] Pieces =
    [
        "<div>", "</div>", "<table><tr><td>", "</table>", "<p>", "<b><i>", "</b>", "<svg><title>", "<math><mi>", "<template>", "<select><option>", "<form>", "<li>", "<h2>", "<!--", "-->", "<![CDATA[", "<script>", "</script>",
        "<style>", "<d-cite key=a>", "<d-footnote>", "<a href=javascript:x>", "<a href=//x>", "&#0;", "&#xD800;", "&amp", "\u202e", "\u200b", "\0", "e\u0301", "\ud800", "<td rowspan=99999 colspan=99999>", "<div class=comment>",
        "<meta property=article:published_time content=9999-99-99>", "<script type=application/ld+json>{\"@type\":[\"Article\"],\"author\":[[]],\"datePublished\":{}}</script>", "<div style='display:none'>", "<noscript>", "<frameset>", "<base href=:::>",
        "32.13.2024 ", "99999999 ", "2024-02-30 ", "# ", "| a | b |\n|---|---|\n", "```", "$$", "[^1]", "\f", "\r", "]]>", "<blockquote>", "<thead>", "<caption>", "<ol start=-99999999999>", "<body>", "<html lang=x>",
        "\\begin{tabular}{l}", "\\emph{", "\\section{", "\\cite{a}", "--b\n", "Content-Type: multipart/mixed; boundary=b\n\n", "=?utf-8?B?", "=E9=", "[{\"a\":", "\\u0000", "References\n", "[1] ", " . . . .", "1.) ", "\u2022 ",
    ];

    public static Command Make()
    {
        var input = new Option<DirectoryInfo>("--in") { Description = "folder of real files to mutate", Required = true };
        var cases = new Option<int>("--cases") { Description = "how many cases", DefaultValueFactory = _ => 1000 };
        var first = new Option<int>("--first") { Description = "number of the first case", DefaultValueFactory = _ => 0 };
        var seed = new Option<int>("--seed") { Description = "seed", DefaultValueFactory = _ => 1 };
        var command = new Command("fuzz", "Reads mutations of real files; each must be read or refused, quickly and with exact spans") { input, cases, first, seed };
        command.SetAction(async (parse, ct) =>
        {
            var files = Sources(parse.GetValue(input)!);
            var (from, count) = (parse.GetValue(first), parse.GetValue(cases));
            var slowest = TimeSpan.Zero;
            for (var i = from; i < from + count; i++)
            {
                var (text, type) = Case(files, parse.GetValue(seed), i);
                var clock = Stopwatch.StartNew();
                var fault = await FaultOfAsync(text, type, ct);
                if (clock.Elapsed > slowest) slowest = clock.Elapsed;
                if (fault is null && clock.Elapsed < Slow) continue;
                Console.WriteLine(FormattableString.Invariant($"case {i} of seed {parse.GetValue(seed)} ({type}): {fault ?? "too slow"}, {clock.Elapsed.TotalSeconds:0.0} s"));
                return 3;
            }

            Console.WriteLine(FormattableString.Invariant($"{count} cases of {files.Count} files, seed {parse.GetValue(seed)}: no fault; slowest {slowest.TotalMilliseconds:0} ms"));
            return 0;
        });
        return command;
    }

    private static List<(string Text, string Type)> Sources(DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => (File: file, Type: TypeOf(file.Name))).Where(entry => entry.Type is not null).Select(entry => (Read(entry.File), entry.Type!)),
    ];

    private static string? TypeOf(string name)
    {
        var plain = name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name;
        return Path.GetExtension(plain) switch { ".html" => "text/html", ".md" or ".mdx" => "text/markdown", ".txt" => "text/plain", ".json" => "application/json", ".eml" => "message/rfc822", ".tex" => "application/x-tex", _ => null };
    }

    private static string Read(FileInfo file)
    {
        using Stream stream = file.Extension == ".gz" ? new GZipStream(file.OpenRead(), CompressionMode.Decompress) : file.OpenRead();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A window of a file with up to a dozen changes.</summary>
    private static (string Text, string Type) Case(List<(string Text, string Type)> files, int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var (whole, type) = files[random.Next(files.Count)];
        var start = random.Next(Math.Max(1, whole.Length - 200));
        var text = new StringBuilder(whole.Substring(start, Math.Min(random.Next(1, LongestCase), whole.Length - start)));
        for (var changes = random.Next(12); changes > 0; changes--)
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

        return (type == "text/html" && random.Next(2) == 0 ? "<!doctype html>" + text : text.ToString(), type);
    }

    private static async Task<string?> FaultOfAsync(string text, string type, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var item = new SourceItem("https://fuzz.example/post", "https://fuzz.example/post", "fuzz", ItemMetadata.None);
        var snapshot = new Snapshot(new("snp-fuzz"), item, default, "x", bytes.Length, type);
        var reader = new Reader(Options.Create(new ReadingOptions()), TimeProvider.System);
        ReadOutcome outcome;
        try
        {
            outcome = await reader.ReadAsync(snapshot, bytes, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The point of the command: whatever escapes the reader is the fault.
            return e.ToString();
        }

        return outcome is Readable { Version: var version } ? Inexact(version) : null;
    }

    private static string? Inexact(DocumentVersion version)
    {
        if (NormalizedText.From(version.Text) != version.Text) return "the text is not normal";
        var before = 0;
        foreach (var passage in version.Passages)
        {
            if (passage.Span.Start < before || passage.Span.Length <= 0 || passage.Span.End > version.Text.Length) return $"passage {passage.Index} at {passage.Span}";
            before = passage.Span.End;
        }

        if (version.Links.Any(link => link.Span.Start < 0 || link.Span.Length < 0 || link.Span.End > version.Text.Length)) return "a link lies outside the text";
        if (version.Tables.SelectMany(table => table.Cells).Any(cell => cell.Span.Length <= 0 || cell.Span.End > version.Text.Length)) return "a cell lies outside the text";
        return version.Discussion.Comments.Any(comment => comment.Span.End > version.Text.Length || comment.Parent >= comment.Index) ? "a comment is out of order" : null;
    }
}
