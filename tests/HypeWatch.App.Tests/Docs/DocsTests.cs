using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using HypeWatch.App.Cli;
using HypeWatch.App.Jobs;
using HypeWatch.App.Tests.Fakes;
using HypeWatch.App.Web;
using HypeWatch.Flags;
using HypeWatch.Sources;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.App.Tests.Docs;

/// <summary>The documents say what the program has: every verb, setting, flag code and route, and no command that does not exist.</summary>
public sealed partial class DocsTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    private static readonly string Everything = Readme + File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "CONTRIBUTING.md"));

    public static TheoryData<string> Verbs => new(Leaves(CommandLine.Root(), "").Order(StringComparer.Ordinal));

    public static TheoryData<string> Settings => new(SettingNames().Order(StringComparer.Ordinal));

    public static TheoryData<string> Codes => new(Taxonomy.Load().Types.Select(type => type.Code).Order(StringComparer.Ordinal));

    public static TheoryData<string> Commands => new(Shown().Distinct(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_is_documented(string verb) => Assert.Contains("`" + verb, Readme.Replace("`hypewatch ", "`", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_setting_is_documented(string setting) => Assert.Contains("`" + setting + "`", Readme, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_flag_code_is_documented(string code) => Assert.Contains("| " + code + " ", Readme, StringComparison.Ordinal);

    [Fact]
    public async Task Every_kind_of_source_is_documented_and_every_key_says_where_it_is_had()
    {
        await using var app = Program.Compose(new Dictionary<string, string?>(StringComparer.Ordinal)).Build();
        var kinds = app.Services.GetRequiredService<IEnumerable<ISource>>().ToList();
        Assert.All(kinds, kind => Assert.Contains($"`{kind.Kind}`", Readme, StringComparison.Ordinal));
        Assert.All(kinds.SelectMany(kind => kind.Needs.Keys), key => Assert.Contains($"`{key.Setting}`", Readme, StringComparison.Ordinal));
        Assert.All(kinds.SelectMany(kind => kind.Needs.Keys), key => Assert.NotEmpty(key.WhereHad));
    }

    [Fact]
    public async Task Every_route_is_documented()
    {
        var builder = Program.Compose(new Dictionary<string, string?>(StringComparer.Ordinal));
        builder.AddSchedule();
        builder.AddWebDoor();
        await using var app = builder.Build();
        app.MapWebDoor();
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(route => "/" + route.RoutePattern.RawText!.Replace("{**", "{", StringComparison.Ordinal).TrimStart('/')).Distinct().ToList();
        Assert.Contains("/healthz", routes);
        Assert.All(routes, route => Assert.True(Everything.Contains("`" + route, StringComparison.Ordinal) || Everything.Contains(route + "`", StringComparison.Ordinal), $"{route} is not documented"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_shown_is_one_that_the_program_takes(string shown)
    {
        var parse = CommandLine.Root().Parse(Words(shown));
        Assert.True(parse.Errors.Count == 0, $"{shown}: {string.Join("; ", parse.Errors.Select(error => error.Message))}");
        Assert.NotEmpty(parse.CommandResult.Command.Name);
    }

    [Fact]
    public async Task The_questions_shown_answer_over_a_database()
    {
        using var folder = new TemporaryFolder();
        folder.Write("paper.html", Cli.AddTests.Page);
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var asked = 0;
        foreach (var shown in Shown().Where(shown => Reading().IsMatch(shown)).Distinct(StringComparer.Ordinal))
        {
            var run = await CommandRun.OfAsync([.. Words(shown), "--data-directory", folder.Data]);
            Assert.True(run.ExitCode is ExitCode.Ok or ExitCode.NothingFound, $"{shown}: {run.ExitCode}\n{run.Output}\n{run.Error}");
            asked++;
        }

        Assert.True(asked >= 4, $"only {asked} questions are shown");
    }

    /// <summary>Verbs as they are typed, such as <c>db check</c>.</summary>
    private static IEnumerable<string> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0 ? [path] : command.Subcommands.SelectMany(child => Leaves(child, (path + " " + child.Name).Trim()));

    private static IEnumerable<string> SettingNames()
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return
        [
            .. from section in json.RootElement.EnumerateObject()
               where section.Name != "Logging"
               from name in section.Value.ValueKind == JsonValueKind.Object ? section.Value.EnumerateObject().Select(key => $"{section.Name}:{key.Name}") : [section.Name]
               select name,
        ];
    }

    // Lines of code blocks and inline code that call the program; `...` marks a form rather than a command.
    private static IEnumerable<string> Shown() =>
        from Match match in Called().Matches(Readme)
        let words = match.Groups["words"].Value.Trim()
        where words.Length > 0 && !words.Contains("...", StringComparison.Ordinal)
        select words;

    private static string[] Words(string shown) =>
        [.. WordOrQuoted().Matches(shown.Split("  #")[0]).Select(word => word.Value.Trim('"').Trim('[', ']'))];

    [GeneratedRegex("(?:(?:^    |`)(?:hypewatch|dotnet run --project src/HypeWatch\\.App --) )(?<words>[^`\\r\\n]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Called();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 1000)]
    private static partial Regex WordOrQuoted();

    [GeneratedRegex("^(?:claims|flags|show|trace|source list|digest preview|db check|doctor)\\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reading();
}
