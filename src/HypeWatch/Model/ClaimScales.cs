using System.Text.Json.Serialization;

namespace HypeWatch.Model;

/// <summary>What sort of thing a claim says (specification 2.1).</summary>
public enum ClaimType
{
    /// <summary>Something exists or happened at least once.</summary>
    [JsonStringEnumMemberName("T1")] Existence,
    /// <summary>A description, such as that features are interpretable.</summary>
    [JsonStringEnumMemberName("T2")] Descriptive,
    /// <summary>A number.</summary>
    [JsonStringEnumMemberName("T3")] Quantitative,
    /// <summary>The causal effect of an intervention.</summary>
    [JsonStringEnumMemberName("T4")] CausalEffect,
    /// <summary>A mechanism or explanation.</summary>
    [JsonStringEnumMemberName("T5")] Mechanism,
    /// <summary>Scaling or generalisation.</summary>
    [JsonStringEnumMemberName("T6")] Generalisation,
    /// <summary>A comparison with an alternative.</summary>
    [JsonStringEnumMemberName("T7")] Comparative,
    /// <summary>Novelty or priority.</summary>
    [JsonStringEnumMemberName("T8")] Novelty,
    /// <summary>Utility or application.</summary>
    [JsonStringEnumMemberName("T9")] Utility,
    /// <summary>An implication for safety.</summary>
    [JsonStringEnumMemberName("T10")] SafetyImplication,
    /// <summary>Completeness or closure.</summary>
    [JsonStringEnumMemberName("T11")] Completeness,
    /// <summary>Validity of a metric or method.</summary>
    [JsonStringEnumMemberName("T12")] MetricValidity,
    /// <summary>A limitation that the speaker states.</summary>
    [JsonStringEnumMemberName("T13")] SelfLimitation,
    /// <summary>A forecast or an aspiration.</summary>
    [JsonStringEnumMemberName("T14")] Aspiration,
    /// <summary>What somebody else said or showed.</summary>
    [JsonStringEnumMemberName("T15")] Attribution,
    /// <summary>Policy or norm.</summary>
    [JsonStringEnumMemberName("T16")] Normative,
}

/// <summary>How much a claim asserts (specification 2.2); the integer value is the level.</summary>
public enum Strength
{
    /// <summary>Aspiration, motivation, question.</summary>
    [JsonStringEnumMemberName("S0")] Aspiration,
    /// <summary>It happened at least once.</summary>
    [JsonStringEnumMemberName("S1")] Existence,
    /// <summary>A regularity, described on a sample.</summary>
    [JsonStringEnumMemberName("S2")] Regularity,
    /// <summary>The effect of an intervention against a control.</summary>
    [JsonStringEnumMemberName("S3")] ControlledEffect,
    /// <summary>An explanation, or competitiveness against a serious alternative.</summary>
    [JsonStringEnumMemberName("S4")] Explanation,
    /// <summary>Closure or guarantee.</summary>
    [JsonStringEnumMemberName("S5")] Closure,
}

/// <summary>How sure a claim sounds (specification 2.3); the integer value is the level, 1 to 5.</summary>
public enum Certainty
{
    /// <summary>Might, could, we speculate.</summary>
    [JsonStringEnumMemberName("C1")] Speculative = 1,
    /// <summary>Suggests, appears, preliminary.</summary>
    [JsonStringEnumMemberName("C2")] Tentative = 2,
    /// <summary>The unmarked default.</summary>
    [JsonStringEnumMemberName("C3")] Plain = 3,
    /// <summary>Demonstrates, clearly.</summary>
    [JsonStringEnumMemberName("C4")] Emphatic = 4,
    /// <summary>Proves, always.</summary>
    [JsonStringEnumMemberName("C5")] Absolute = 5,
}

/// <summary>What evidence there is for a claim (specification 2.4); the integer value is the level.</summary>
public enum Warrant
{
    /// <summary>None found.</summary>
    [JsonStringEnumMemberName("W0")] None,
    /// <summary>Selected examples or a demonstration.</summary>
    [JsonStringEnumMemberName("W1")] SelectedExamples,
    /// <summary>A systematic or random sample without control.</summary>
    [JsonStringEnumMemberName("W2")] Sample,
    /// <summary>A control, a simple baseline or a controlled intervention.</summary>
    [JsonStringEnumMemberName("W3")] Controlled,
    /// <summary>Several settings, a serious baseline and uncertainty.</summary>
    [JsonStringEnumMemberName("W4")] SeriousBaseline,
    /// <summary>Independent replication, or proof inside stated assumptions.</summary>
    [JsonStringEnumMemberName("W5")] Replicated,
}

/// <summary>In what voice a claim stands (specification 1, claim).</summary>
public enum AssertMode
{
    /// <summary>The asserter says it.</summary>
    Asserts,
    /// <summary>The asserter reports, in own words, what another said.</summary>
    ReportsOther,
    /// <summary>The asserter quotes another word for word.</summary>
    QuotesOther,
    /// <summary>The asserter denies it.</summary>
    Denies,
    /// <summary>The asserter supposes it.</summary>
    Hypothesises,
    /// <summary>The asserter asks it.</summary>
    Asks,
    /// <summary>The asserter hopes or intends it.</summary>
    Aspires,
}

/// <summary>Whether a claim says that something is, or is not, the case.</summary>
public enum Polarity
{
    /// <summary>It is the case.</summary>
    Positive,
    /// <summary>It is not the case.</summary>
    Negative,
}
