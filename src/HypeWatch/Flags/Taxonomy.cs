using System.Collections.Frozen;
using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>One flag code with its numbers (specification 3).</summary>
/// <param name="Code">OC01 … OC24.</param>
/// <param name="Slug">Short name, words joined by hyphens.</param>
/// <param name="Kind">Which of the four families.</param>
/// <param name="BaseSeverity">Severity before gap, prominence and relief.</param>
/// <param name="SeverityCap">Highest severity.</param>
/// <param name="ClaimTypes">Codes of the claim types that it is about; <c>*</c> for all.</param>
/// <param name="UsesGapStep">Whether the gap raises the severity.</param>
/// <param name="AbsenceType">Whether it says that something is absent (coverage rule).</param>
/// <param name="Subtypes">Its subtypes.</param>
/// <param name="Clearing">What evidence would clear a flag of this code, in a sentence.</param>
/// <param name="ConfidenceCaps">Its own caps by name; <c>default</c> always applies.</param>
public sealed record FlagType(
    string Code, string Slug, FlagKind Kind, int BaseSeverity, int SeverityCap, IReadOnlyList<string> ClaimTypes, bool UsesGapStep, bool AbsenceType,
    IReadOnlyList<string> Subtypes, string Clearing, IReadOnlyDictionary<string, double> ConfidenceCaps)
{
    /// <summary>The name in words, for example "no comparison".</summary>
    public string Name => Slug.Replace('-', ' ');

    /// <summary>Whether it can be raised on a claim of these types.</summary>
    public bool IsAbout(Claim claim) => ClaimTypes.Contains("*") || claim.Types.Any(type => ClaimTypes.Contains(type.ToCode()));
}

/// <summary>The machine-readable tables of the specification, sections 2 to 5, embedded as <c>taxonomy.json</c>.</summary>
public sealed class Taxonomy
{
    private static readonly JsonSerializerOptions Options = new(ModelJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly FrozenDictionary<string, FlagType> types;
    private readonly FrozenDictionary<Warrant, (Strength Strength, Certainty Certainty)> licences;

    private Taxonomy(Tables tables)
    {
        types = tables.Flags.ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);
        licences = tables.Warrant.ToFrozenDictionary(row => Code<Warrant>.Parse(row.Id), row => ((Strength)row.MaxStrength, (Certainty)row.MaxCertainty));
        SeverityWords = tables.Severity.Words;
        ConfidenceCaps = tables.Confidence.Caps;
        ConfidenceStarts = tables.Confidence.Start.Where(pair => pair.Value.ValueKind == JsonValueKind.Number).ToFrozenDictionary(pair => pair.Key, pair => pair.Value.GetDouble(), StringComparer.Ordinal);
    }

    /// <summary>All flag codes, in order.</summary>
    public IReadOnlyList<FlagType> Types => [.. types.Values.OrderBy(type => type.Code, StringComparer.Ordinal)];

    /// <summary>Words for severity 1 to 5.</summary>
    public IReadOnlyList<string> SeverityWords { get; }

    /// <summary>Caps on confidence that hold for every code, by name (specification 4).</summary>
    public IReadOnlyDictionary<string, double> ConfidenceCaps { get; }

    /// <summary>Start values of confidence where a language model heard the release, by name (specification 4).</summary>
    public IReadOnlyDictionary<string, double> ConfidenceStarts { get; }

    /// <summary>A flag code.</summary>
    /// <exception cref="KeyNotFoundException">The code is unknown.</exception>
    public FlagType this[string code] => types[code];

    /// <summary>What evidence of this kind licenses at most (specification 2.4).</summary>
    public (Strength Strength, Certainty Certainty) Licensed(Warrant warrant) => licences[warrant];

    /// <summary>Reads the embedded tables.</summary>
    /// <exception cref="FormatException">They are malformed.</exception>
    public static Taxonomy Load()
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream("taxonomy.json") ?? throw new FormatException("taxonomy.json is not embedded");
        try
        {
            return new(JsonSerializer.Deserialize<Tables>(stream, Options)!);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"taxonomy.json: {problem.Message}", problem);
        }
    }

    private sealed record Tables(IReadOnlyList<FlagType> Flags, IReadOnlyList<WarrantRow> Warrant, SeverityTable Severity, ConfidenceTable Confidence);

    private sealed record WarrantRow(string Id, int MaxStrength, int MaxCertainty);

    private sealed record SeverityTable(IReadOnlyList<string> Words);

    private sealed record ConfidenceTable(IReadOnlyDictionary<string, JsonElement> Start, IReadOnlyDictionary<string, double> Caps);
}
