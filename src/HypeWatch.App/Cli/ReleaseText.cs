using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary>What a release is made of and how it was noticed, in words for a terminal and for pages.</summary>
internal static class ReleaseText
{
    private const int EntriesShown = 8;

    /// <summary>Prints what its experiments name.</summary>
    public static void Print(Terminal terminal, IReadOnlyList<InventoryEntry> inventory)
    {
        terminal.Heading("Experiments, as its own documents describe them");
        if (inventory.Count == 0) terminal.Note("none found");
        foreach (var kind in inventory.GroupBy(entry => entry.Kind)) terminal.Note($"{ClaimText.Words(kind.Key)}: {Words(kind)}");
    }

    /// <summary>Prints how it was noticed beside what it shows.</summary>
    public static void Print(Terminal terminal, ReleaseAttention attention)
    {
        terminal.Heading("Attention beside evidence");
        foreach (var channel in attention.Channels) terminal.Note($"{ClaimText.Words(channel.Channel)}: {Words(channel)}");
        terminal.Note(Evidence(attention));
        terminal.Note(Ratio(attention));
    }

    /// <summary>The entries of one kind, those that are named most often first.</summary>
    public static string Words(IEnumerable<InventoryEntry> entries)
    {
        var all = entries.ToList();
        var shown = string.Join(", ", all.Take(EntriesShown).Select(entry => entry.Places.Count > 1 ? FormattableString.Invariant($"{entry.Words} ({entry.Places.Count})") : entry.Words));
        return all.Count > EntriesShown ? FormattableString.Invariant($"{shown}, and {all.Count - EntriesShown} more") : shown;
    }

    /// <summary>One channel.</summary>
    public static string Words(ChannelAttention channel)
    {
        var counted = string.Join(", ", new[] { channel.Score is { } score ? $"score {Number(score)}" : null, channel.Replies is { } replies ? $"replies {Number(replies)}" : null }.OfType<string>());
        var history = channel.OverTime.Count > 1 ? $"; {string.Join(", ", channel.OverTime.Select(day => FormattableString.Invariant($"{day.Day:yyyy-MM-dd} {day.Score}")))}" : "";
        var found = $"{Count.Of(channel.Mentions, "mention")}{(counted.Length > 0 ? $", {counted}" : "")}{history}";
        return channel.IsMeasured ? found : $"not measured: no source of this kind was read since{(channel.Mentions > 0 || counted.Length > 0 ? $"; at hand {found}" : "")}";
    }

    /// <summary>What it shows.</summary>
    public static string Evidence(ReleaseAttention attention) =>
        $"evidence: {Count.Of(attention.Supported, "claim")} of {Number(attention.Claims)} on a sample or more (W2 to W5), {Count.Of(attention.Experiments, "sentence")} that describe experiments";

    /// <summary>The ratio, with its parts.</summary>
    public static string Ratio(ReleaseAttention attention) => attention switch
    {
        { Mentions: null } => "attention to evidence: not measured",
        { Ratio: { } ratio } => FormattableString.Invariant($"attention to evidence: {attention.Mentions} mentions to {attention.Supported} claims, {ratio:0.0}"),
        _ => FormattableString.Invariant($"attention to evidence: {attention.Mentions} mentions to no claim on a sample or more"),
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
