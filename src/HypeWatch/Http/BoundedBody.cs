using System.Buffers;

namespace HypeWatch.Http;

/// <summary>
/// Reads a body up to a limit. Counted after decompression, since the length in the header says nothing about what a small archive unfolds to; what is longer is not
/// read to its end.
/// </summary>
internal static class BoundedBody
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Reads a body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="limit">Most bytes that are read.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>Its bytes, at most <paramref name="limit"/>, and whether there are more.</returns>
    /// <exception cref="InvalidDataException">A compressed body is damaged.</exception>
    public static async Task<(byte[] Bytes, bool IsLonger)> ReadAsync(HttpResponseMessage response, long limit, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        var held = 0;
        try
        {
            // The first chunk is all of most answers.
            while (held < chunk.Length && await stream.ReadAsync(chunk.AsMemory(held), ct) is > 0 and var read) held += read;
            if (held > limit) return (chunk.AsSpan(0, (int)limit).ToArray(), true);
            if (held < chunk.Length) return (chunk.AsSpan(0, held).ToArray(), false);

            using var body = new MemoryStream(ChunkBytes * 4);
            body.Write(chunk, 0, held);
            while (await stream.ReadAsync(chunk, ct) is > 0 and var read)
            {
                var room = limit - body.Length;
                body.Write(chunk, 0, (int)Math.Min(read, room));
                if (read > room) return (body.ToArray(), true);
            }

            return (body.ToArray(), false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
