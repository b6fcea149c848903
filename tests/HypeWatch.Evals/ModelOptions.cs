using System.CommandLine;

namespace HypeWatch.Evals;

/// <summary>The options that name a language model: its recorded answers, or an endpoint whose answers are recorded.</summary>
internal sealed class ModelOptions
{
    private readonly Option<FileInfo?> recordings = new("--recordings") { Description = "recorded answers of a language model, for the model path; with --endpoint the file that they are added to" };
    private readonly Option<Uri?> endpoint = new("--endpoint") { CustomParser = result => new(result.Tokens[0].Value), Description = "an endpoint of the OpenAI protocol to record from" };
    private readonly Option<string> model = new("--model") { DefaultValueFactory = _ => "model", Description = "name of the model behind --endpoint" };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(recordings);
        command.Add(endpoint);
        command.Add(model);
    }

    /// <summary>The model that was named; null for none.</summary>
    /// <exception cref="Model.HypeWatchException">There are no recordings, or they are of several models.</exception>
    public RecordedModel? Of(ParseResult parse) =>
        parse.GetValue(recordings)?.FullName is not { } path ? null : parse.GetValue(endpoint) is not { } server ? RecordedModel.Play(path) : RecordedModel.Record(server, parse.GetValue(model)!, path);
}
