using System.Text;
using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace HypeWatch.App.Tests.Cli;

public sealed class RedactTests : IDisposable
{
    private const string Words = "detect deception in all language models";

    private static readonly string[] HolderOfAuthors = ["documents", "versions", "snapshots", "items"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_text_that_was_taken_out_is_in_no_row_and_no_object_and_every_address_says_so()
    {
        await AddAsync();
        (await RunAsync("digest", "preview")).Expect(ExitCode.Ok);
        var claim = (await RunAsync("claims", "deception", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows")[0].GetProperty("claim");
        var (id, document) = (claim.GetProperty("id").GetString()!, claim.GetProperty("document").GetString()!);
        var flag = (await RunAsync("flags", "--all", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows")[0].GetProperty("flag").GetProperty("id").GetString()!;
        await using (var before = await RunningSite.StartAsync(folder)) Assert.Contains(Words, await before.Web.GetStringAsync("/c/" + id), StringComparison.Ordinal);

        var report = (await RunAsync("redact", id, "--reason", "at the author's wish", "--by", "Ann", "--json")).Expect(ExitCode.Ok).Json.GetProperty("redaction");
        Assert.Equal((document, 1, 1), (report.GetProperty("document").GetString(), report.GetProperty("versions").GetInt32(), report.GetProperty("objects").GetInt32()));
        Assert.DoesNotContain(Words, AllText(), StringComparison.Ordinal);
        var shown = (await RunAsync("show", id)).Expect(ExitCode.Ok).Output;
        Assert.Contains("at the author's wish", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, shown, StringComparison.Ordinal);
        Assert.Contains("at the author's wish", (await RunAsync("lineage", id)).Expect(ExitCode.NothingFound).Error, StringComparison.Ordinal);
        Assert.Contains("1 text taken out", (await RunAsync("db", "check")).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);

        await using var site = await RunningSite.StartAsync(folder);
        var page = await site.Web.GetStringAsync("/c/" + id);
        Assert.Contains("at the author&#x27;s wish", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, page, StringComparison.Ordinal);
        Assert.Contains("at the author&#x27;s wish", await site.Web.GetStringAsync("/d/" + document), StringComparison.Ordinal);
        Assert.Contains("no longer raised", await site.Web.GetStringAsync("/f/" + flag), StringComparison.Ordinal);
        Assert.Equal("[]", JsonDocument.Parse(await site.Web.GetStringAsync("/flags.json?all=1")).RootElement.GetProperty("rows").GetRawText());
        var listed = JsonDocument.Parse(await site.Web.GetStringAsync("/sql.json?sql=" + Uri.EscapeDataString("select reason from redactions_v"))).RootElement;
        Assert.Equal("at the author's wish", listed.GetProperty("rows")[0][0].GetString());
    }

    [Fact]
    public async Task No_page_of_the_file_keeps_its_words_nor_what_was_announced_or_read_of_it_its_authors()
    {
        folder.Write("paper.source.json", """{"authors": ["Perpetua Quillfeather"], "url": "https://leek.example/paper"}""");
        await AddAsync();
        var document = (await RunAsync("claims", "deception", "--json")).Json.GetProperty("rows")[0].GetProperty("claim").GetProperty("document").GetString()!;
        Assert.Contains("Quillfeather", AllText(HolderOfAuthors), StringComparison.Ordinal);
        Assert.Contains(Words, Bytes(), StringComparison.Ordinal);
        (await RunAsync("redact", document, "--reason", "a wish", "--by", "Ann")).Expect(ExitCode.Ok);
        Assert.DoesNotContain("Quillfeather", AllText(HolderOfAuthors), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, Bytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_read_again_and_others_are_left_as_they_were()
    {
        await AddAsync();
        folder.Write("other.html", AddTests.Page.Replace("Latents of one layer", "Latents of another layer", StringComparison.Ordinal).Replace(Words, "find lies in some models", StringComparison.Ordinal));
        (await RunAsync("add", Path.Combine(folder.Path, "other.html"))).Expect(ExitCode.Ok);
        var document = (await RunAsync("claims", "deception", "--json")).Json.GetProperty("rows")[0].GetProperty("claim").GetProperty("document").GetString()!;
        (await RunAsync("redact", document, "--reason", "a wish", "--by", "Ann")).Expect(ExitCode.Ok);
        var again = await RunAsync("add", Path.Combine(folder.Path, "paper.html"), "--json");
        Assert.Contains("its text was taken out, and is not read again: a wish", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, AllText(), StringComparison.Ordinal);
        Assert.NotEmpty((await RunAsync("claims", "lies", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows").EnumerateArray());
        (await RunAsync("db", "check")).Expect(ExitCode.Ok);
        (await RunAsync("db", "backup", Path.Combine(folder.Path, "backup"))).Expect(ExitCode.Ok);
    }

    [Theory]
    [InlineData("doc-none", "a reason", ExitCode.NothingFound)]
    [InlineData("doc-none", " ", ExitCode.Usage)]
    public async Task What_is_not_there_or_has_no_reason_is_refused(string id, string reason, int code)
    {
        await AddAsync();
        (await RunAsync("redact", id, "--reason", reason, "--by", "Ann")).Expect(code);
    }

    private async Task AddAsync()
    {
        folder.Write("paper.html", AddTests.Page);
        (await RunAsync("add", Path.Combine(folder.Path, "paper.html"))).Expect(ExitCode.Ok);
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--data-directory", folder.Data]);

    // The file as it lies on the disk, and the log beside it.
    private string Bytes() => string.Concat(Directory.EnumerateFiles(folder.Data, "hypewatch.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));

    // Every text of every row, and every archived object.
    private string AllText(params string[] only)
    {
        var all = new StringBuilder();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Data, "hypewatch.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        var tables = new List<string>();
        using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
            using var names = list.ExecuteReader();
            while (names.Read())
                if (only.Length == 0 || only.Contains(names.GetString(0))) tables.Add(names.GetString(0));
        }

        foreach (var table in tables)
        {
            using var read = connection.CreateCommand();
            read.CommandText = $"SELECT * FROM \"{table}\"";
            using var rows = read.ExecuteReader();
            while (rows.Read())
                for (var i = 0; i < rows.FieldCount; i++) all.Append(rows.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : rows.GetValue(i)).Append('\n');
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Data, "archive"), "*.br", SearchOption.AllDirectories))
        {
            using var packed = new System.IO.Compression.BrotliStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress);
            using var reader = new StreamReader(packed);
            all.Append(reader.ReadToEnd());
        }

        return all.ToString();
    }
}
