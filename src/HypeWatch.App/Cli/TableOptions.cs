using System.CommandLine;
using HypeWatch.App.Tables;
using HypeWatch.App.Web;
using HypeWatch.Digests;
using HypeWatch.Queries.Tables;

namespace HypeWatch.App.Cli;

/// <summary>The options by which a verb asks a table: the same filters, order, counts and pages as behind the question mark of an address.</summary>
internal sealed class TableOptions
{
    private readonly Option<string[]> where = new("--where") { Description = "A filter, as in an address: column__op=value with op exact, not, contains, startswith, gt, gte, lt, lte, in, isnull", HelpName = "FILTER" };
    private readonly Option<string?> sort = new("--sort") { Description = "Column to order by; with a minus before it the greatest first", HelpName = "COLUMN" };
    private readonly Option<string[]> facet = new("--facet") { Description = "Column whose values are counted; may be repeated", HelpName = "COLUMN" };
    private readonly Option<string?> next = new("--next") { Description = "Where the page begins: what the page before gave as next", HelpName = "TOKEN" };
    private readonly Option<string?> asOf = new("--as-of") { Description = "What was known and flagged at the end of a day (yyyy-MM-dd) or at an instant, UTC", HelpName = "DAY" };
    private readonly Option<bool> exact = new("--exact") { Description = "Rank and count every row that holds the words, however long it takes" };
    private readonly Option<bool> url = new("--url") { Description = "Print the address of the same question on the web, and ask nothing" };
    private readonly FileOptions files = new();
    private readonly Option<int> limit = Paging.Limit(50);
    private readonly Option<int> offset = Paging.Offset();

    /// <summary>Adds them to a verb.</summary>
    public Command To(Command command)
    {
        foreach (var option in (Option[])[where, sort, facet, next, asOf, exact, url, limit, offset]) command.Options.Add(option);
        return files.To(command);
    }

    /// <summary>What is asked, with what the verb's own options say.</summary>
    /// <exception cref="UsageException">A filter is no name and value.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(CommandContext context, IEnumerable<KeyValuePair<string, string>> own)
    {
        var pairs = own.Where(pair => pair.Key is not ("_size" or "offset")).ToList();
        foreach (var filter in context.Value(where) ?? [])
        {
            var cut = filter.IndexOf('=', StringComparison.Ordinal);
            if (cut < 1) throw new UsageException($"--where {filter}: write it as column__op=value");
            pairs.Add(new(filter[..cut], filter[(cut + 1)..]));
        }

        if (context.Value(sort) is { Length: > 0 } order) pairs.Add(order[0] == '-' ? new("_sort_desc", order[1..]) : new("_sort", order));
        pairs.AddRange((context.Value(facet) ?? []).Select(column => KeyValuePair.Create("_facet", column)));
        pairs.Add(new("_size", FormattableString.Invariant($"{context.Value(limit)}")));
        if (context.Value(offset) > 0) pairs.Add(new("offset", FormattableString.Invariant($"{context.Value(offset)}")));
        if (context.Value(asOf) is { Length: > 0 } then) pairs.Add(new("_as_of", then));
        if (context.Value(exact)) pairs.Add(new("_exact", "1"));
        if (context.Value(next) is { Length: > 0 } token) pairs.Add(new("_next", token));
        return pairs;
    }

    /// <summary>Asks a table and prints the rows, or the address of the question.</summary>
    /// <param name="context">Where to print.</param>
    /// <param name="table">Which table.</param>
    /// <param name="own">What the verb's own options ask.</param>
    /// <param name="nothing">What to say when there is no row.</param>
    /// <param name="print">Prints the rows of a page.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<int> RunAsync(
        CommandContext context, Func<QueryTables, QueryTable> table, IEnumerable<KeyValuePair<string, string>> own, string nothing, Func<IServiceProvider, TablePage, Task<object>> print, CancellationToken ct)
    {
        var pairs = Pairs(context, own);
        if (context.Value(url))
        {
            await using var bare = context.Build();
            var asked = bare.Services.GetRequiredService<TableAnswers>();
            var permalink = asked.Parse(table(asked.Tables), pairs, Paging.MostRows);
            context.Out.Line($"{Root(bare.Services)}/{permalink.Table.Name}{permalink.Link()}");
            return ExitCode.Ok;
        }

        if (files.AreAsked(context)) return await files.RunAsync(context, table, pairs, limit, ct);
        await using var app = await context.OpenForReadingAsync(ct);
        if (app is null)
        {
            if (context.Json) context.Out.Json(new TableAnswer(true, 0, false, Array.Empty<object>(), null, null, 0, new Dictionary<string, FacetAnswer>(StringComparer.Ordinal), [], false, null));
            return ExitCode.NothingFound;
        }

        var answers = app.Services.GetRequiredService<TableAnswers>();
        var page = await answers.ReadAsync(answers.Parse(table(answers.Tables), pairs, Paging.MostRows), ct);
        var rows = page.Query.AsOf is { } then ? PrintAsOf(context, page, then) : await print(app.Services, page);
        if (context.Json) context.Out.Json(TableAnswers.Of(page, rows, Root(app.Services)) with { QueryMs = null });
        else Print(context, page);
        if (page.Rows.Count > 0) return ExitCode.Ok;
        if (!context.Json) context.Complain(nothing);
        return ExitCode.NothingFound;
    }

    // What stands beside a row is that of today; as of another day the columns alone are shown.
    private static object PrintAsOf(CommandContext context, TablePage page, string asOf)
    {
        string[] columns = page.Query.Table.Name == "claims" ? ["id", "strength", "certainty", "asserter", "quote"] : ["id", "code", "severity", "confidence", "status", "asserter", "quote", "speaks_for_authors"];
        if (context.Json) return page.Rows;
        context.Out.Note($"as it was known at {asOf}");
        context.Out.Table(columns, page.Rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(name => Web.Pages.Facts.Label(page.Query.Table.Column(name)!, row[name]))]));
        return page.Rows;
    }

    private static void Print(CommandContext context, TablePage page)
    {
        foreach (var counted in page.Facets)
        {
            context.Out.Heading(counted.Column.Name);
            context.Out.Table([counted.Column.Name, "rows"], counted.Values.Select(value => (IReadOnlyList<string>)[Web.Pages.Facts.Label(counted.Column, value.Value), FormattableString.Invariant($"{value.Count}")]));
        }

        if (page.IsApproximate) context.Complain("approximate: the words are common, so that only the most promising rows were ranked, and nothing was counted; --exact ranks and counts all");
        foreach (var late in page.FacetsTimedOut) context.Complain($"{late}: could not be counted in time (Queries:CountMilliseconds)");
        if (page.Next is { } next) context.Complain($"there are more{(page.Count is { } all ? FormattableString.Invariant($" ({all} in all)") : "")}: --next {next}");
    }

    /// <summary>Address of the installation, without a slash at its end.</summary>
    public static string Root(IServiceProvider services) => services.GetRequiredService<DigestSettings>().BaseUrl is { Length: > 0 } root ? root.TrimEnd('/')
        : FormattableString.Invariant($"http://127.0.0.1:{(services.GetRequiredService<IConfiguration>().GetSection(WebSettings.Section).Get<WebSettings>() ?? new WebSettings()).Port}");
}
