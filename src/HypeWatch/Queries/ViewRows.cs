using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>Reads the parts that several queries select under the same names.</summary>
internal static class ViewRows
{
    /// <summary>The claim, whose speaker is shown by role where it is a private person (specification 3, OC22; see <see cref="ActorList.Shown"/>).</summary>
    public static Claim Claim(Row row, ActorList actors)
    {
        var (claim, document) = (RecordRows.Claim(row), Document(row));
        return claim with
        {
            Asserter = actors.Shown(claim.Asserter, document.Kind, claim.Place, document.Publisher),
            AttributedTo = claim.AttributedTo is { } other ? actors.Shown(other, document.Kind, claim.Place, document.Publisher) : null,
        };
    }

    /// <summary>The document, from the columns <c>doc_…</c> and <c>published_…</c>.</summary>
    public static DocumentView Document(Row row) => new(
        row.Id<DocumentId>("doc_id"), row.Code<DocumentKind>("doc_kind"), row.Text("doc_title"), row.Text("doc_url"), row.TextOrNull("doc_publisher"),
        RecordRows.Published(row));

    /// <summary>What a text says came of a release.</summary>
    public static InfluenceView Influence(Row row) => new(
        new(row.Id<VersionId>("version_id"), row.Span(), row.Text("quote"), row.Text("upstream"), Bounds(row, "upstream", "as the text says"), row.IdOrNull<DocumentId>("upstream_document_id"), row.Text("downstream"), Bounds(row, "downstream", row.Text("downstream_basis")))
        {
            DownstreamDocument = row.IdOrNull<DocumentId>("downstream_document_id"), DownstreamClaim = row.IdOrNull<ClaimId>("downstream_claim_id"),
            DownstreamAsserter = row.TextOrNull("downstream_asserter"), DownstreamUrl = row.TextOrNull("downstream_url"),
        },
        Document(row));

    /// <summary>A date that is stored by its bounds alone, in the columns <c>…_not_before</c> and <c>…_not_after</c>.</summary>
    public static PublicationDate Bounds(Row row, string end, string basis)
    {
        var (first, last) = (Instant.ParseDay(row.TextOrNull($"{end}_not_before")), Instant.ParseDay(row.TextOrNull($"{end}_not_after")));
        var precision = first is not { } from || last is not { } to ? DatePrecision.Unknown
            : from == to ? DatePrecision.Day
            : from.Day == 1 && to == from.AddMonths(1).AddDays(-1) ? DatePrecision.Month
            : from is { Day: 1, Month: 1 } && to == from.AddYears(1).AddDays(-1) ? DatePrecision.Year : DatePrecision.Unknown;
        return new(first, last, precision, basis);
    }
}
