using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>A way of finding claims and caveats in a document: by rules, or with a language model.</summary>
public interface IClaimEngine
{
    /// <summary><c>offline</c> or <c>model</c>.</summary>
    string Name { get; }

    /// <summary>Finds the claims and caveats of a version.</summary>
    Task<ClaimSet> ExtractAsync(DocumentVersion version, CancellationToken ct);
}
