using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HypeWatch.Digests;

/// <summary>
/// Draws a chart as a PNG: a row of bars for each kind, with its name, and the number above each bar. The paper is part of the picture, so that it reads the
/// same on a dark page. Deterministic.
/// </summary>
public static class ChartPicture
{
    /// <summary>Width in pixels; shown at half of it, so that it is sharp on fine screens.</summary>
    public const int Width = 1136;

    private const int Scale = 4, GlyphWidth = 5, GlyphHeight = 7, Margin = 12, Left = 296, RowHeight = 116, BarWidth = 56, Bottom = 48;
    private const byte Paper = 0, Ink = 1, Hairline = 2;

    // Paper, ink, hairline, then a colour for each kind: the accents of the page.
    private static readonly byte[] Palette = [0xff, 0xfd, 0xf8, 0x1f, 0x1f, 0x1c, 0xd8, 0xd4, 0xc8, 0x8a, 0x4b, 0x08, 0x1f, 0x4e, 0x79, 0x1d, 0x5a, 0x52, 0x5b, 0x5b, 0x55];

    // Five columns of seven bits each, the top bit lowest.
    private static readonly Dictionary<char, byte[]> Font = new()
    {
        ['0'] = [0x3e, 0x51, 0x49, 0x45, 0x3e], ['1'] = [0x00, 0x42, 0x7f, 0x40, 0x00], ['2'] = [0x42, 0x61, 0x51, 0x49, 0x46], ['3'] = [0x21, 0x41, 0x45, 0x4b, 0x31],
        ['4'] = [0x18, 0x14, 0x12, 0x7f, 0x10], ['5'] = [0x27, 0x45, 0x45, 0x45, 0x39], ['6'] = [0x3c, 0x4a, 0x49, 0x49, 0x30], ['7'] = [0x01, 0x71, 0x09, 0x05, 0x03],
        ['8'] = [0x36, 0x49, 0x49, 0x49, 0x36], ['9'] = [0x06, 0x49, 0x49, 0x29, 0x1e], ['a'] = [0x20, 0x54, 0x54, 0x54, 0x78],
        ['c'] = [0x38, 0x44, 0x44, 0x44, 0x20], ['e'] = [0x38, 0x54, 0x54, 0x54, 0x18], ['g'] = [0x0c, 0x52, 0x52, 0x52, 0x3e], ['i'] = [0x00, 0x44, 0x7d, 0x40, 0x00],
        ['l'] = [0x00, 0x41, 0x7f, 0x40, 0x00], ['m'] = [0x7c, 0x04, 0x18, 0x04, 0x78], ['n'] = [0x7c, 0x08, 0x04, 0x04, 0x78], ['o'] = [0x38, 0x44, 0x44, 0x44, 0x38],
        ['p'] = [0x7c, 0x14, 0x14, 0x14, 0x08], ['r'] = [0x7c, 0x08, 0x04, 0x04, 0x08], ['t'] = [0x04, 0x3f, 0x44, 0x40, 0x20], ['v'] = [0x1c, 0x20, 0x40, 0x20, 0x1c],
        ['w'] = [0x3c, 0x40, 0x30, 0x40, 0x3c], ['x'] = [0x44, 0x28, 0x10, 0x28, 0x44],
    };

    /// <summary>The picture.</summary>
    public static byte[] Draw(DigestChart chart)
    {
        var height = (chart.Rows.Count * RowHeight) + Bottom;
        var pixels = new byte[Width * height];
        var most = Math.Max(1, chart.Rows.Max(row => row.Counts.Max()));
        var step = (Width - Left - Margin) / Math.Max(1, chart.Weeks.Count);
        for (var r = 0; r < chart.Rows.Count; r++)
        {
            var floor = ((r + 1) * RowHeight) - 8;
            Write(pixels, Margin, floor - (Scale * GlyphHeight), chart.Rows[r].Name);
            Fill(pixels, Left, floor, Width - Left - Margin, 2, Hairline);
            for (var w = 0; w < chart.Weeks.Count; w++)
            {
                var count = chart.Rows[r].Counts[w];
                var bar = count * (RowHeight - 52) / most;
                if (count > 0) bar = Math.Max(bar, 4);
                var x = Left + (w * step) + ((step - BarWidth) / 2);
                Fill(pixels, x, floor - bar, BarWidth, bar, (byte)(3 + (r % 4)));
                if (count > 0) Centred(pixels, x, floor - bar - 36, count.ToString(CultureInfo.InvariantCulture));
            }
        }

        for (var w = 0; w < chart.Weeks.Count; w++) Centred(pixels, Left + (w * step) + ((step - BarWidth) / 2), height - 36, chart.Weeks[w]);
        return Png(pixels, height);
    }

    private static void Centred(byte[] pixels, int x, int y, string text) => Write(pixels, x + ((BarWidth - (text.Length * (GlyphWidth + 1) * Scale)) / 2), y, text);

    private static void Write(byte[] pixels, int x, int y, string text)
    {
        foreach (var c in text)
        {
            if (Font.TryGetValue(c, out var columns))
            {
                for (var i = 0; i < GlyphWidth; i++)
                    for (var j = 0; j < GlyphHeight; j++)
                        if ((columns[i] >> j & 1) == 1) Fill(pixels, x + (i * Scale), y + (j * Scale), Scale, Scale, Ink);
            }

            x += (GlyphWidth + 1) * Scale;
        }
    }

    private static void Fill(byte[] pixels, int x, int y, int width, int height, byte colour)
    {
        for (var line = Math.Max(0, y); line < y + height; line++) pixels.AsSpan((line * Width) + x, width).Fill(colour);
    }

    private static byte[] Png(byte[] pixels, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3); // eight bits a pixel, each the number of a colour of the palette
        Chunk(file, "IHDR", header);
        Chunk(file, "PLTE", Palette);
        using var data = new MemoryStream();
        using (var zip = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var line = 0; line < height; line++)
            {
                zip.WriteByte(Paper); // no filter
                zip.Write(pixels, line * Width, Width);
            }
        }

        Chunk(file, "IDAT", data.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string name, byte[] content)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        file.Write(number);
    }

    // CRC-32 of ISO 3309, as PNG asks.
    private static uint Checksum(byte[] bytes)
    {
        var sum = 0xffffffffu;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xedb88320u : sum >> 1;
        }

        return ~sum;
    }
}
