using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Digests;

/// <summary>All that a digest is made from.</summary>
/// <param name="Period">The week.</param>
/// <param name="MadeAt">When it is made, UTC.</param>
/// <param name="Counts">The three numbers.</param>
public sealed record DigestInput(DigestPeriod Period, DateTimeOffset MadeAt, DigestCounts Counts)
{
    /// <summary>Flags that are new or changed; those that may not be shown as flags are left out by the composer.</summary>
    public IReadOnlyList<FlagView> Flags { get; init; } = [];

    /// <summary>Flags below the confidence of a digest; used only when there is no language model (specification 4).</summary>
    public IReadOnlyList<FlagView> WatchList { get; init; } = [];

    /// <summary>Number of people who reviewed a flag; none where it is missing. Severity 4 and 5 need two (specification 1, review).</summary>
    public IReadOnlyDictionary<FlagId, int> Reviewers { get; init; } = new Dictionary<FlagId, int>();

    /// <summary>Codes that reviewers dismiss too often to be shown (specification 9); their flags are left out, and the digest says so.</summary>
    public IReadOnlySet<string> PausedCodes { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Claims that changed on their way.</summary>
    public IReadOnlyList<DigestMove> Moves { get; init; } = [];

    /// <summary>Predictions that were resolved or fell due.</summary>
    public IReadOnlyList<DigestPrediction> Predictions { get; init; } = [];

    /// <summary>Commitments of the texts, with what became of them; those that are neither due nor newly resolved are left out by the composer.</summary>
    public IReadOnlyList<PromiseView> Promises { get; init; } = [];

    /// <summary>Corrections and replies.</summary>
    public IReadOnlyList<DigestCorrection> Corrections { get; init; } = [];

    /// <summary>How the sources did.</summary>
    public IReadOnlyList<SourceHealth> Sources { get; init; } = [];

    /// <summary>The release whose claims stay closest to their evidence; null when there is none.</summary>
    public CalibratedRelease? BestCalibrated { get; init; }

    /// <summary>Flags by kind over eight weeks.</summary>
    public DigestChart? Chart { get; init; }

    /// <summary>Id of the digest, by which its page is found; null for the one with everything, whose page is named by the week.</summary>
    public string? PageId { get; init; }

    /// <summary>Name of the language model that read along; null when rules alone did.</summary>
    public string? LanguageModel { get; init; }

    /// <summary>What of the language model's budget is used; null when there is no model.</summary>
    public BudgetState? Budget { get; init; }

    /// <summary>Keys of items that earlier digests showed (<see cref="DigestIssue.ShownKeys"/>); they do not appear again unless they changed.</summary>
    public IReadOnlySet<string> AlreadyShown { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}

/// <summary>The three numbers of a week.</summary>
/// <param name="Documents">Documents read.</param>
/// <param name="Claims">Claims found in them.</param>
/// <param name="Flags">Flags opened.</param>
public sealed record DigestCounts(int Documents, int Claims, int Flags);

/// <summary>A claim and what became of it in a later text or version.</summary>
/// <param name="Edge">How they hang together.</param>
/// <param name="Before">The earlier claim.</param>
/// <param name="After">The later claim.</param>
public sealed record DigestMove(PropagationEdge Edge, ClaimView Before, ClaimView After);

/// <summary>A list of predictions with its score.</summary>
/// <param name="Set">The predictions.</param>
/// <param name="Score">Their score.</param>
/// <param name="IsScored">Whether the score means anything: what was made after its release predicts nothing.</param>
/// <param name="Standing">How the list stands to its release, as a clause.</param>
public sealed record DigestPrediction(PredictionSet Set, Score Score, bool IsScored, string Standing);

/// <summary>What sort of correction.</summary>
public enum CorrectionKind
{
    /// <summary>Something in an earlier digest was wrong.</summary>
    Correction,
    /// <summary>The asserter replied.</summary>
    Reply,
    /// <summary>A flag was taken back.</summary>
    Withdrawn,
    /// <summary>A later version of the document fixed the wording.</summary>
    FixedByLaterVersion,
    /// <summary>A flag was given to another owner.</summary>
    Reattributed,
}

/// <summary>A correction or reply; never dropped.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Text">What is corrected or replied, in a sentence or two.</param>
/// <param name="Claim">The claim that it is about.</param>
/// <param name="Url">Where to read it.</param>
/// <param name="Key">Remembered so that it is told once; null for one that is gathered for a single digest.</param>
public sealed record DigestCorrection(CorrectionKind Kind, string Text, ClaimId? Claim = null, string? Url = null, string? Key = null);

/// <summary>How a source did. Absence has different faces, which must not look alike.</summary>
public enum SourceState
{
    /// <summary>It answered, and gave about as much as usual.</summary>
    Answered,
    /// <summary>It answered, but gave less than it usually does; a failure until proven otherwise.</summary>
    Quiet,
    /// <summary>It could not be read.</summary>
    Unreachable,
    /// <summary>It is switched on, and was not asked in this period.</summary>
    NotChecked,
    /// <summary>It is switched off.</summary>
    Off,
}

/// <summary>The health of a source over the period.</summary>
/// <param name="Name">Name of the source.</param>
/// <param name="State">How it did.</param>
/// <param name="Items">Items that it announced.</param>
/// <param name="LastSuccess">When it last answered; null when it never did.</param>
/// <param name="Problem">What went wrong, in words; null when nothing did.</param>
public sealed record SourceHealth(string Name, SourceState State, int Items, DateTimeOffset? LastSuccess = null, string? Problem = null)
{
    /// <summary>Whether a reader must hear of it, even when nothing else is new.</summary>
    public bool IsBroken => State is SourceState.Quiet or SourceState.Unreachable;
}
