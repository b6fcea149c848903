namespace HypeWatch.Queries;

/// <summary>Where a release can be noticed.</summary>
public enum AttentionChannel
{
    /// <summary>Newspapers and news sites.</summary>
    News,
    /// <summary>Forums and their comments.</summary>
    Forum,
    /// <summary>Social networks.</summary>
    Social,
    /// <summary>Works that cite it.</summary>
    Citations,
}

/// <summary>The count of a channel on a day.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Score">Votes, likes or citations of all that was announced, each as last counted by then.</param>
public sealed record AttentionDay(DateOnly Day, long Score);

/// <summary>How much a release was noticed in one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="IsMeasured">Whether a source of the channel could be read since the release; without one, what is at hand is no count.</param>
/// <param name="Mentions">Texts of others about it that are at hand.</param>
/// <param name="Score">Votes, likes or citations as last counted; null when nothing was counted.</param>
/// <param name="Replies">Replies and comments as last counted; null when nothing was counted.</param>
/// <param name="OverTime">The score day by day.</param>
public sealed record ChannelAttention(AttentionChannel Channel, bool IsMeasured, int Mentions, long? Score, long? Replies, IReadOnlyList<AttentionDay> OverTime);

/// <summary>How much a release was noticed, beside how much it shows. The ratio never stands without its parts.</summary>
/// <param name="Channels">Each channel.</param>
/// <param name="Claims">Claims in its own documents.</param>
/// <param name="Supported">Those that rest on a sample or more (W2 to W5).</param>
/// <param name="Experiments">Sentences of its own documents that describe an experiment.</param>
public sealed record ReleaseAttention(IReadOnlyList<ChannelAttention> Channels, int Claims, int Supported, int Experiments)
{
    /// <summary>Mentions in the channels that are measured; null where none is.</summary>
    public int? Mentions => Channels.Where(channel => channel.IsMeasured).ToList() is { Count: > 0 } measured ? measured.Sum(channel => channel.Mentions) : null;

    /// <summary>Mentions for each claim that rests on a sample or more; null where nothing is measured or no claim does.</summary>
    public double? Ratio => Supported > 0 && Mentions is { } mentions ? (double)mentions / Supported : null;
}
