using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>
/// What a reader was shown before. A flag is known by release, code and words rather than by its id, which changes with every version of a page; it is news
/// again only when it was raised, or confirmed since.
/// </summary>
public sealed class ShownHistory
{
    private const string Prefix = "flag";

    private readonly Dictionary<string, (int Severity, bool IsConfirmed)> flags = new(StringComparer.Ordinal);

    /// <summary>Reads the keys of earlier digests (<see cref="DigestIssue.ShownKeys"/>).</summary>
    public ShownHistory(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (key.Split('|') is not [Prefix, var id, var identity, var number, var status] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var severity)) continue;
            FlagIds.Add(new(id));
            var before = flags.GetValueOrDefault(identity);
            flags[identity] = (Math.Max(before.Severity, severity), before.IsConfirmed || status == FlagStatus.Confirmed.ToCode());
        }
    }

    /// <summary>Ids of the flags that were shown.</summary>
    public HashSet<FlagId> FlagIds { get; } = [];

    /// <summary>Whether a flag was not shown yet, or has grown since.</summary>
    public bool IsNews(Flag flag, Claim? claim) =>
        !flags.TryGetValue(IdentityOf(flag, claim), out var before) || flag.Severity > before.Severity || (flag.Status is FlagStatus.Confirmed && !before.IsConfirmed);

    /// <summary>The key of a flag in its present state.</summary>
    public static string KeyOf(Flag flag, Claim? claim) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}|{flag.Id}|{IdentityOf(flag, claim)}|{flag.Severity}|{flag.Status.ToCode()}");

    private static string IdentityOf(Flag flag, Claim? claim) => ContentId.Sha256($"{flag.Release}\n{flag.Code}\n{flag.Subtype}\n{claim?.Quote ?? flag.Id.Value}")[..20];
}
