using System.CommandLine;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch sql</c>: a reader's own SQL over the documented views.</summary>
internal static class SqlCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var statement = new Argument<string?>("statement") { Description = "One SELECT over the views whose names end in _v; parameters are written :name", Arity = ArgumentArity.ZeroOrOne };
        var parameters = new Option<string[]>("--param", "-p") { Description = "A value of a parameter, as name=value", HelpName = "NAME=VALUE" };
        var views = new Option<bool>("--views") { Description = "List the views and their columns, and the stored statements" };
        var stored = new Option<string?>("--stored") { Description = "Ask a stored statement by its name", HelpName = "NAME" };
        return new Command("sql", "Ask in SQL, reading only") { statement, parameters, views, stored }.Does(async (context, ct) =>
        {
            var values = Parameters(context.Value(parameters) ?? []);
            if (new[] { context.Value(views), context.Value(statement) is not null, context.Value(stored) is not null }.Count(given => given) != 1) throw new UsageException("sql: give one statement, or --stored NAME, or --views");
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var queries = app.Services.GetRequiredService<SqlQueries>();
            if (context.Value(views)) return Print(context, await queries.ViewsAsync(ct), queries.Stored);
            var sql = context.Value(statement) ?? queries.Find(context.Value(stored)!)?.Sql ?? throw new UsageException($"sql: there is no stored statement '{context.Value(stored)}'; known: {string.Join(", ", queries.Stored.Select(one => one.Name))}");
            return Print(context, await queries.RunAsync(sql, values, ct));
        });
    }

    private static Dictionary<string, string?> Parameters(IEnumerable<string> given)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var pair in given)
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            if (cut < 1) throw new UsageException($"--param {pair}: write it as name=value");
            values[pair[..cut]] = pair[(cut + 1)..];
        }

        return values;
    }

    private static int Print(CommandContext context, SqlAnswer answer)
    {
        if (context.Json) context.Out.Json(new { Ok = true, answer.Columns, answer.Rows, Count = answer.Rows.Count, answer.Truncated });
        else
        {
            context.Out.Table(answer.Columns, answer.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "")]));
            if (answer.Truncated) context.Complain("there are more rows (Sql:MaxRows)");
        }

        return answer.Rows.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
    }

    private static int Print(CommandContext context, IReadOnlyList<ViewColumn> columns, IReadOnlyList<StoredStatement> stored)
    {
        var views = columns.GroupBy(column => column.View, StringComparer.Ordinal).ToDictionary(view => view.Key, view => view.Select(column => column.Column).ToList(), StringComparer.Ordinal);
        if (context.Json) context.Out.Json(new { Ok = true, Views = views, Stored = stored });
        else
        {
            context.Out.Table(["view", "columns"], views.Select(view => (IReadOnlyList<string>)[view.Key, string.Join(", ", view.Value)]));
            context.Out.Table(["stored", "what it answers", "parameters"], stored.Select(one => (IReadOnlyList<string>)[one.Name, one.Title, string.Join(", ", one.Parameters)]));
        }

        return ExitCode.Ok;
    }
}
