using HypeWatch.Digests;
using HypeWatch.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Digests;

public sealed class OutboxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hypewatch-outbox");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Each_recipient_gets_mail_text_and_html_under_the_week()
    {
        var entries = await Write(new() { Recipients = ["a@example.org", "b@example.org"] }, SampleDigest.MadeAt);
        Assert.Equal(["a@example.org", "b@example.org"], entries.Select(entry => entry.Recipient));
        var week = Path.Combine(folder.FullName, "2031-W21");
        Assert.Equal(6, Directory.GetFiles(week).Length);
        Assert.All(entries, entry => Assert.Equal(Path.Combine(week, ContentId.Sha256(entry.Recipient)[..16] + ".eml"), entry.Mail));
        Assert.All(entries, entry => Assert.True(entry.Changed && File.Exists(entry.Mail) && File.Exists(entry.Text) && File.Exists(entry.Html)));
        Assert.DoesNotContain("a@example.org", string.Concat(Directory.GetFiles(week)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_the_same_digest_later_leaves_the_same_bytes()
    {
        var first = Assert.Single(await Write(new(), SampleDigest.MadeAt));
        var bytes = await File.ReadAllBytesAsync(first.Mail);
        var again = Assert.Single(await Write(new(), SampleDigest.MadeAt.AddDays(1)));
        Assert.False(again.Changed);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(again.Mail));
    }

    [Fact]
    public async Task A_digest_that_says_something_else_replaces_the_old_one()
    {
        await Write(new(), SampleDigest.MadeAt);
        var issue = new DigestComposer(new()).Compose(SampleDigest.Empty with { MadeAt = SampleDigest.MadeAt.AddDays(1) });
        var entry = Assert.Single(await new Outbox(new(new())).WriteAsync(folder.FullName, issue, CancellationToken.None));
        Assert.True(entry.Changed);
        Assert.Contains("\r\nDate: Tue, 27 May 2031 06:00:00 +0000\r\n", await File.ReadAllTextAsync(entry.Mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_unfinished_file_stays_behind_and_an_old_one_does_no_harm()
    {
        var week = Directory.CreateDirectory(Path.Combine(folder.FullName, "2031-W21")).FullName;
        await File.WriteAllTextAsync(Path.Combine(week, ContentId.Sha256(DigestSettings.Nobody)[..16] + ".eml.part"), "half a ma");
        await Write(new(), SampleDigest.MadeAt);
        Assert.Empty(Directory.GetFiles(week, "*.part"));
    }

    [Theory]
    [InlineData("Digest:From", "nobody")]
    [InlineData("Digest:Recipients:0", "a@b\r\nBcc: c@d")]
    [InlineData("Digest:BaseUrl", "ftp://watch.example")]
    [InlineData("Digest:BaseUrl", "https://watch.example")]
    public void Settings_that_cannot_work_are_named(string key, string value)
    {
        using var provider = Services(new() { [key] = value });
        var problem = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<DigestComposer>());
        Assert.Contains(key == "Digest:BaseUrl" && value.StartsWith("https", StringComparison.Ordinal) ? "Digest:UnsubscribeKey" : string.Join(':', key.Split(':')[..2]), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_read_from_their_section()
    {
        using var provider = Services(new() { ["Digest:Recipients:0"] = "a@example.org", ["Digest:SendWhenNothingNew"] = "false" });
        Assert.Equal(["a@example.org"], provider.GetRequiredService<EmlWriter>().Recipients);
        Assert.False(provider.GetRequiredService<DigestComposer>().Compose(SampleDigest.Empty).IsDue);
    }

    [Theory]
    [InlineData("2031-W21", true)]
    [InlineData("2026-W53", true)]
    [InlineData("2027-W53", false)]
    [InlineData("2031-W00", false)]
    [InlineData("2031-21", false)]
    [InlineData("../../etc", false)]
    [InlineData(null, false)]
    public void A_period_is_an_ISO_week(string? text, bool valid)
    {
        Assert.Equal(valid, DigestPeriod.TryParse(text, out var period));
        if (valid) Assert.Equal(text, period.ToString());
    }

    [Fact]
    public void A_week_starts_on_Monday_in_UTC()
    {
        Assert.Equal(new DigestPeriod(2031, 21), DigestPeriod.Of(new(2031, 5, 25, 23, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new DigestPeriod(2031, 22), DigestPeriod.Of(new(2031, 5, 25, 23, 59, 59, TimeSpan.FromHours(-1))));
        Assert.Equal((new DateOnly(2031, 5, 19), new DateOnly(2031, 5, 25)), (SampleDigest.Week.Monday, SampleDigest.Week.Sunday));
        Assert.Equal("2026-W01", DigestPeriod.Of(new(2025, 12, 29, 0, 0, 0, TimeSpan.Zero)).ToString());
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        new ServiceCollection().AddDigests(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();

    private Task<IReadOnlyList<OutboxEntry>> Write(DigestSettings settings, DateTimeOffset at) =>
        new Outbox(new(settings)).WriteAsync(folder.FullName, new DigestComposer(settings).Compose(SampleDigest.Full with { MadeAt = at }), CancellationToken.None);
}
