using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace HypeWatch.Reading;

/// <summary>Turns a PDF into text with poppler's pdftotext as a child process, bounded in time and output. The file goes in and the text comes out through pipes.</summary>
internal sealed class PdfText(ReadingOptions options, TimeProvider time)
{
    /// <summary>Readers accept what mail gateways and servers put before the mark, within this many bytes.</summary>
    private const int LongestPreamble = 1024;
    private const int CannotOpen = 1;
    private const int Forbidden = 3;

    /// <summary>Whether some bytes begin as a PDF does.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, LongestPreamble)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>The text of a PDF, columns one after the other.</summary>
    /// <exception cref="UnreadableException">The program is missing, failed, or met a limit.</exception>
    public async Task<string> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken ct)
    {
        if (!IsMarked(pdf.Span)) throw new UnreadableException("the file bears the name of a PDF and is none: fetch it again, or give it the name of what it is");
        using var deadline = new CancellationTokenSource(options.PdfTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        using var process = Start();
        try
        {
            var writing = WriteAsync(process, pdf, either.Token);
            var complaint = ReadAsync(process.StandardError.BaseStream, 4_000, either.Token);
            var text = await ReadAsync(process.StandardOutput.BaseStream, options.MaxCharacters, either.Token);
            await writing;
            var error = await complaint;
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode switch
            {
                0 => text,
                CannotOpen => throw new UnreadableException($"the PDF is damaged or cut short: fetch it again ({options.PdfTool}: {FirstLine(error)})"),
                Forbidden => throw new UnreadableException("the PDF forbids that its text is taken: read another edition of it"),
                var code => throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"{options.PdfTool} ended with code {code}: {FirstLine(error)}")),
            };
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"{options.PdfTool} did not end within {options.PdfTimeout.TotalSeconds} s; raise Reading:PdfTimeout if the file is genuine"));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(options.PdfTool)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var argument in (string[])["-enc", "UTF-8", "-", "-"]) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start) ?? throw new UnreadableException($"{options.PdfTool} did not start");
        }
        catch (Win32Exception)
        {
            throw new UnreadableException($"PDF needs the program {options.PdfTool}, which was not found: install poppler-utils, or name it in Reading:PdfTool");
        }
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program closed its end early; its exit code and message tell why.
        }
    }

    private async Task<string> ReadAsync(Stream stream, int limit, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[65_536];
        for (int count; (count = await stream.ReadAsync(chunk, ct)) > 0;)
        {
            buffer.Write(chunk, 0, count);
            if (buffer.Length > 4L * limit) throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"{options.PdfTool} gave more than {limit} characters"));
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static string FirstLine(string text) => text.Split('\n')[0] is { Length: > 0 } line ? line.Length > 200 ? line[..200] : line : "no message";
}
