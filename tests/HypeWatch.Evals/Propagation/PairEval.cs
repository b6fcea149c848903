using System.CommandLine;
using HypeWatch.Claims;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Propagation;

namespace HypeWatch.Evals.Propagation;

/// <summary>The verb <c>propagation</c>: sets each pair as a paper and as a newspaper that links to it, and asks the product which claim travelled and how it changed.</summary>
internal sealed class PairEval
{
    private const string PaperUrl = "https://paper.example/1", NewsUrl = "https://news.example/1";

    private readonly LexiconSet lexicons = new();
    private readonly ClaimTyper typer;
    private readonly CertaintyRater certainties;
    private readonly ScopeReader scopes;
    private readonly EdgeFinder finder;

    public PairEval()
    {
        var cues = new ClaimCues();
        (typer, certainties, scopes, finder) = (new(lexicons, cues, new RelationReader()), new(lexicons, cues), new(lexicons), new(lexicons));
    }

    public static Command Command()
    {
        var pairs = new Option<FileInfo>("--pairs") { Description = "a file of labelled pairs, JSON lines", Required = true };
        var half = new Option<string?>("--half") { Description = "tune or test; both when not given" };
        var verbose = new Option<bool>("--verbose") { Description = "name the pairs that went wrong" };
        var json = new Option<bool>("--json") { Description = "print one JSON object" };
        var command = new Command("propagation", "Scores which claims are matched across texts, and the direction of their change") { pairs, half, verbose, json };
        command.SetAction(parsed =>
        {
            var results = new PairEval().Run([.. ClaimPair.Load(parsed.GetValue(pairs)!.FullName).Where(pair => parsed.GetValue(half) is not { } wanted || pair.Half == wanted)]);
            if (parsed.GetValue(verbose)) foreach (var result in results.Where(result => !result.IsMatchRight || result.IsDirectionRight is false || result.IsNumberSeen is false)) Console.WriteLine(Line(result));
            var score = PairScore.Of(results);
            Console.WriteLine(parsed.GetValue(json) ? ModelJson.Write(score) : FormattableString.Invariant(
                $"{score.Pairs} pairs: matching precision {score.Precision:0.000}, recall {score.Recall:0.000}, F1 {score.F1:0.000}; direction {score.Direction:0.000}; numbers {score.Numbers:0.000}"));
            if (!parsed.GetValue(json))
            {
                var (own, other) = new PairEval().Crossed([.. results.Select(result => result.Pair)]);
                Console.WriteLine($"all sentences in one paper and one newspaper: {own} later sentences traced to their own subject, {other} to another");
            }

            return 0;
        });
        return command;
    }

    /// <summary>Runs all pairs.</summary>
    public IReadOnlyList<PairResult> Run(IReadOnlyList<ClaimPair> pairs) =>
        [.. pairs.Select(pair => new PairResult(pair, finder.Find([Document(PaperUrl, isPaper: true, pair.Up), Document(NewsUrl, isPaper: false, pair.Down)]).SingleOrDefault(edge => edge.DownstreamClaim is not null)))];

    /// <summary>
    /// Puts all earlier sentences into one paper and all later ones into one newspaper: how many of the later are traced to an earlier one of their own subject,
    /// and how many to one of another.
    /// </summary>
    public (int Own, int Other) Crossed(IReadOnlyList<ClaimPair> pairs)
    {
        DossierDocument paper = Document(PaperUrl, isPaper: true, [.. pairs.Select(pair => pair.Up).Distinct(StringComparer.Ordinal)]);
        DossierDocument news = Document(NewsUrl, isPaper: false, [.. pairs.Select(pair => pair.Down).Distinct(StringComparer.Ordinal)]);
        var subjects = pairs.SelectMany(pair => new[] { (Text: pair.Up, pair.Id), (Text: pair.Down, pair.Id) }).DistinctBy(item => item.Text)
            .ToDictionary(item => item.Text, item => string.Join('-', item.Id.Split('-')[..2]), StringComparer.Ordinal);
        var quotes = paper.Claims.Concat(news.Claims).ToDictionary(claim => claim.Id, claim => subjects[claim.Quote]);
        var edges = finder.Find([paper, news]).Where(edge => edge.DownstreamClaim is not null).ToList();
        return (edges.Count(edge => quotes[edge.UpstreamClaim!.Value] == quotes[edge.DownstreamClaim!.Value]), edges.Count(edge => quotes[edge.UpstreamClaim!.Value] != quotes[edge.DownstreamClaim!.Value]));
    }

    private static string Line(PairResult result) =>
        $"{result.Pair.Id}: {(result.Edge is null ? "not matched" : $"matched, {result.Edge.Drift.ToCode()}")}; {string.Join("; ", result.Edge?.Changes.Select(change => $"{change.Axis.ToCode()} {change.Sign:+0;-0;0} [{change.Upstream}] [{change.Downstream}]") ?? [])}";

    private DossierDocument Document(string url, bool isPaper, params IReadOnlyList<string> sentences)
    {
        var kind = isPaper ? DocumentKind.Paper : DocumentKind.News;
        var document = new Document(
            new(ContentId.Of("doc", url)), kind, url, url, isPaper ? "A paper" : "A headline", isPaper ? "Lab" : "Newspaper", [],
            PublicationDate.OnDay(new(2031, 1, isPaper ? 1 : 2), "label"), "en");
        var text = string.Join('\n', sentences);
        var passages = new List<Passage>();
        foreach (var sentence in sentences)
        {
            var start = passages.Count == 0 ? 0 : passages[^1].Span.End + 1;
            passages.Add(new(passages.Count, new(start, start + sentence.Length), Place.Body, "", passages.Count, 0));
        }

        var version = new DocumentVersion(
            new(ContentId.Of("ver", url, text)), document, new("snp-1"), text, ContentId.Sha256(text), "label", passages, [], isPaper ? [] : [new(new(0, 0), PaperUrl)], []);
        return new(
            version, isPaper ? DocumentRelation.Primary : DocumentRelation.ThirdParty, [.. passages.Select(passage => Read(version, passage.Span, document.Asserter))], [],
            new(version.Id, [], [], []));
    }

    private Claim Read(DocumentVersion version, Span span, string asserter)
    {
        var types = typer.Types(version.Text, span) is { Count: > 0 } read ? read : [ClaimType.Descriptive];
        var certainty = certainties.Rate(version.Text, span);
        return Claim.Cut(
            version, span,
            new(types, StrengthRater.Rate(types, certainty, AssertMode.Asserts, Polarity.Positive), certainty, scopes.Read(version.Text, span), asserter, Place.Body, 1), new("label", "1"));
    }
}
