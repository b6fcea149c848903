using HypeWatch.Model;

namespace HypeWatch.Queries.Tables;

/// <summary>The tables that can be asked, with their columns. A test holds them against the views.</summary>
/// <param name="flagCodes">The codes of the kinds of flags.</param>
public sealed class QueryTables(IReadOnlyList<string> flagCodes)
{
    private static readonly IReadOnlyList<string> Scope = ["scope_model", "scope_data", "scope_concept", "scope_deployment"];

    /// <summary>Claims of current versions.</summary>
    public QueryTable Claims { get; } = new(
        "claims", "claims_v", "/c/{id}", "A claim: verbatim words of a text, and what they assert",
        [
            Text("id", "Id of the claim"), Text("quote", "The words, verbatim") with { IsSortable = false }, Text("normalised", "The words as a sentence of its own") with { IsSortable = false },
            Coded<ClaimType>("type", "Main type") with { IsFacet = true }, Coded<Strength>("strength", "How much is asserted, S0 to S5") with { IsFacet = true },
            Coded<Certainty>("certainty", "How sure it sounds, C1 to C5") with { IsFacet = true }, .. Scope.Select(axis => Number(axis, "Breadth, 0 to 4") with { IsNullable = true }),
            Truth("is_generic", "Whether it is said of a kind without a number"), Coded<Polarity>("polarity", "Whether it affirms") with { IsFacet = true },
            Coded<AssertMode>("assert_mode", "Whether it is the writer's own") with { IsFacet = true }, Text("asserter", "Who asserts it; private persons by role") with { IsFacet = true },
            Text("attributed_to", "Of whom it is reported") with { IsNullable = true }, Coded<Place>("place", "Where in the text it stands") with { IsFacet = true },
            Truth("is_headline", "Whether it stands in title, abstract, key results, headline or lede") with { IsFacet = true }, Real("extraction_confidence", "How sure the reading is, 0 to 1"),
            Text("version_id", "Version of the text"), Number("start_offset", "First character in it"), Number("end_offset", "Character after the last"), Text("document_id", "Id of the document"),
            Text("document_title", "Its title"), Coded<DocumentKind>("document_kind", "Sort of text") with { IsFacet = true }, Text("document_url", "Its address"),
            Text("publisher", "Who publishes it") with { IsNullable = true, IsFacet = true }, Day("published_not_before", "Published not before"), Day("published_not_after", "Published not after"),
            Instant("created_at", "When it was first kept"), Coded<Warrant>("warrant", "What it rests on; none where it was not judged") with { IsNullable = true, IsFacet = true },
            Number("flags", "Flags on it that are open or were confirmed"),
        ],
        new("claims", "id") { IsCapped = true }, ["document_url", "start_offset", "end_offset"])
    {
        AsOfTemplate = "as-of-claims",
        KeptBy = [],
        Walk = new("claims-walked", "document_url", ["id", "version_id", "document_id", "document_url"]),
        IsHeld = true,
        Aliases =
        [
            new("asserter", "asserter", FilterOperator.Exact, "Who asserts it, ignoring case") { Template = "alike" }, new("document", "document_id", FilterOperator.Exact, "Id or address of a document") { Template = "document" },
            new("flag", "id", FilterOperator.Exact, "Carries a flag of this code that is not suppressed") { Template = "flagged", Codes = flagCodes },
            new("min_strength", "strength", FilterOperator.Gte, "Least strength"), new("headline", "is_headline", FilterOperator.Exact, "1: only headline claims") { IsSwitch = true },
        ],
    };

    /// <summary>Flags; suppressed ones and candidates only when they are asked for.</summary>
    public QueryTable Flags { get; } = new(
        "flags", "flags_v", "/f/{id}", "A flag: a question with evidence about a claim, not a verdict",
        [
            Text("id", "Id of the flag"), Text("code", "Kind of flag") with { Codes = flagCodes, IsFacet = true }, Text("subtype", "Finer kind") with { IsNullable = true },
            Coded<FlagKind>("kind", "Family") with { IsFacet = true }, Number("severity", "0 to 5") with { IsFacet = true }, Real("confidence", "0 to 1"), Coded<FlagStatus>("status", "What became of it") with { IsFacet = true },
            Text("asserter", "Who asserted the excess") with { IsFacet = true }, Number("gap", "How far the claim exceeds its evidence, in steps") with { IsNullable = true }, Text("rationale", "Why") with { IsSortable = false },
            Truth("search_complete", "Whether everything that may speak for the authors was looked for"), Coded<RaisedBy>("raised_by", "Who raised it"), Text("release_id", "Id of the release"),
            Text("release_title", "Its title") with { IsFacet = true }, Text("claim_id", "Id of the claim") with { IsNullable = true }, Text("quote", "The claim's words, verbatim") with { IsNullable = true, IsSortable = false },
            Coded<Place>("place", "Where in the text it stands") with { IsNullable = true, IsFacet = true }, Text("pair_claim_id", "Id of the second claim") with { IsNullable = true }, Text("version_id", "Version of the text"),
            Text("document_id", "Id of the document"), Text("document_title", "Its title"), Coded<DocumentKind>("document_kind", "Sort of text") with { IsFacet = true }, Text("document_url", "Its address"),
            Text("publisher", "Who publishes it") with { IsNullable = true, IsFacet = true }, Day("published_not_before", "Published not before"), Text("detector_version", "Version of the rule"),
            Instant("created_at", "When it was first kept"), Day("published_not_after", "Published not after"), Number("standing", "0 stands, 1 settled otherwise, 2 candidate, 3 suppressed"),
            Text("speaks_for_authors", "The best that speaks for the authors; none when nothing was found") with { IsNullable = true, IsSortable = false },
        ],
        new("claims", "claim_id"), ["standing", "-severity", "-confidence", "code"])
    {
        AsOfTemplate = "as-of-flags",
        KeptBy = ["status"],
        Aliases =
        [
            new("owner", "asserter", FilterOperator.Exact, "Who asserted the excess, ignoring case") { Template = "alike" }, new("claim", "claim_id", FilterOperator.Exact, "Id of the claim"),
            new("release", "release_id", FilterOperator.Exact, "Id of the release"), new("document", "document_id", FilterOperator.Exact, "Id or address of a document") { Template = "document" },
            new("min_severity", "severity", FilterOperator.Gte, "Least severity, 0 to 5") { Codes = ["0", "1", "2", "3", "4", "5"] }, new("min_confidence", "confidence", FilterOperator.Gte, "Least confidence, 0 to 1"),
        ],
        Switches = ["all", "candidates"],
        Defaults = [new("status", FlagStatus.Suppressed.ToCode(), ["status", "standing", "all"]), new("status", FlagStatus.Candidate.ToCode(), ["status", "standing", "all", "candidates"])],
    };

