namespace HypeWatch.Digests;

/// <summary>Settings of section <c>Digest</c>.</summary>
public sealed record DigestSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Digest";

    /// <summary>The shortest accepted <see cref="UnsubscribeKey"/>, in characters.</summary>
    public const int MinimumKeyLength = 16;

    /// <summary>Who gets the digest; without any, one copy for <see cref="Nobody"/> is written.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Sender, as <c>Name &lt;address&gt;</c> or an address.</summary>
    public string From { get; init; } = "HypeWatch <hypewatch@localhost>";

    /// <summary>Address of the web pages, to which the digest links; null while there are none to link to.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Secret from which unsubscribe links are derived; needed together with <see cref="BaseUrl"/>.</summary>
    public string? UnsubscribeKey { get; init; }

    /// <summary>Whether a week without anything new gives a mail of five lines, or none. A broken source always gives one.</summary>
    public bool SendWhenNothingNew { get; init; } = true;

    /// <summary>The address that a copy is written for when there are no recipients.</summary>
    public const string Nobody = "reader@localhost";
}
