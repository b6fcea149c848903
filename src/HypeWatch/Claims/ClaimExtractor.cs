using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>The claims stage: asks the language model when one is configured, else reads by rules.</summary>
public sealed class ClaimExtractor
{
    /// <summary>Raised when the stage itself changes, whichever engine reads.</summary>
    public const string StageVersion = "2";

    private readonly IClaimEngine engine;

    internal ClaimExtractor(IClaimEngine offline, ModelClaimEngine? model)
    {
        engine = model ?? offline;
        EngineKey = model?.Key ?? offline.Name;
    }

    /// <summary>What decides the result besides the text, for the stage log: engine, prompt version and hash, model. Another key means that a document is read anew.</summary>
    public string EngineKey { get; }

    /// <summary>Finds the claims and caveats of a version. Whether the model did it, or failed and the rules did, stands in the tally.</summary>
    public Task<ClaimSet> ExtractAsync(DocumentVersion version, CancellationToken ct) =>
        EnglishText.Is(version.Text)
            ? engine.ExtractAsync(version, ct)
            : Task.FromResult(new ClaimSet(version.Id, [], [], new(engine.Name, 0, 0, 0, 0, 0, "not in English, so nothing was read from it")));
}
