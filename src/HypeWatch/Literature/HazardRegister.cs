using System.Text.Json;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>What to mind when a method is used: a point that earlier works make about it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">The hazard in a few words.</param>
/// <param name="Words">Words that name the method, separated by <c>|</c>; a star at the end stands for any ending.</param>
/// <param name="Types">Claim types that it matters for.</param>
/// <param name="Codes">Flag codes that it matters for.</param>
/// <param name="Works">Works that make the point, for it and against it.</param>
/// <param name="Why">Why they bear on the method: one sentence of our own.</param>
public sealed record Hazard(string Id, string Name, string Words, IReadOnlyList<string> Types, IReadOnlyList<string> Codes, IReadOnlyList<WorkId> Works, string Why);

/// <summary>A hazard of a text's method, and the words of the text that name the method.</summary>
/// <param name="Hazard">The hazard.</param>
/// <param name="Named">The words, most frequent first.</param>
public sealed record HazardHit(Hazard Hazard, IReadOnlyList<string> Named);

/// <summary>
/// Which works must be considered when a method is used. A list that users edit: <c>hazards.json</c> in the data directory, in the shape of the built-in one, goes
/// before it; an entry with the id of a built-in one replaces it, and one without works takes it out.
/// </summary>
public sealed class HazardRegister
{
    /// <summary>Name of a user's own list in the data directory.</summary>
    public const string FileName = "hazards.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true,
        Converters = { new TextIdConverterFactory() },
    };

    private readonly IReadOnlyList<(Hazard Hazard, Lexicon Words)> entries;

    private HazardRegister(IEnumerable<Hazard> hazards)
    {
        entries = [.. hazards.Select(hazard => (hazard, TopicTags.LexiconOf([(hazard.Id, hazard.Words)])))];
        Digest = ContentId.Sha256(ModelJson.Write(All));
    }

    /// <summary>All hazards, a user's own first.</summary>
    public IReadOnlyList<Hazard> All => [.. entries.Select(entry => entry.Hazard)];

    /// <summary>Hash of the register: assessments made with another one may come out otherwise.</summary>
    public string Digest { get; }

    /// <summary>Reads the built-in register, and before it a user's file where there is one.</summary>
    /// <param name="file">The user's file; null or missing for none.</param>
    /// <exception cref="HypeWatchException">The user's file is malformed.</exception>
    public static HazardRegister Load(string? file = null)
    {
        using var stream = typeof(HazardRegister).Assembly.GetManifestResourceStream("hazards.json")!;
        var builtIn = JsonSerializer.Deserialize<Table>(stream, Options)!.Hazards;
        if (file is null || !File.Exists(file)) return new(builtIn);
        try
        {
            var own = JsonSerializer.Deserialize<Table>(File.ReadAllText(file), Options)?.Hazards ?? [];
            if (own.Any(hazard => hazard is null)) throw new HypeWatchException($"{file}: an entry of hazards is null");
            return new(own.Concat(builtIn.Where(hazard => own.All(other => other.Id != hazard.Id))).Where(hazard => hazard.Works.Count > 0));
        }
        catch (JsonException problem)
        {
            throw new HypeWatchException($"{file}: {problem.Message}", problem);
        }
    }

    /// <summary>The hazards of a text's methods, in the order of the register; a long text must name a method several times.</summary>
    public IReadOnlyList<HazardHit> Find(string text) =>
    [
        .. from entry in entries
           let hits = entry.Words.Find(text).Select(hit => hit.Span.Of(text).ToLowerInvariant()).CountBy(word => word, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ToList()
           where hits.Sum(pair => pair.Value) >= TopicTags.MentionsNeeded(text)
           select new HazardHit(entry.Hazard, [.. hits.Select(pair => pair.Key)]),
    ];

    private sealed record Table(IReadOnlyList<Hazard> Hazards);
}
