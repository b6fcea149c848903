using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>The claims stage: asks the language model when one is configured, else reads by rules.</summary>
public sealed class ClaimExtractor
{
    /// <summary>Raised when the stage itself changes, whichever engine reads.</summary>
    public const string StageVersion = "3";

    private readonly IClaimEngine engine;
    private readonly ActorList actors;

    internal ClaimExtractor(IClaimEngine offline, ModelClaimEngine? model, ActorList actors)
    {
        this.actors = actors;
        engine = model ?? offline;
        EngineKey = model?.Key ?? offline.Name;
    }

    /// <summary>What decides the result besides the text, for the stage log: engine, prompt version and hash, model. Another key means that a document is read anew.</summary>
    public string EngineKey { get; }

    /// <summary>
    /// Finds the claims and caveats of a version. Whether the model did it, or failed and the rules did, stands in the tally. What names a private person who speaks in the text is left out and
    /// counted there: a quote is shown as it stands, or not at all.
    /// </summary>
    public async Task<ClaimSet> ExtractAsync(DocumentVersion version, CancellationToken ct)
    {
        if (!EnglishText.Is(version.Text)) return new(version.Id, [], [], new(engine.Name, 0, 0, 0, 0, 0, "not in English, so nothing was read from it"));
        var found = await engine.ExtractAsync(version, ct);
        var names = LeftOutNames.Of(version, actors);
        bool IsShown(string quote) => !LeftOutNames.Names(quote, names);
        var kept = found with { Claims = [.. found.Claims.Where(claim => IsShown(claim.Quote))], Caveats = [.. found.Caveats.Where(caveat => IsShown(caveat.Quote))] };
        var left = found.Claims.Count + found.Caveats.Count - kept.Claims.Count - kept.Caveats.Count;
        return left == 0 ? found : kept with { Tally = found.Tally with { Note = string.Join("; ", new[] { found.Tally.Note, FormattableString.Invariant($"{left} left out that name a private person") }.OfType<string>()) } };
    }
}
