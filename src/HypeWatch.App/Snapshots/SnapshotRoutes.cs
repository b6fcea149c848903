using HypeWatch.App.Digests;
using HypeWatch.App.Web;
using HypeWatch.Storage;

namespace HypeWatch.App.Snapshots;

/// <summary>The snapshots with their age, and their files.</summary>
internal static class SnapshotRoutes
{
    private sealed record SnapshotsAnswer(bool Ok, IReadOnlyList<ShelvedSnapshot> Rows);

    /// <summary>Maps the routes.</summary>
    public static void MapSnapshots(this IEndpointRouteBuilder app)
    {
        app.MapGet("/snapshots", (SnapshotShelf shelf, Drawing drawing) => TextAnswer.PageAsync<SnapshotSheet>(drawing, new() { [nameof(SnapshotSheet.Snapshots)] = shelf.List() }));
        app.MapGet("/snapshots.json", (SnapshotShelf shelf) => TextAnswer.Json(new SnapshotsAnswer(true, shelf.List())));
        app.MapGet("/snapshots/{name}/{file}", async (string name, string file, SnapshotShelf shelf, Database database, Drawing drawing) => !database.IsPublic && shelf.Find(name, file) is { } path
            ? Results.File(path, "application/octet-stream", $"hypewatch-{name}-{file}")
            : await ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status404NotFound, database.IsPublic ? "snapshots hold flags that nobody reviewed yet, and are not given to the public (Web:Publication)" : "there is no such file of a snapshot; /snapshots lists them"));
    }
}
