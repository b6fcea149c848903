using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Reading;
using Microsoft.Extensions.Options;

namespace HypeWatch.Evals;

/// <summary>How a labelled claim fared.</summary>
/// <param name="Id">Its label.</param>
/// <param name="IsExact">Whether a claim was found at exactly its offsets.</param>
/// <param name="Overlap">Intersection over union with the best claim found, 0 to 1.</param>
internal sealed record LabelledClaim(string Id, bool IsExact, double Overlap);

/// <summary>Compares the offline engine's claims of one text with labelled spans (keys <c>claims[].id</c>, <c>claims[].seed_span.start/end</c>).</summary>
internal static class ClaimsEval
{
    public static Command Make()
    {
        var example = new Option<FileInfo>("--example") { Description = "JSON file of labelled claims", Required = true };
        var text = new Option<FileInfo>("--text") { Description = "the text that the labels refer to", Required = true };
        var command = new Command("claims", "Claims of one text against labelled spans") { example, text };
        command.SetAction(async (parse, ct) =>
        {
            var version = await ReadAsync(parse.GetValue(text)!, ct);
            var found = await ClaimsServices.Offline(new LexiconSet()).ExtractAsync(version, ct);
            var labelled = Compare(JsonDocument.Parse(await File.ReadAllTextAsync(parse.GetValue(example)!.FullName, ct)).RootElement, found.Claims);
            foreach (var claim in labelled)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claim.Id}  {(claim.IsExact ? "exact" : claim.Overlap >= 0.5 ? "overlap" : "-")}  {claim.Overlap:0.00}"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"text {version.TextSha256}: {labelled.Count(claim => claim.IsExact)} exact, {labelled.Count(claim => claim.Overlap >= 0.5)} with overlap of at least 0.5, of {labelled.Count}; {found.Claims.Count} claims found in {version.Passages.Count} passages"));
            return 0;
        });
        return command;
    }

    internal static IReadOnlyList<LabelledClaim> Compare(JsonElement example, IReadOnlyList<Claim> found) =>
    [
        .. from claim in example.GetProperty("claims").EnumerateArray()
           where claim.TryGetProperty("seed_span", out _)
           let span = new Span(claim.GetProperty("seed_span").GetProperty("start").GetInt32(), claim.GetProperty("seed_span").GetProperty("end").GetInt32())
           select new LabelledClaim(
               claim.GetProperty("id").GetString()!, found.Any(candidate => candidate.Span == span),
               found.Select(candidate => Overlap(span, candidate.Span)).DefaultIfEmpty(0).Max()),
    ];

    private static double Overlap(Span a, Span b)
    {
        var shared = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        return (double)shared / (a.Length + b.Length - shared);
    }

    internal static async Task<DocumentVersion> ReadAsync(FileInfo file, CancellationToken ct, DocumentKind kind = DocumentKind.Blog)
    {
        var item = new SourceItem(new Uri(file.FullName).AbsoluteUri, "https://eval.example/" + file.Name, "eval", new ItemMetadata(Kind: kind));
        var bytes = await File.ReadAllBytesAsync(file.FullName, ct);
        var snapshot = new Snapshot(new("snp-eval"), item, default, ContentId.Sha256(bytes), bytes.Length, "text/plain");
        return await new Reader(Options.Create(new ReadingOptions()), TimeProvider.System).ReadAsync(snapshot, bytes, ct) switch
        {
            Readable readable => readable.Version,
            Unreadable unreadable => throw new HypeWatchException($"{file.Name}: {unreadable.Reason}"),
            var other => throw new InvalidOperationException($"unexpected reading {other}"),
        };
    }
}
