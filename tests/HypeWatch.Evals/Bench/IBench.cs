namespace HypeWatch.Evals.Bench;

/// <summary>What a benchmark is run on.</summary>
/// <param name="In">Folder of the set, in the layout in which it is published.</param>
/// <param name="Task">The scorer's task, where it has several; null for its default.</param>
/// <param name="Set">The scorer's set, where it has several; null for its default.</param>
/// <param name="Split">The part to answer, such as <c>dev</c>; null for the scorer's default.</param>
/// <param name="Domain">The scorer's domain, where it has several; null for its default.</param>
/// <param name="Embeddings">Endpoint that makes vectors of texts; null to search by words alone.</param>
/// <param name="Sample">Only so many items, those that <see cref="SeededSample"/> draws; null for all.</param>
/// <param name="Model">The language model that the task <c>model</c> asks; null when none is named.</param>
internal sealed record BenchRequest(DirectoryInfo In, string? Task = null, string? Set = null, string? Split = null, string? Domain = null, Uri? Embeddings = null, int? Sample = null, RecordedModel? Model = null);

/// <summary>
/// Answers the items of one public benchmark with the product's own stage. A benchmark reads the inputs' fields only, never a label; rules and models live in
/// the product, and at most a table from the product's labels to the set's lives here. Found by scanning the assembly.
/// </summary>
internal interface IBench
{
    /// <summary>Name of the set, which is its folder's.</summary>
    string Name { get; }

    /// <summary>The answers, one object a line of the scorer's prediction file.</summary>
    IAsyncEnumerable<object> AnswerAsync(BenchRequest request, CancellationToken ct);
}
