using HypeWatch.Flags;
using HypeWatch.Flags.Hearings;
using HypeWatch.Http;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Evals;

/// <summary>A language model behind the program's own seam: its recorded answers are played, or a live endpoint's are recorded.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Settings">The settings that the seam was built with.</param>
/// <param name="Runner">Asks it.</param>
internal sealed record RecordedModel(string Name, LlmSettings Settings, PromptRunner Runner)
{
    /// <summary>Lets it hear releases.</summary>
    public FlagHearing Hearing() => new(Runner, PromptLibrary.Embedded(), Taxonomy.Load());

    /// <summary>Plays recordings.</summary>
    /// <param name="path">A file or folder of recordings (see <see cref="Recording"/>).</param>
    /// <exception cref="HypeWatchException">There are none, or they are of several models.</exception>
    public static RecordedModel Play(string path)
    {
        var recordings = Recordings.Read(path);
        if (recordings.ByKey.Values.Select(recording => recording.Model).Distinct(StringComparer.Ordinal).ToList() is not [var model])
            throw new HypeWatchException($"{path} holds recordings of several models; name a file of one");
        var settings = new LlmSettings { Model = model, Replay = path, MaxTokensPerDay = 0 };
        return Make(settings, $"{model}, {recordings.ByKey.Values.Min(recording => recording.Date):yyyy-MM-dd}", new ReplayChatClient(recordings, model));
    }

    /// <summary>Asks an endpoint and records its answers.</summary>
    /// <param name="endpoint">An endpoint of the OpenAI protocol.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="path">The file that is added to.</param>
    public static RecordedModel Record(Uri endpoint, string model, string path)
    {
        var settings = new LlmSettings { Model = model, Endpoint = endpoint.ToString(), Record = path, MaxTokensPerDay = 0, TimeoutSeconds = 3600, MaxConcurrency = 256 };
        return Make(settings, model, new OpenAiChatClient(settings, ModelHttp.Create(settings.EndpointUri, settings.Timeout)));
    }

    private static RecordedModel Make(LlmSettings settings, string name, Microsoft.Extensions.AI.IChatClient client)
    {
        var chat = LlmServices.Decorate(client, settings, new NoReplies(), new NoCalls(), new LlmLedger(), TimeProvider.System);
        return new(name, settings, new(chat, new(), settings));
    }

    /// <summary>Keeps nothing: recordings are there already.</summary>
    private sealed class NoReplies : IReplyStore
    {
        public Task<StoredReply?> FindAsync(string key, CancellationToken ct) => Task.FromResult<StoredReply?>(null);

        public Task SaveAsync(StoredReply reply, CancellationToken ct) => Task.CompletedTask;
    }

    /// <summary>Keeps nothing: recordings cost nothing.</summary>
    private sealed class NoCalls : ICallLog
    {
        public Task AddAsync(ModelCall call, CancellationToken ct) => Task.CompletedTask;

        public Task<Spending> SinceAsync(DateTimeOffset since, CancellationToken ct) => Task.FromResult(new Spending(0, 0, 0));
    }
}
