using HypeWatch.App.Digests;

namespace HypeWatch.App.Web.Organisations;

/// <summary>The page of an organisation, and the same as JSON.</summary>
internal static class OrganisationRoutes
{
    private const string Json = ".json";

    private sealed record OrganisationAnswer(bool Ok, OrganisationCard Organisation);

    /// <summary>Maps the route.</summary>
    public static void MapOrganisations(this IEndpointRouteBuilder app) => app.MapGet("/organisations/{name}", async (string name, OrganisationCards cards, Drawing drawing, CancellationToken ct) =>
    {
        var isJson = name.EndsWith(Json, StringComparison.Ordinal);
        var wanted = isJson ? name[..^Json.Length] : name;
        if (string.IsNullOrWhiteSpace(wanted) || wanted.Any(char.IsControl) || await cards.OfAsync(wanted, ct) is not { IsEmpty: false } card)
            return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"nothing is known of an organisation '{new string([.. wanted.Where(letter => !char.IsControl(letter))])}'");
        return isJson ? TextAnswer.Json(new OrganisationAnswer(true, card)) : await TextAnswer.PageAsync<OrganisationSheet>(drawing, new() { [nameof(OrganisationSheet.Card)] = card });
    });
}
