using Microsoft.Extensions.Options;

namespace HypeWatch.Flags;

/// <summary>Settings of the room; section <c>Flags</c>.</summary>
public sealed record FlagsOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Flags";

    /// <summary>
    /// Per flag code, on how many labelled cases not tuned on the detector was right when it flagged. From 20 cases on they set the confidence its
    /// flags start with (specification 4); empty by default.
    /// </summary>
    public Dictionary<string, LabelledCases> Labelled { get; init; } = [];
}

/// <summary>How often a detector was right on labelled cases.</summary>
/// <param name="Right">Flags that the label confirms.</param>
/// <param name="Total">All its flags on these cases.</param>
public sealed record LabelledCases(int Right, int Total);

/// <summary>Checks the settings when the program starts.</summary>
internal sealed class FlagsOptionsCheck(Taxonomy taxonomy) : IValidateOptions<FlagsOptions>
{
    public ValidateOptionsResult Validate(string? name, FlagsOptions options)
    {
        var problems = new List<string>();
        foreach (var (code, cases) in options.Labelled)
        {
            if (!taxonomy.Types.Any(type => type.Code == code)) problems.Add($"Flags:Labelled:{code} is no flag code; known: OC01 to OC24");
            if (cases.Right < 0 || cases.Total < cases.Right) problems.Add($"Flags:Labelled:{code}: Right must lie between 0 and Total");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
