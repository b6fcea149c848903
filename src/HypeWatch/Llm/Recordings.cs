using System.Text.Json;
using System.Text.Json.Serialization;
using HypeWatch.Model;

namespace HypeWatch.Llm;

/// <summary>
/// One recorded answer, one JSON object a line of a <c>.jsonl</c> file: <c>key</c> (of the request, see <see cref="ReplyKey"/>), <c>purpose</c> (the prompt), <c>model</c>
/// (as asked), <c>date</c> (UTC), <c>input_tokens</c>, <c>output_tokens</c>, <c>answer</c>. The request's text is never among them.
/// </summary>
/// <param name="Key">SHA-256 of the request, lower-case hexadecimal.</param>
/// <param name="Purpose">Name of the prompt.</param>
/// <param name="Model">Name of the model that was asked; replay asks under the same name.</param>
/// <param name="Date">Day of the answer, UTC.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Answer">The answer, verbatim.</param>
public sealed record Recording(
    [property: JsonRequired] string Key, [property: JsonRequired] string Purpose, [property: JsonRequired] string Model, [property: JsonRequired] DateOnly Date,
    long InputTokens, long OutputTokens, [property: JsonRequired] string Answer);

/// <summary>Recorded answers of one or more files, by the key of their request.</summary>
public sealed class Recordings
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, Recording> byKey = new(StringComparer.Ordinal);

    /// <summary>All recordings, by key.</summary>
    public IReadOnlyDictionary<string, Recording> ByKey => byKey;

    /// <summary>Reads a file, or all <c>.jsonl</c> files of a folder.</summary>
    /// <exception cref="HypeWatchException">There is no such file or folder, or a line is no recording; the message names file and line.</exception>
    public static Recordings Read(string path)
    {
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal) : File.Exists(path) ? [path] : (IEnumerable<string>)[];
        var read = new Recordings();
        foreach (var file in files) read.Add(file);
        return read.byKey.Count > 0 ? read : throw new HypeWatchException($"{path} holds no recordings: name a .jsonl file or a folder of such");
    }

    /// <summary>A recording as a line of a file.</summary>
    internal static string Line(Recording recording) => JsonSerializer.Serialize(recording, Json);

    private void Add(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                var recording = JsonSerializer.Deserialize<Recording>(line, Json)!;
                byKey[recording.Key] = recording;
            }
            catch (JsonException problem)
            {
                throw new HypeWatchException(FormattableString.Invariant($"{file}, line {number}: no recording: {problem.Message}"), problem);
            }
        }
    }
}
