using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("show")]
    [InlineData("add")]
    [InlineData("claims", "--type", "T99")]
    [InlineData("flags", "--kind", "opinion")]
    [InlineData("flags", "--min-severity", "9")]
    [InlineData("flags", "--min-confidence", "2")]
    [InlineData("flags", "--code", "OC99")]
    [InlineData("claims", "--flag", "OC99")]
    [InlineData("predict", "import", "/absent/list.md")]
    [InlineData("claims", "--limit", "0")]
    [InlineData("digest")]
    public async Task A_command_line_that_makes_no_sense_ends_with_2_and_says_why(params string[] args)
    {
        var run = (await CommandRun.OfAsync(args)).Expect(ExitCode.Usage);
        Assert.StartsWith("hypewatch: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("as a whole number", "flags", "--min-severity", "x")]
    [InlineData("see hypewatch flags --help", "flags", "--min-severity", "x")]
    [InlineData("see hypewatch predict import --help", "predict", "import")]
    [InlineData("see hypewatch --help", "nonsense")]
    public async Task What_is_wrong_is_said_in_words_with_the_help_of_the_verb(string words, params string[] args) =>
        Assert.Contains(words, (await CommandRun.OfAsync(args)).Expect(ExitCode.Usage).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELEC 1")]
    [InlineData("DELETE FROM claims_v")]
    public async Task A_statement_that_cannot_be_asked_is_a_matter_of_usage(string sql)
    {
        using var folder = new TemporaryFolder();
        folder.Write("paper.html", AddTests.Page);
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        (await CommandRun.OfAsync("sql", sql, "--data-directory", folder.Data)).Expect(ExitCode.Usage);
    }

    [Theory]
    [InlineData("""{ "Smtp": { "Port": "two" } }""", "Smtp:Port: 'two' is no whole number")]
    [InlineData("{ \"Smtp\": ", "hypewatch.json is no valid JSON")]
    public async Task A_setting_that_makes_no_sense_is_named(string settings, string words)
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/hypewatch.json", settings);
        var run = (await CommandRun.OfAsync("doctor", "--data-directory", folder.Data)).Expect(ExitCode.Failed);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'nonsense'", "nonsense")]
    [InlineData("'nonsense'", "db", "nonsense")]
    [InlineData("'OC99'", "flags", "--code", "OC99")]
    [InlineData("list.md", "predict", "import", "/absent/list.md")]
    public async Task The_message_names_what_is_wrong(string named, params string[] args) =>
        Assert.Contains(named, (await CommandRun.OfAsync(args)).Expect(ExitCode.Usage).Error.Split('\n')[0], StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_no_database_is_named_with_the_remedy()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/hypewatch.db", "nothing of the sort, but long enough to be taken for a file");
        var run = (await CommandRun.OfAsync("claims", "--data-directory", folder.Data)).Expect(ExitCode.Failed);
        Assert.Contains("hypewatch.db is no SQLite database", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_made_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "x");
        var run = (await CommandRun.OfAsync("add", file, "--data-directory", Path.Combine(file, "below"))).Expect(ExitCode.Failed);
        Assert.Contains("cannot be made", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_names_every_verb()
    {
        var run = (await CommandRun.OfAsync()).Expect(ExitCode.Ok);
        foreach (var verb in (string[])["run", "demo", "add", "trace", "claims", "flags", "show", "digest", "source", "db", "doctor"])
            Assert.Contains("  " + verb, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("flags")]
    [InlineData("show", "clm-1")]
    [InlineData("trace", "https://example.org/")]
    [InlineData("digest", "preview")]
    [InlineData("db", "check")]
    public async Task A_question_before_there_is_a_database_finds_nothing_and_makes_none(params string[] args)
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandRun.OfAsync([.. args, "--data-directory", folder.Data])).Expect(ExitCode.NothingFound);
        Assert.Contains("no database", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Data));
    }

    [Theory]
    [InlineData("""{ "Predictions": { "MinimumItems": 0 } }""", "Predictions:MinimumItems")]
    [InlineData("""{ "Sources": [ { "Name": "x", "Url": "ftp://example.org" } ] }""", "Sources:0:Url")]
    [InlineData("""{ "Llm": { "Model": "m" } }""", "Llm:ApiKey")]
    [InlineData("{ nonsense", "hypewatch.json")]
    public async Task A_wrong_setting_ends_with_3_and_one_line_that_names_it(string settings, string named)
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/hypewatch.json", settings);
        var run = (await CommandRun.OfAsync("doctor", "--data-directory", folder.Data)).Expect(ExitCode.Failed);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_users_list_of_sources_replaces_the_built_in_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/hypewatch.json", """{ "Sources": [ { "Name": "Mine", "Url": "https://example.org/feed" } ] }""");
        var run = (await CommandRun.OfAsync("source", "list", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Equal("Mine", Assert.Single(run.Json.GetProperty("rows").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Sources_that_need_a_contact_address_are_off_until_it_is_set()
    {
        using var folder = new TemporaryFolder();
        var before = (await CommandRun.OfAsync("source", "list", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Contains("Http:ContactAddress", before.Output, StringComparison.Ordinal);
        folder.Write("data/hypewatch.json", """{ "Http": { "ContactAddress": "someone@example.org" } }""");
        var after = (await CommandRun.OfAsync("source", "list", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.DoesNotContain("Http:ContactAddress", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_calls_no_database_well_that_it_could_not_look_for()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("no-folder", "");
        var run = (await CommandRun.OfAsync("doctor", "--data-directory", file)).Expect(ExitCode.Failed);
        Assert.Contains("not checked", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not there yet", run.Output, StringComparison.Ordinal);
    }
}
