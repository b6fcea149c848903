using HypeWatch.Model;
using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>Writes each complete answer, kept or fresh, to a file of recordings, once per request.</summary>
public sealed class RecordingChatClient : WholeReplyChatClient
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly TimeProvider time;

    /// <summary>Puts the recorder around a client.</summary>
    /// <param name="inner">The client.</param>
    /// <param name="path">The file; it is made with its folder, or added to.</param>
    /// <param name="time">Dates the answers.</param>
    /// <exception cref="HypeWatchException">The file is there and holds something else.</exception>
    public RecordingChatClient(IChatClient inner, string path, TimeProvider time)
        : base(inner)
    {
        (this.path, this.time) = (Path.GetFullPath(path), time);
        if (File.Exists(this.path) && new FileInfo(this.path).Length > 0) written.UnionWith(Recordings.Read(this.path).ByKey.Keys);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
    }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        var response = await base.GetResponseAsync(conversation, options, cancellationToken);
        if (!CachingChatClient.IsComplete(response, options)) return response;
        var model = ModelOf(options);
        var recording = new Recording(
            ReplyKey.Of(model, conversation, options), PurposeOf(options), model, DateOnly.FromDateTime((response.CreatedAt ?? time.GetUtcNow()).UtcDateTime),
            response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0, response.Text);
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (written.Add(recording.Key)) await File.AppendAllTextAsync(path, Recordings.Line(recording) + "\n", CancellationToken.None);
        }
        finally
        {
            gate.Release();
        }

        return response;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) gate.Dispose();
        base.Dispose(disposing);
    }
}
