using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Reading;
using HypeWatch.Sources;
using Microsoft.Extensions.Options;

namespace HypeWatch.Evals;

/// <summary>
/// One of the two ways to claims, as the program builds it: by rules, or with a language model whose recorded answers are played. A missing recording is counted
/// and its document has no claims; nothing steps in for it.
/// </summary>
internal sealed class ClaimPath
{
    private readonly Func<DocumentVersion, CancellationToken, Task<ClaimSet>> extract;
    private readonly List<string> missing = [];

    private ClaimPath(string name, Func<DocumentVersion, CancellationToken, Task<ClaimSet>> extract) => (Name, this.extract) = (name, extract);

    /// <summary><c>offline</c>, or the model's name with the day of its answers.</summary>
    public string Name { get; }

    /// <summary>What was missing, one line a document.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>The rules.</summary>
    public static ClaimPath Offline() => new("offline", ClaimsServices.Offline(new LexiconSet()).ExtractAsync);

    /// <summary>The model path on recordings.</summary>
    /// <param name="path">A file or folder of recordings (see <see cref="Recording"/>).</param>
    /// <exception cref="HypeWatchException">There are none, or they are of several models.</exception>
    public static ClaimPath Recorded(string path)
    {
        var model = RecordedModel.Play(path);
        return new(model.Name, ClaimsServices.OnModel(new LexiconSet(), model.Runner, model.Settings).ExtractAsync);
    }

    /// <summary>The path that an option names: recordings, or without them the rules.</summary>
    public static ClaimPath Of(FileSystemInfo? recordings) => recordings is null ? Offline() : Recorded(recordings.FullName);

    /// <summary>The claims of a version; none when a recording is missing.</summary>
    public async Task<ClaimSet> ExtractAsync(DocumentVersion version, CancellationToken ct)
    {
        try
        {
            return await extract(version, ct);
        }
        catch (LlmRecordingMissingException gap)
        {
            missing.Add($"{version.Document.Title}: {gap.Message}");
            return new(version.Id, [], [], new("model", 0, 0, 0, 0, 0, gap.Message));
        }
    }

    /// <summary>Prints what was missing and says whether nothing was.</summary>
    public bool ReportMissing()
    {
        Console.WriteLine(FormattableString.Invariant($"path: {Name}; documents with a missing recording: {missing.Count}"));
        foreach (var line in missing) Console.WriteLine($"missing: {line}");
        return missing.Count == 0;
    }

    /// <summary>Reads a file as <c>hypewatch add</c> does, with what the sidecar beside it says.</summary>
    /// <exception cref="HypeWatchException">It cannot be read.</exception>
    public static async Task<DocumentVersion> ReadAsync(string file, CancellationToken ct)
    {
        var item = (await LocalInput.ExpandAsync(file, ct)).Items.Single();
        var bytes = await File.ReadAllBytesAsync(file, ct);
        var snapshot = new Snapshot(new("snp-eval"), item, default, ContentId.Sha256(bytes), bytes.Length, "text/plain");
        return await new Reader(Options.Create(new ReadingOptions()), TimeProvider.System).ReadAsync(snapshot, bytes, ct) switch
        {
            Readable readable => readable.Version,
            Unreadable unreadable => throw new HypeWatchException($"{Path.GetFileName(file)}: {unreadable.Reason}"),
            var other => throw new InvalidOperationException($"unexpected reading {other}"),
        };
    }
}
