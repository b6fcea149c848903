namespace HypeWatch.Queries.Tables;

/// <summary>Those of the rows that hold the words of a search among which a page is looked for.</summary>
/// <param name="Suffix">What is put behind the name of the file <c>templates/from-….sql</c>; empty for all rows.</param>
/// <param name="Values">Values of its parameters.</param>
/// <param name="IsApproximate">Whether better rows may be among those that are left out.</param>
internal sealed record SearchPart(string Suffix, IReadOnlyList<KeyValuePair<string, object>> Values, bool IsApproximate = false)
{
    /// <summary>All of them.</summary>
    public static SearchPart All { get; } = new("", []);
}
