using System.Globalization;
using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>What was written for a recipient.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Mail">Path of the mail.</param>
/// <param name="Text">Path of its text.</param>
/// <param name="Html">Path of its HTML.</param>
/// <param name="Changed">Whether anything was written; false when the same digest lay there already.</param>
public sealed record OutboxEntry(string Recipient, string Mail, string Text, string Html, bool Changed);

/// <summary>
/// Writes digests as files: <c>&lt;period&gt;/&lt;hash of the recipient&gt;.eml</c>, <c>.txt</c> and <c>.html</c>. Each file appears whole or not at all.
/// The same digest written again leaves the same bytes, the date of the mail included.
/// </summary>
public sealed class Outbox(EmlWriter writer)
{
    private const string DateHeader = "\r\nDate: ";

    /// <summary>Writes the digest for every recipient of the settings. Does not look at <see cref="DigestIssue.IsDue"/>.</summary>
    /// <param name="directory">The outbox folder.</param>
    /// <param name="issue">The digest.</param>
    /// <param name="ct">Stops between files.</param>
    /// <exception cref="IOException">The folder can't be written to.</exception>
    public async Task<IReadOnlyList<OutboxEntry>> WriteAsync(string directory, DigestIssue issue, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(directory, issue.Period.ToString())).FullName;
        var entries = new List<OutboxEntry>();
        foreach (var recipient in writer.Recipients)
        {
            var stem = Path.Combine(folder, ContentId.Sha256(recipient.Trim().ToLowerInvariant())[..16]);
            var entry = new OutboxEntry(recipient, stem + ".eml", stem + ".txt", stem + ".html", false);
            var mail = writer.Write(issue, recipient, await DateOfAsync(entry.Mail, ct) ?? issue.MadeAt);
            if (!await IsSameAsync(entry.Mail, mail, ct)) mail = writer.Write(issue, recipient, issue.MadeAt);
            var changed = await PutAsync(entry.Text, writer.Text(issue, recipient), ct);
            changed |= await PutAsync(entry.Html, writer.Html(issue, recipient), ct);
            // The mail last: whoever watches for it finds its companions.
            changed |= await PutAsync(entry.Mail, mail, ct);
            entries.Add(entry with { Changed = changed });
        }

        return entries;
    }

    // The date of a mail that lies there already, so that the same digest keeps it.
    private static async Task<DateTimeOffset?> DateOfAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(file)) return null;
        var mail = await File.ReadAllTextAsync(file, ct);
        var start = mail.IndexOf(DateHeader, StringComparison.Ordinal);
        var end = start < 0 ? -1 : mail.IndexOf("\r\n", start + DateHeader.Length, StringComparison.Ordinal);
        return end > 0 && DateTimeOffset.TryParse(mail.AsSpan(start + DateHeader.Length, end - start - DateHeader.Length), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }

    private static async Task<bool> IsSameAsync(string file, string content, CancellationToken ct) =>
        File.Exists(file) && (await File.ReadAllBytesAsync(file, ct)).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(content));

    private static async Task<bool> PutAsync(string file, string content, CancellationToken ct)
    {
        if (await IsSameAsync(file, content, ct)) return false;
        var unfinished = file + ".part";
        await File.WriteAllBytesAsync(unfinished, Encoding.UTF8.GetBytes(content), ct);
        File.Move(unfinished, file, overwrite: true);
        return true;
    }
}
