using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>Which documents make up which release.</summary>
/// <param name="Releases">By date of their primary document, then by its address.</param>
/// <param name="Rejected">Texts that something ties to a release that is younger than they are; they are no part of it.</param>
public sealed record ReleaseGrouping(IReadOnlyList<Release> Releases, IReadOnlyList<RejectedTie> Rejected);

/// <summary>That a text can't be about a release because it is older (specification 7, E10).</summary>
/// <param name="Text">The older text.</param>
/// <param name="Release">The younger release.</param>
/// <param name="Primary">Its primary document.</param>
public sealed record RejectedTie(Document Text, ReleaseId Release, Document Primary)
{
    /// <summary>The rejection as an edge, so that it can be shown; it rests on nothing, has confidence 0 and is never used.</summary>
    public PropagationEdge ToEdge() => new(
        EdgeFinder.IdOf(Primary.Id, null, Text.Id, null), Primary.Id, null, Text.Id, null, EdgeKind.Implies, EdgeSupport.None, null, DateOk: false,
        null, null, null, [], 0, ExcessOwner.Unknown);
}
