using System.Text.Json;
using System.Text.Json.Nodes;
using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Tests.Claims;

/// <summary>The model engine on a scripted server, and the answers of its script.</summary>
internal static class ScriptedClaims
{
    private static readonly LexiconSet Lexicons = new();

    /// <summary>Answer to a question about voices.</summary>
    public static string Voices(params (int Claim, string Mode, string? Asserter, string? From)[] voices) => JsonSerializer.Serialize(
        new { voices = voices.Select(voice => new { claim = voice.Claim, mode = voice.Mode, asserter = voice.Asserter, attributed_to = voice.From }) });

    /// <summary>Answer to a question about first readings.</summary>
    public static string Verdicts(params (int Claim, string Verdict, string? Strength, string? Certainty, string? Type)[] verdicts) => JsonSerializer.Serialize(new
    {
        verdicts = verdicts.Select(item => new
        {
            claim = item.Claim, verdict = item.Verdict, types = item.Type is null ? Array.Empty<string>() : [item.Type], strength = item.Strength, certainty = item.Certainty,
            polarity = (string?)null, reason = item.Verdict == "keep" ? null : "the words",
        }),
    });

    /// <summary>Answer to a question about rewordings.</summary>
    public static string Rewordings(params (int Claim, string? Words)[] rewordings) =>
        JsonSerializer.Serialize(new { rewordings = rewordings.Select(item => new { claim = item.Claim, normalised = item.Words }) });

    public static ModelClaimEngine Engine(ModelSeam seam, IClaimEngine? rules = null) => ModelClaimEngine.From(
        new Parts(seam.Runner, PromptLibrary.Embedded(), seam.Settings, Lexicons, NullLogger<ModelClaimEngine>.Instance, seam.Time), rules ?? new Rules(), (_, _) => Scope.Unknown,
        (_, _) => Certainty.Plain)!;

    public static string Reply(JsonObject[] claims, JsonObject[] caveats) =>
        new JsonObject { ["claims"] = new JsonArray([.. claims]), ["caveats"] = new JsonArray([.. caveats]) }.ToJsonString();

    public static JsonObject Item(
        int sentence, string? first = null, string? last = null, string? quote = null, string types = "T2", string strength = "S2", string certainty = "C3", string mode = "asserts",
        string? asserter = null, string? normalised = null, double confidence = 0.9, string polarity = "positive") => JsonSerializer.SerializeToNode(new
        {
            sentences = new[] { sentence },
            first_words = first,
            last_words = last,
            quote,
            types = types.Split(',', StringSplitOptions.RemoveEmptyEntries),
            strength,
            certainty,
            mode,
            polarity,
            asserter,
            attributed_to = (string?)null,
            comparative_to = (string?)null,
            normalised,
            confidence,
        })!.AsObject();

    public static JsonObject CaveatAt(int sentence) => JsonSerializer.SerializeToNode(
        new { sentences = new[] { sentence }, first_words = (string?)null, last_words = (string?)null, quote = (string?)null, kind = "missing_test", specific = true })!.AsObject();

    public sealed class Parts(params object[] parts) : IServiceProvider
    {
        public object? GetService(Type serviceType) => parts.FirstOrDefault(serviceType.IsInstanceOfType);
    }

    /// <summary>Stands for the rules: takes the first sentence.</summary>
    public sealed class Rules : IClaimEngine
    {
        public string Name => "offline";

        public Task<ClaimSet> ExtractAsync(DocumentVersion version, CancellationToken ct)
        {
            var reading = new ClaimReading([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, version.Document.Asserter, Place.Body, 0.5);
            var claim = Claim.Cut(version, version.Passages[0].Span, reading, new("offline", "1"));
            return Task.FromResult(new ClaimSet(version.Id, [claim], [], new("offline", 1, 0, 0, 0, 0)));
        }
    }
}
