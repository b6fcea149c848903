using System.CommandLine;
using HypeWatch.App.Tables;
using HypeWatch.App.Web.Lists;
using HypeWatch.Queries.Tables;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Cli;

/// <summary>The options by which a list is printed as a file, in the form that the web gives under the same question.</summary>
internal sealed class FileOptions
{
    // Each piece orders all rows anew; so many are held at once.
    private const int PieceOfFile = 10_000;

    private readonly Option<bool> csv = new("--csv") { Description = "Print CSV: every row, or as many as --limit says" };
    private readonly Option<bool> lines = new("--ndjson") { Description = "Print one JSON object a line: every row, or as many as --limit says" };

    /// <summary>Adds them to a verb.</summary>
    public Command To(Command command)
    {
        command.Options.Add(csv);
        command.Options.Add(lines);
        return command;
    }

    /// <summary>Whether a file is asked for.</summary>
    public bool AreAsked(CommandContext context) => context.Value(csv) || context.Value(lines);

    /// <summary>Prints the file of a question.</summary>
    /// <param name="context">Where to print.</param>
    /// <param name="table">Which table.</param>
    /// <param name="pairs">What is asked.</param>
    /// <param name="limit">The option that says how many rows; it bounds the file when it was given.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<int> RunAsync(CommandContext context, Func<QueryTables, QueryTable> table, IReadOnlyList<KeyValuePair<string, string>> pairs, Option<int> limit, CancellationToken ct)
    {
        if (new[] { context.Json, context.Value(csv), context.Value(lines) }.Count(asked => asked) > 1) throw new UsageException("one of --json, --csv and --ndjson at a time");
        await using var app = await context.OpenForReadingAsync(ct);
        if (app is null) return ExitCode.NothingFound;
        var answers = app.Services.GetRequiredService<TableAnswers>();
        var most = context.Has(limit) ? context.Value(limit) : app.Services.GetRequiredService<IOptions<QuerySettings>>().Value.MaxFileRows;
        var query = answers.Parse(table(answers.Tables), [.. pairs.Where(pair => pair.Key != "_size")], Paging.MostRows) with { Size = Math.Min(PieceOfFile, most) };
        var pages = app.Services.GetRequiredService<TableReader>().PagesAsync(query, most, ct);
        var list = $"{TableOptions.Root(app.Services)}/{query.Table.Name}.{(context.Value(csv) ? "csv" : "ndjson")}";
        return await TableFile.WriteAsync(query, pages, most, context.Value(csv), list, context.Out.Writer, ct) > 0 ? ExitCode.Ok : ExitCode.NothingFound;
    }
}
