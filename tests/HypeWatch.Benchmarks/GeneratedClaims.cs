using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Storage;

namespace HypeWatch.Benchmarks;

/// <summary>A database with many claims, made from a seed: words as they follow each other in real texts, values as often as they occur, some 50 claims to a text, a flag on every twelfth.</summary>
internal sealed partial class GeneratedClaims(DirectoryInfo data, int seed)
{
    private const int OfDocument = 50, DocumentsAtOnce = 200;

    private readonly Random random = new(seed), asked = new(seed + 1);
    private readonly string[] words = [.. WordPattern().Matches(Texts.In(data)).Select(match => match.Value)];

    /// <summary>Two words that stand beside each other somewhere in the texts.</summary>
    public string TwoWords() => Phrase(2, asked);

    /// <summary>A database with so many claims: a kept one, or a new one.</summary>
    public async Task<ScratchDatabase> OpenAsync(int count, CancellationToken ct)
    {
        var scratch = await ScratchDatabase.CreateAsync(ct, string.Create(CultureInfo.InvariantCulture, $"claims-{count}-{seed}"));
        if ((await scratch.Database.FirstAsync("queries/count-rows", null, row => row.Int("claims"), ct)) != count) await FillAsync(scratch.Database, count, ct);
        return scratch;
    }

    /// <summary>Writes claims through the product's own statements.</summary>
    public async Task FillAsync(Database database, int count, CancellationToken ct)
    {
        var documents = Math.Max(1, count / OfDocument);
        for (var first = 0; first < documents; first += DocumentsAtOnce)
        {
            var from = first;
            await database.WriteAsync(
                async scope =>
                {
                    for (var d = from; d < Math.Min(documents, from + DocumentsAtOnce); d++) await DocumentAsync(scope, d);
                },
                ct);
        }
    }

    private async Task DocumentAsync(WriteScope scope, int d)
    {
        var (id, version, release, url) = (Name("doc", d), Name("ver", d), Name("rel", d / 3), $"https://site{d % 300}.example/{d}");
        var day = new DateOnly(2019, 1, 1).AddDays(random.Next(2800)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        List<string> quotes = [.. Enumerable.Range(0, OfDocument).Select(_ => Phrase(12 + random.Next(16)))];
        var publisher = random.Next(12) == 0 ? null : $"Laboratory {Skewed(40)}";
        await scope.ExecuteAsync("archiving/save-snapshot", new
        {
            Id = Name("snp", d), ItemKey = id, Url = url, Source = "bench", Metadata = "{}", FetchedAt = scope.Now, Sha256 = id, Length = 1L, ContentType = "text/html", ETag = (string?)null, LastModified = (string?)null,
        });
        await scope.ExecuteAsync("reading/save-document", new
        {
            Id = id, Kind = Pick(["paper", "blog", "news", "preprint", "third_party_social"]), Url = url, CanonicalUrl = url, Title = Phrase(8), Publisher = publisher, Authors = "[]", NotBefore = day, NotAfter = day, Precision = "day", Basis = "metadata", Language = "en",
            ReleaseHint = (string?)null, CurrentVersionId = version,
        });
        await scope.ExecuteAsync("reading/save-version", new { Id = version, DocumentId = id, SnapshotId = Name("snp", d), Document = "{}", Text = string.Join('\n', quotes), TextSha256 = id, ExtractionMethod = "bench/1", Findings = "[]", Tables = "[]", Discussion = "[]", Titles = "[]", Dates = "[]" });
        await scope.ExecuteAsync("propagation/save-release", new
        {
            Id = release, Title = Phrase(6), Publisher = publisher ?? "unknown", NotBefore = day, NotAfter = day, Precision = "day", Basis = "metadata", Coverage = "full", PeerReview = "unknown", Tags = "[]", AssessedInput = "bench",
        });
        var start = 0;
        for (var i = 0; i < OfDocument; i++)
        {
            await ClaimAsync(scope, id, version, release, (d * OfDocument) + i, start, quotes[i]);
            start += quotes[i].Length + 1;
        }
    }

    private async Task ClaimAsync(WriteScope scope, string document, string version, string release, int number, int start, string quote)
    {
        var (id, type) = (Name("clm", number), $"T{1 + Skewed(12)}");
        await scope.ExecuteAsync("claims/save-claim", new
        {
            Id = id, VersionId = version, DocumentId = document, Start = start, End = start + quote.Length, Quote = quote, QuoteSha256 = id, Normalised = quote, Type = type, Types = $"[\"{type}\"]", Strength = $"S{Skewed(6)}", Certainty = $"C{1 + Skewed(5)}",
            ScopeModel = (int?)random.Next(5), ScopeData = (int?)null, ScopeConcept = (int?)null, ScopeDeployment = (int?)null, IsGeneric = random.Next(2), Polarity = random.Next(9) == 0 ? "negative" : "positive", AssertMode = Pick(["asserts", "reports_other", "denies"]),
            Asserter = $"Person {Skewed(5000)}", AttributedTo = (string?)null, Place = Pick(["body", "abstract", "introduction", "conclusion", "headline"]), IsHeadline = random.Next(6) == 0 ? 1 : 0, ComparativeTo = (string?)null, ExtractionConfidence = 0.5,
            Provenance = """{"engine":"rules","engineVersion":"1"}""",
        });
        if (number % 4 == 0)
            await scope.ExecuteAsync("evidence/save-support", new { ReleaseId = release, ClaimId = id, Warrant = $"W{Skewed(6)}", TestedModel = (int?)null, TestedData = (int?)null, TestedConcept = (int?)null, TestedDeployment = (int?)null, JudgedBy = "offline" });
        if (number % 12 != 0) return;
        await scope.ExecuteAsync("flags/save-flag", new
        {
            Id = Name("flg", number), ReleaseId = release, Code = $"OC{1 + Skewed(22):00}", Subtype = (string?)null, Kind = "overclaim", ClaimId = id, PairClaimId = (string?)null, VersionId = version, Asserter = $"Person {Skewed(5000)}", Gap = (int?)1, Severity = Skewed(6),
            Confidence = 0.4, Rationale = "made by a generator", SearchComplete = 1, Status = Pick(["open", "candidate", "suppressed", "confirmed", "dismissed"]), RaisedBy = "system", Works = "[]", EdgeId = (string?)null, DetectorVersion = "bench/1", Computation = (string?)null,
        });
    }

    private string Phrase(int length) => Phrase(length, random);

    private string Phrase(int length, Random from) => string.Join(' ', words.AsSpan(from.Next(words.Length - length), length).ToArray());

    // The first is the most frequent by far, as with people, places and kinds.
    private int Skewed(int count) => (int)(count * Math.Pow(random.NextDouble(), 3));

    private string Pick(string[] values) => values[Skewed(values.Length)];

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, 60_000)]
    private static partial Regex WordPattern();
}
