using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HypeWatch.Evals.Bench;

/// <summary>The one entry for public benchmarks: <c>bench NAME --in DIR --out FILE</c> writes the prediction file that the set's scorer reads.</summary>
internal static class BenchCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every benchmark of this assembly, by name.</summary>
    public static IReadOnlyList<IBench> All { get; } =
    [
        .. from type in typeof(IBench).Assembly.GetTypes()
           where type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBench))
           let bench = (IBench)Activator.CreateInstance(type)!
           orderby bench.Name
           select bench,
    ];

    public static Command Make()
    {
        var name = new Argument<string>("name") { Description = "name of the set: " + string.Join(", ", All.Select(bench => bench.Name)) };
        name.AcceptOnlyFromAmong([.. All.Select(bench => bench.Name)]);
        var input = new Option<DirectoryInfo>("--in") { Description = "folder of the set", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "prediction file to write, JSON lines", Required = true };
        var task = new Option<string?>("--task") { Description = "the scorer's task" };
        var set = new Option<string?>("--set") { Description = "the scorer's set" };
        var split = new Option<string?>("--split") { Description = "the part to answer" };
        var domain = new Option<string?>("--domain") { Description = "the scorer's domain" };
        var embeddings = new Option<Uri?>("--embeddings") { CustomParser = result => new(result.Tokens[0].Value), Description = "an endpoint of the OpenAI protocol for embeddings, for the sets that search works" };
        var sample = new Option<int?>("--sample") { Description = "only so many items, drawn with a fixed seed, for the sets whose task asks a model" };
        var model = new ModelOptions();
        var command = new Command("bench", "Answers a public benchmark with the product's own stage") { name, input, output, task, set, split, domain, embeddings, sample };
        model.AddTo(command);
        command.SetAction(async (parse, ct) =>
        {
            var folder = parse.GetValue(input)!;
            if (!folder.Exists)
            {
                await Console.Error.WriteLineAsync($"no such folder: {folder.FullName}");
                return 2;
            }

            var bench = All.First(candidate => candidate.Name == parse.GetValue(name));
            var request = new BenchRequest(folder, parse.GetValue(task), parse.GetValue(set), parse.GetValue(split), parse.GetValue(domain), parse.GetValue(embeddings), parse.GetValue(sample),
                model.Of(parse));
            var count = 0;
            await using (var writer = new StreamWriter(parse.GetValue(output)!.FullName))
            {
                await foreach (var answer in bench.AnswerAsync(request, ct))
                {
                    await writer.WriteLineAsync(JsonSerializer.Serialize(answer, Lines).AsMemory(), ct);
                    count++;
                }
            }

            Console.WriteLine(FormattableString.Invariant($"{bench.Name}: {count} answers"));
            return 0;
        });
        return command;
    }
}
