using HypeWatch.Model;
using HypeWatch.Sources;

namespace HypeWatch.App.Cli;

/// <summary>A source with how it has been doing, as it is listed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What sort of source.</param>
/// <param name="Url">Its address.</param>
/// <param name="IsOn">Whether it is asked.</param>
/// <param name="WhyOff">Why it is not; null when it is.</param>
/// <param name="EveryMinutes">Minutes between two looks.</param>
/// <param name="Health">How it has been doing; null when it was never asked.</param>
public sealed record SourceLine(string Name, string Kind, string Url, bool IsOn, string? WhyOff, int EveryMinutes, SourceHealth? Health)
{
    /// <summary>How it is, in words.</summary>
    public string State => this switch
    {
        { WhyOff: { } why } => "off: " + why,
        { Health: null or { LastPolledAt: null } } => "on, never asked",
        { Health: { FailuresInRow: > 0 } health } => FormattableString.Invariant($"{health.State?.ToCode() ?? "failing"} {health.FailuresInRow} times: {health.LastOutcome}"),
        { Health: var health } => FormattableString.Invariant($"{health.State?.ToCode() ?? "on"}, {health.LastPolledAt:yyyy-MM-dd HH:mm} UTC: {health.StateReason ?? health.LastOutcome}"),
    };

    /// <summary>The sources of the settings.</summary>
    /// <param name="catalog">They.</param>
    /// <param name="health">What is known of them.</param>
    public static IReadOnlyList<SourceLine> Of(SourceCatalog catalog, IReadOnlyList<SourceHealth> health) =>
    [
        .. catalog.All.Select(source => new SourceLine(
            source.Name, source.Kind, catalog.AddressOf(source), catalog.WhyOff(source) is null, catalog.WhyOff(source), source.EveryMinutes, health.FirstOrDefault(seen => seen.Name == source.Name))),
    ];
}
