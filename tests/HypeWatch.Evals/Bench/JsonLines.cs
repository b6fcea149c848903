using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HypeWatch.Evals.Bench;

/// <summary>Reads the sets' files.</summary>
internal static class JsonLines
{
    /// <summary>The objects of a file of JSON lines; a name that ends in <c>.gz</c> is unpacked.</summary>
    public static async IAsyncEnumerable<JsonElement> ReadAsync(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        await using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line.Length == 0) continue;
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }
}
