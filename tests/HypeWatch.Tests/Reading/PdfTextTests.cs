using System.Text;
using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

/// <summary>The child process, with small scripts in the place of the PDF program; they need a shell.</summary>
public sealed class PdfTextTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hypewatch-pdf");

    public void Dispose() => folder.Delete(recursive: true);

    [ShellFact]
    public async Task The_text_comes_from_the_program()
    {
        var version = Assert.IsType<Readable>(await ReadWithAsync("cat > /dev/null; printf 'Gears of Otter\\n\\nOtters turn gears. They do so\\nslow-\\nly and well.\\n'")).Version;
        Assert.Equal("pdf/1", version.ExtractionMethod);
        Assert.Contains(version.Passages, passage => version.TextOf(passage) == "They do so slowly and well.");
    }

    [ShellTheory]
    [InlineData(1, "the PDF is damaged or cut short: fetch it again (")]
    [InlineData(3, "the PDF forbids that its text is taken: read another edition of it")]
    [InlineData(99, "code 99: Syntax Error: no trailer")]
    public async Task A_failing_program_is_reported_with_what_to_do(int code, string reason)
    {
        var outcome = Assert.IsType<Unreadable>(await ReadWithAsync($"echo 'Syntax Error: no trailer' >&2; exit {code}"));
        Assert.Contains(reason, outcome.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paper.pdf", "Sorry, this paper has moved.")]
    [InlineData("paper.PDF", "\0\u0001\u0002\u0003")]
    public async Task A_file_that_only_bears_the_name_of_a_pdf_is_refused_or_passed_over(string name, string content)
    {
        var outcome = Assert.IsType<Unreadable>(await SavedPage.ReadAsync(Encoding.UTF8.GetBytes(content), "file:///folder/" + name));
        Assert.Contains(outcome.IsSkip ? "a binary file" : "bears the name of a PDF and is none", outcome.Reason, StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task An_endless_program_is_stopped_at_the_limit_of_time()
    {
        var outcome = Assert.IsType<Unreadable>(await ReadWithAsync("exec sleep 600", new() { PdfTimeout = TimeSpan.FromSeconds(1) }));
        Assert.Contains("Reading:PdfTimeout", outcome.Reason, StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task An_endless_text_is_stopped_at_the_limit_of_size()
    {
        var outcome = Assert.IsType<Unreadable>(await ReadWithAsync("yes otters", new() { MaxCharacters = 10_000 }));
        Assert.Contains("more than 10000 characters", outcome.Reason, StringComparison.Ordinal);
    }

    private async Task<ReadOutcome> ReadWithAsync(string script, ReadingOptions? options = null)
    {
        var program = Path.Combine(folder.FullName, "tool");
        await File.WriteAllTextAsync(program, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        options ??= new();
        options.PdfTool = program;
        return await SavedPage.ReadAsync(Encoding.ASCII.GetBytes("%PDF-1.7 pretend"), options: options);
    }
}

/// <summary>A test that starts a shell script; shown as skipped where there is no shell.</summary>
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "starts a shell script";
    }
}

/// <summary>Several cases of a test that starts a shell script.</summary>
public sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "starts a shell script";
    }
}
