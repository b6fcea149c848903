using HypeWatch.App.Digests;

namespace HypeWatch.App.Web.Organisations;

/// <summary>The page of an organisation, and the same as JSON.</summary>
internal static class OrganisationRoutes
{
    private const string Json = ".json";

    private sealed record OrganisationAnswer(bool Ok, OrganisationCard Organisation);

    /// <summary>Maps the route. A name may hold a slash, and end like the address of a file.</summary>
    public static void MapOrganisations(this IEndpointRouteBuilder app) => app.MapGet("/organisations/{**name}", async (string? name, OrganisationCards cards, Drawing drawing, CancellationToken ct) =>
    {
        var wanted = (name ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var isJson = wanted.EndsWith(Json, StringComparison.OrdinalIgnoreCase);
        if (isJson && await FindAsync(wanted[..^Json.Length], cards, ct) is { } asked) return TextAnswer.Json(new OrganisationAnswer(true, asked));
        if (await FindAsync(wanted, cards, ct) is { } card) return await TextAnswer.PageAsync<OrganisationSheet>(drawing, new() { [nameof(OrganisationSheet.Card)] = card });
        return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"nothing is known of an organisation '{new string([.. wanted.Where(letter => !char.IsControl(letter))])}'");
    });

    private static async Task<OrganisationCard?> FindAsync(string name, OrganisationCards cards, CancellationToken ct) =>
        !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl) && await cards.OfAsync(name, ct) is { IsEmpty: false } card ? card : null;
}
