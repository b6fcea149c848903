using System.Text.Json.Serialization;

namespace HypeWatch.Queries.Tables;

/// <summary>How a column is compared; written <c>column__operator=value</c>, and <c>column=value</c> for <see cref="Exact"/>.</summary>
public enum FilterOperator
{
    /// <summary>Is this value.</summary>
    Exact,
    /// <summary>Is another value, or none.</summary>
    Not,
    /// <summary>Holds this text, ignoring case.</summary>
    Contains,
    /// <summary>Begins with this text, ignoring case.</summary>
    [JsonStringEnumMemberName("startswith")] StartsWith,
    /// <summary>Is greater or later.</summary>
    Gt,
    /// <summary>Is this value, greater or later.</summary>
    Gte,
    /// <summary>Is less or earlier.</summary>
    Lt,
    /// <summary>Is this value, less or earlier.</summary>
    Lte,
    /// <summary>Is one of several values, parted by commas.</summary>
    In,
    /// <summary>1: has no value; 0: has one.</summary>
    [JsonStringEnumMemberName("isnull")] IsNull,
}
