using HypeWatch.Http;
using HypeWatch.Llm;
using Microsoft.Extensions.AI;

namespace HypeWatch.Tests.Fakes;

/// <summary>The seam as the program builds it, pointed at a <see cref="ChatServer"/>, with an instant clock and replies in memory.</summary>
internal sealed class ModelSeam : IDisposable
{
    private readonly HttpClient http;

    public ModelSeam(Uri endpoint, Func<LlmSettings, LlmSettings>? change = null, IChatClient? connector = null)
    {
        var settings = new LlmSettings { Model = "scripted", Endpoint = endpoint.ToString(), ApiKey = "secret" };
        Settings = (change?.Invoke(settings) ?? settings).Checked();
        http = ModelHttp.Create(Settings.EndpointUri, Settings.Timeout);
        Chat = LlmServices.Decorate(connector ?? new OpenAiChatClient(Settings, http), Settings, Store, Calls, Ledger, Time);
        Runner = new(Chat, new(), Settings);
    }

    public InstantTime Time { get; } = new();

    public MemoryReplyStore Store { get; } = new();

    public MemoryCallLog Calls { get; } = new();

    public LlmLedger Ledger { get; } = new();

    public LlmSettings Settings { get; }

    public IChatClient Chat { get; }

    public PromptRunner Runner { get; }

    public void Dispose()
    {
        Chat.Dispose();
        http.Dispose();
    }
}
