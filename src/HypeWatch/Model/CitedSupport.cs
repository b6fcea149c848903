namespace HypeWatch.Model;

/// <summary>Whether a cited work bears a claim out. Silence is never a finding: where the text does not settle it, it is neutral.</summary>
public enum SupportVerdict
{
    /// <summary>The cited text says so.</summary>
    Entails,
    /// <summary>The cited text speaks of it and says less, or something else of the same matter.</summary>
    Weaker,
    /// <summary>The cited text does not settle it.</summary>
    Neutral,
    /// <summary>The cited text says otherwise.</summary>
    Contradicts,
    /// <summary>No text of the cited work is at hand.</summary>
    NotAvailable,
}

/// <summary>Which text of a cited work was looked at.</summary>
public enum CitedTextKind
{
    /// <summary>Its abstract.</summary>
    Abstract,
    /// <summary>The work itself.</summary>
    Whole,
    /// <summary>A part of the work itself; what stands in the rest is not known.</summary>
    Part,
}

/// <summary>Text of a cited work.</summary>
/// <param name="Text">The text.</param>
/// <param name="Sentences">Where its sentences stand.</param>
/// <param name="Kind">Which text it is.</param>
public sealed record CitedText(string Text, IReadOnlyList<Span> Sentences, CitedTextKind Kind)
{
    /// <summary>The archived version whose text it is; null for the abstract of the base.</summary>
    public VersionId? Version { get; init; }
}

/// <summary>What a cited text says to a claim.</summary>
/// <param name="Verdict">Whether it bears the claim out.</param>
/// <param name="Quote">The sentence that decides it, verbatim; null when neutral or not available.</param>
/// <param name="Span">Where the quote stands in the cited text.</param>
/// <param name="Kind">Which text was looked at; null when none was at hand.</param>
/// <param name="Version">The archived version whose text it is; null for the abstract of the base.</param>
public sealed record CitedVerdict(SupportVerdict Verdict, string? Quote = null, Span? Span = null, CitedTextKind? Kind = null, VersionId? Version = null);

/// <summary>What the work that a claim cites says to it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Work">The cited work.</param>
/// <param name="Purpose">What it is cited for.</param>
/// <param name="Said">What its text says.</param>
/// <param name="JudgedBy">The language model that judged; <c>offline</c> for the trained reader.</param>
public sealed record CitedSupport(ClaimId Claim, WorkId Work, CitationPurpose Purpose, CitedVerdict Said, string JudgedBy)
{
    /// <summary>The name of the trained reader in <see cref="JudgedBy"/>.</summary>
    public const string Offline = "offline";

    /// <summary>Who judged, in words.</summary>
    public string Reader => JudgedBy == Offline ? "the offline reader" : JudgedBy;
}
