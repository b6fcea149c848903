using System.Text.Json.Nodes;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;
using HypeWatch.Reviews;

namespace HypeWatch.App.Tables;

/// <summary>Finds what the reviews of claims that are given to others hold: confirmed flags alone.</summary>
internal sealed class ClaimReviews(TableAnswers answers, LineageQueries lineage, ReviewStore reviews, LexiconSet lexicons)
{
    /// <summary>The reviews of a question about flags, a page at most, and where the next one begins.</summary>
    /// <exception cref="QueryException">The question makes no sense.</exception>
    public async Task<(JsonObject Document, TableQuery Query, string? Next)> FindAsync(IEnumerable<KeyValuePair<string, string>> pairs, string root, CancellationToken ct, int? mostRows = null)
    {
        var query = answers.Parse(answers.Tables.Flags, [.. pairs, new("status__exact", FlagStatus.Confirmed.ToCode())], mostRows) with { Facets = [] };
        if (query.AsOf is not null) throw new QueryException("_as_of: reviews are given as they stand now");
        var page = await answers.ReadAsync(query, ct);
        var found = new List<ClaimReviewDocument.Reviewed>();
        foreach (var view in await answers.FlagsAsync(page, ct)) found.Add(await WithAsync(view, ct));
        return (ClaimReviewDocument.Of(found, root, lexicons.Actors), page.Query, page.Next);
    }

    /// <summary>The review of one flag; null where it is not confirmed.</summary>
    public async Task<JsonObject?> OfAsync(FlagView view, string root, CancellationToken ct) =>
        view.Flag.Status is FlagStatus.Confirmed ? ClaimReviewDocument.Of(await WithAsync(view, ct), root, lexicons.Actors) : null;

    private async Task<ClaimReviewDocument.Reviewed> WithAsync(FlagView view, CancellationToken ct)
    {
        var last = (await reviews.ListAsync(view.Flag.Id, ct)).Select(review => review.Entry.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var first = view.Claim is { } claim && await lineage.GetAsync(claim.Claim.Id, ct) is { Claims: [var earliest, ..] } ? earliest.Claim.Document : null;
        return new(view, last, first?.Id == view.Document.Id ? null : first);
    }
}
