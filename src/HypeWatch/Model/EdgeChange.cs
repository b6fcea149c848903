namespace HypeWatch.Model;

/// <summary>Whether a later wording of a claim says more or less than the earlier one.</summary>
public enum Drift
{
    /// <summary>Not compared: an edge between documents.</summary>
    Unknown,
    /// <summary>It says less.</summary>
    Weaker,
    /// <summary>It says as much.</summary>
    Same,
    /// <summary>It says more.</summary>
    Stronger,
}

/// <summary>In what respect two wordings of a claim differ.</summary>
public enum ChangeAxis
{
    /// <summary>How sure it sounds.</summary>
    Certainty,
    /// <summary>Of how many cases it speaks.</summary>
    Extent,
    /// <summary>Under which conditions it is said to hold.</summary>
    Restriction,
    /// <summary>A number.</summary>
    Number,
    /// <summary>Whether things are said to go together, or one to make the other.</summary>
    Relation,
    /// <summary>A size that was chosen before training, told as a number of things that were found.</summary>
    Capacity,
    /// <summary>Words of force or novelty that no sentence of the earlier text, as far as it was read, holds.</summary>
    Added,
    /// <summary>As a language model reads it, by the words in which it sees the difference.</summary>
    Reading,
}

/// <summary>One difference between the wordings at both ends of an edge.</summary>
/// <param name="Axis">In what respect.</param>
/// <param name="Sign">1 when the later says more, -1 when it says less, 0 when neither can be told.</param>
/// <param name="Upstream">The words of the earlier text; empty when it has none on this axis.</param>
/// <param name="Downstream">The words of the later text; empty when it has none.</param>
public sealed record EdgeChange(ChangeAxis Axis, int Sign, string Upstream, string Downstream);
