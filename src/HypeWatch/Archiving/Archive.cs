using System.IO.Compression;
using System.Runtime.CompilerServices;
using HypeWatch.Model;

namespace HypeWatch.Archiving;

/// <summary>An object of the archive as the integrity check found it.</summary>
/// <param name="Sha256">The hash that its name states, lower-case hexadecimal.</param>
/// <param name="Length">Number of bytes after decompression; 0 when it could not be read.</param>
/// <param name="Damage">What is wrong with it; null when nothing is.</param>
public sealed record ArchiveObject(string Sha256, long Length, string? Damage);

/// <summary>An object of the archive is missing, or its bytes are not those that its name states.</summary>
public sealed class ArchiveDamagedException : HypeWatchException
{
    /// <summary>Makes the failure.</summary>
    internal ArchiveDamagedException(string sha256, string damage)
        : base($"The archived object {sha256} is damaged: {damage}. Restore it from a backup, or fetch its document again.") => Sha256 = sha256;

    /// <summary>The hash of the object that was asked for.</summary>
    public string Sha256 { get; }
}

/// <summary>
/// Everything that was read, byte for byte, outside the database: Brotli files <c>ab/cdef….br</c> named by the SHA-256 of their uncompressed bytes. An object
/// is written under another name and renamed when it lies on the disk, so that whatever has an object's name is whole, also after a kill.
/// </summary>
public sealed class Archive
{
    private const int HexDigits = 64;
    private const string Extension = ".br";
    private readonly string directory;
    private readonly string unfinished;

    /// <summary>Opens the archive; the directory is made with the first object.</summary>
    /// <param name="directory">Where it lies.</param>
    public Archive(string directory)
    {
        this.directory = directory;
        unfinished = Path.Combine(directory, "tmp");
    }

    /// <summary>Stores bytes, once however often they come, and returns their lower-case hexadecimal SHA-256.</summary>
    /// <exception cref="IOException">The disk is full or not writable.</exception>
    public async Task<string> StoreAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var sha256 = ContentId.Sha256(bytes.Span);
        var target = PathOf(sha256);
        // A damaged object is written anew: that is how fetching its document again repairs it.
        if (File.Exists(target) && (await VerifyAsync(sha256, ct)).Damage is null) return sha256;

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Directory.CreateDirectory(unfinished);
        var temporary = Path.Combine(unfinished, Path.GetRandomFileName());
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await using (var packed = new BrotliStream(file, CompressionLevel.Optimal, leaveOpen: true)) await packed.WriteAsync(bytes, ct);
                // On the disk before it gets its name: a rename can outlive a power cut that the data did not.
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return sha256;
    }

    /// <summary>The bytes with a hash, checked against it.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="ArchiveDamagedException">They are missing or not what they were.</exception>
    /// <exception cref="ArgumentException"><paramref name="sha256"/> is no such hash.</exception>
    public async Task<byte[]> ReadAsync(string sha256, CancellationToken ct)
    {
        if (!IsHash(sha256)) throw new ArgumentException($"'{sha256}' is no lower-case hexadecimal SHA-256.", nameof(sha256));
        try
        {
            await using var file = File.OpenRead(PathOf(sha256));
            await using var packed = new BrotliStream(file, CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            await packed.CopyToAsync(bytes, ct);
            var whole = bytes.ToArray();
            return ContentId.Sha256(whole) == sha256 ? whole : throw new ArchiveDamagedException(sha256, "its bytes have another hash");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArchiveDamagedException(sha256, "there is no such file");
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            throw new ArchiveDamagedException(sha256, "it cannot be decompressed");
        }
    }

    /// <summary>Takes an object out for good; nothing happens when there is none.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <exception cref="ArgumentException"><paramref name="sha256"/> is no such hash.</exception>
    public void Remove(string sha256)
    {
        if (!IsHash(sha256)) throw new ArgumentException($"'{sha256}' is no lower-case hexadecimal SHA-256.", nameof(sha256));
        if (File.Exists(PathOf(sha256))) File.Delete(PathOf(sha256));
    }

    /// <summary>Reads every object and compares it with its name, in the order of the names. Unfinished and foreign files are passed over.</summary>
    public async IAsyncEnumerable<ArchiveObject> VerifyAllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (!Directory.Exists(directory)) yield break;
        foreach (var folder in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal))
            {
                var sha256 = Path.GetFileName(folder) + Path.GetFileNameWithoutExtension(file);
                if (IsHash(sha256) && PathOf(sha256) == file) yield return await VerifyAsync(sha256, ct);
            }
        }
    }

    private async Task<ArchiveObject> VerifyAsync(string sha256, CancellationToken ct)
    {
        try
        {
            return new(sha256, (await ReadAsync(sha256, ct)).Length, null);
        }
        catch (ArchiveDamagedException exception)
        {
            return new(sha256, 0, exception.Message);
        }
    }

    private string PathOf(string sha256) => Path.Combine(directory, sha256[..2], sha256[2..] + Extension);

    private static bool IsHash(string text) => text.Length == HexDigits && text.All(char.IsAsciiHexDigitLower);
}
