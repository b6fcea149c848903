using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Briefs;

/// <summary>A release for someone who decides, on two pages: what it claims, what that rests on, what speaks for and against it, and what to ask.</summary>
/// <param name="Release">The release.</param>
/// <param name="Documents">Its documents, the earliest first.</param>
/// <param name="Headlines">Its own prominent claims, the strongest first, as many as fit.</param>
/// <param name="AllHeadlines">How many there are.</param>
/// <param name="Tests">What its experiments compare with, how often, and whether uncertainty is stated.</param>
/// <param name="Limitations">What its authors say against it, the specific before the general.</param>
/// <param name="Flags">Flags that stand, the gravest first, as many as fit.</param>
/// <param name="AllFlags">How many stand.</param>
/// <param name="Reviewed">How many of these were confirmed, lowered or given to another owner by people.</param>
/// <param name="Calibrated">Prominent claims that say no more than their evidence licenses.</param>
/// <param name="LeftOut">Works on its methods that were not found cited, the most pressing first.</param>
/// <param name="Predictions">Predictions made before it, with how they came out.</param>
public sealed record ReleaseBrief(
    ReleaseView Release, IReadOnlyList<ReleaseMember> Documents, IReadOnlyList<ClaimView> Headlines, int AllHeadlines, BriefTests Tests, IReadOnlyList<BriefLimitation> Limitations, IReadOnlyList<BriefFlag> Flags,
    int AllFlags, int Reviewed, IReadOnlyList<ClaimView> Calibrated, IReadOnlyList<PriorWork> LeftOut, IReadOnlyList<BriefPrediction> Predictions);

/// <summary>What the experiments that a release describes have.</summary>
/// <param name="Experiments">How many are described.</param>
/// <param name="Compared">How many are compared with something, by what.</param>
/// <param name="WithUncertainty">How many state an interval, error, seeds or a p-value.</param>
public sealed record BriefTests(int Experiments, IReadOnlyDictionary<string, int> Compared, int WithUncertainty);

/// <summary>Words of the authors against their own release.</summary>
/// <param name="Quote">The words, verbatim.</param>
/// <param name="Kind">What sort.</param>
/// <param name="Document">Where they stand.</param>
public sealed record BriefLimitation(string Quote, CaveatKind Kind, DocumentView Document);

/// <summary>A flag with what would clear it.</summary>
/// <param name="View">The flag.</param>
/// <param name="Clearing">What would clear it: what to ask.</param>
public sealed record BriefFlag(FlagView View, string Clearing);

/// <summary>A set of predictions about the release.</summary>
/// <param name="Set">The predictions.</param>
/// <param name="Score">How they came out.</param>
public sealed record BriefPrediction(PredictionSet Set, Score Score);
