using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Asks a model about one document and counts what the answers cost.</summary>
internal sealed class DocumentQuestions(PromptRunner runner, DocumentVersion version, RunTally tally)
{
    private const int MostOfTitle = 300;
    private readonly string about = About(version.Document);

    /// <summary>The document's text.</summary>
    public DocumentVersion Version => version;

    /// <summary>The counts of the run.</summary>
    public RunTally Tally => tally;

    /// <summary>Asks with a prompt; the argument <c>document</c> is added.</summary>
    /// <exception cref="LlmException">The endpoint gave no answer. One that is no chat completion at all counts as an answer that breaks the schema.</exception>
    public async Task<LlmReply<T>> AskAsync<T>(PromptFile prompt, IReadOnlyDictionary<string, string> arguments, CancellationToken ct)
        where T : class
    {
        LlmReply<T> reply;
        try
        {
            reply = await runner.AskAsync<T>(prompt, new Dictionary<string, string>(arguments, StringComparer.Ordinal) { ["document"] = about }, ct, version.Id.Value);
        }
        catch (LlmMalformedException)
        {
            reply = new(ReplyState.Malformed, null, runner.Model, 0, 0);
        }

        tally.Add(malformed: reply.Value is null ? 1 : 0, inputTokens: reply.InputTokens, outputTokens: reply.OutputTokens);
        return reply;
    }

    private static string About(Document document)
    {
        var title = ShownText.Of(document.Title);
        var publisher = document.Publisher is { } name ? $", published by {ShownText.Of(name)}" : "";
        return $"{(title.Length <= MostOfTitle ? title : title[..MostOfTitle])} ({document.Kind.ToCode()}{publisher})";
    }
}