    /// <summary>Releases.</summary>
    public QueryTable Releases { get; } = new(
        "releases", "releases_v", "/r/{id}", "A release: a main text and what was published about it",
        [
            Text("id", "Id of the release"), Text("title", "Title"), Text("publisher", "Who published it") with { IsFacet = true }, Day("published_not_before", "Published not before"), Day("published_not_after", "Published not after"),
            Coded<Coverage>("coverage", "How much of it was read") with { IsFacet = true }, Coded<PeerReview>("peer_review", "Whether it was peer reviewed") with { IsFacet = true }, Text("tags", "Topics, a JSON list") with { IsSortable = false },
            Number("documents", "Its documents"), Number("flags", "Flags that are not suppressed"), Number("open_flags", "Flags that are open or were confirmed"), Number("claims", "Claims in its current versions"),
            Text("published_precision", "How exactly the date is known"), Text("published_basis", "From what the date is known"), Instant("created_at", "When it was first kept"),
        ],
        new(null, "title"), ["-published_not_before", "title"]);

    /// <summary>Documents.</summary>
    public QueryTable Documents { get; } = new(
        "documents", "documents_v", "/d/{id}", "A document: a text at an address, in one or more versions",
        [
            Text("id", "Id of the document"), Text("title", "Title"), Coded<DocumentKind>("kind", "Sort of text") with { IsFacet = true }, Text("url", "Address"), Text("canonical_url", "Address in its one form"),
            Text("publisher", "Who publishes it") with { IsNullable = true, IsFacet = true }, Day("published_not_before", "Published not before"), Day("published_not_after", "Published not after"),
            Text("published_precision", "How exactly the date is known"), Text("published_basis", "From what the date is known"), Text("language", "Language, BCP 47") with { IsFacet = true },
            Text("current_version_id", "Its current version") with { IsNullable = true }, Number("versions", "How many versions were read"), Instant("created_at", "When it was first read"), Number("claims", "Claims in its current version"),
            Number("flags", "Flags on it that are open or were confirmed"),
        ],
        new(null, "title"), ["-published_not_before", "title"]);

    /// <summary>Prior literature.</summary>
    public QueryTable Works { get; } = new(
        "works", "prior_works_v", "/w/{id}", "A work of the prior literature",
        [
            Text("id", "Id of the work"), Text("title", "Title"), Text("authors", "Authors, a JSON list"), Number("year", "Year") with { IsFacet = true }, Day("first_public", "First public") with { IsNullable = false },
            Text("venue", "Where it appeared") with { IsNullable = true, IsFacet = true }, Text("arxiv", "arXiv number") with { IsNullable = true }, Text("doi", "DOI") with { IsNullable = true }, Text("url", "Address") with { IsNullable = true },
            Text("tags", "Topics, a JSON list") with { IsSortable = false }, Truth("peer_reviewed", "Whether it was peer reviewed") with { IsFacet = true }, Truth("verified", "Whether its data were checked against a register") with { IsFacet = true },
            Text("summary", "What it found, in our words") with { IsSortable = false }, Instant("created_at", "When it was first kept"), Number("cited", "Releases on its topics that cite it"),
            Number("not_found_cited", "Releases on its topics in which neither it nor its equal was found cited"),
        ],
        new("works", "id"), ["-first_public", "title"]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<QueryTable> All => [Claims, Flags, Releases, Documents, Works];

    private static QueryColumn Text(string name, string meaning) => new(name, ColumnType.Text, meaning);

    private static QueryColumn Number(string name, string meaning) => new(name, ColumnType.Integer, meaning);

    private static QueryColumn Real(string name, string meaning) => new(name, ColumnType.Real, meaning);

    private static QueryColumn Truth(string name, string meaning) => new(name, ColumnType.Truth, meaning);

    private static QueryColumn Day(string name, string meaning) => new(name, ColumnType.Date, meaning) { IsNullable = true };

    private static QueryColumn Instant(string name, string meaning) => new(name, ColumnType.Date, meaning);

    private static QueryColumn Coded<T>(string name, string meaning) where T : struct, Enum => new(name, ColumnType.Text, meaning) { Codes = Code<T>.All };
}
