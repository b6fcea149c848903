using System.Text;
using HypeWatch.Archiving;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Archiving;

public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Archive archive;

    public ArchiveTests() => archive = new(folder.Path);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("a short page")]
    [InlineData("\0\u00ff")]
    public async Task What_is_stored_comes_back_byte_for_byte(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        var sha256 = await archive.StoreAsync(bytes, CancellationToken.None);

        Assert.Equal(ContentId.Sha256(bytes), sha256);
        Assert.Equal(bytes, await archive.ReadAsync(sha256, CancellationToken.None));
        Assert.True(File.Exists(FileOf(sha256)));
    }

    [Fact]
    public async Task The_same_bytes_are_one_object_also_when_stored_at_once()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('x', 100_000));

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => archive.StoreAsync(bytes, CancellationToken.None))));

        Assert.Single(all.Distinct(StringComparer.Ordinal));
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.True(new FileInfo(FileOf(all[0])).Length < 1_000);
    }

    [Fact]
    public async Task A_file_left_over_from_a_killed_run_is_ignored()
    {
        var sha256 = await archive.StoreAsync("whole"u8.ToArray(), CancellationToken.None);
        folder.Write("tmp/abcdefgh.xyz", "half");
        folder.Write($"{sha256[..2]}/notes.br", "foreign");

        var found = await VerifyAsync();

        Assert.Equal([new ArchiveObject(sha256, 5, null)], found);
        Assert.Equal(sha256, await archive.StoreAsync("whole"u8.ToArray(), CancellationToken.None));
    }

    [Fact]
    public async Task A_store_that_is_cancelled_leaves_no_object()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => archive.StoreAsync(new byte[1_000], cancelled.Token));

        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Changed_cut_and_missing_objects_are_told_apart_and_the_others_still_read()
    {
        var good = await archive.StoreAsync("good"u8.ToArray(), CancellationToken.None);
        var other = await archive.StoreAsync("other"u8.ToArray(), CancellationToken.None);
        var changed = await archive.StoreAsync("changed"u8.ToArray(), CancellationToken.None);
        var cut = await archive.StoreAsync(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 5_000))), CancellationToken.None);
        File.Copy(FileOf(other), FileOf(changed), overwrite: true);
        await using (var file = File.OpenWrite(FileOf(cut))) file.SetLength(file.Length / 2);

        var found = (await VerifyAsync()).ToDictionary(one => one.Sha256, one => one.Damage);

        Assert.Null(found[good]);
        Assert.Null(found[other]);
        Assert.Contains("another hash", found[changed], StringComparison.Ordinal);
        Assert.NotNull(found[cut]);
        await Assert.ThrowsAsync<ArchiveDamagedException>(() => archive.ReadAsync(cut, CancellationToken.None));
        var missing = await Assert.ThrowsAsync<ArchiveDamagedException>(() => archive.ReadAsync(ContentId.Sha256("never stored"), CancellationToken.None));
        Assert.Contains("no such file", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storing_the_bytes_of_a_damaged_object_repairs_it()
    {
        var sha256 = await archive.StoreAsync("whole"u8.ToArray(), CancellationToken.None);
        await File.WriteAllTextAsync(FileOf(sha256), "");

        await archive.StoreAsync("whole"u8.ToArray(), CancellationToken.None);

        Assert.Equal("whole"u8.ToArray(), await archive.ReadAsync(sha256, CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("ABCDEF")]
    public async Task What_is_no_hash_is_no_path_either(string sha256) =>
        await Assert.ThrowsAsync<ArgumentException>(() => archive.ReadAsync(sha256, CancellationToken.None));

    [Fact]
    public async Task An_archive_that_does_not_exist_yet_has_no_damage()
    {
        var found = new List<ArchiveObject>();
        await foreach (var one in new Archive(Path.Combine(folder.Path, "none")).VerifyAllAsync(CancellationToken.None)) found.Add(one);
        Assert.Empty(found);
    }

    private async Task<List<ArchiveObject>> VerifyAsync()
    {
        var found = new List<ArchiveObject>();
        await foreach (var one in archive.VerifyAllAsync(CancellationToken.None)) found.Add(one);
        return found;
    }

    private string FileOf(string sha256) => Path.Combine(folder.Path, sha256[..2], sha256[2..] + ".br");
}
