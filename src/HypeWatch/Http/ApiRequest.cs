namespace HypeWatch.Http;

/// <summary>A secret that a request carries. It never stands in an address that is shown or logged, and never goes to another host.</summary>
/// <param name="Name">Name of the header, or of the query parameter.</param>
/// <param name="Value">The secret.</param>
/// <param name="IsInQuery">Whether the service wants it in the query rather than in a header.</param>
public sealed record ApiCredential(string Name, string Value, bool IsInQuery = false)
{
    /// <summary>A bearer token (RFC 6750).</summary>
    public static ApiCredential Bearer(string token) => new("Authorization", "Bearer " + token);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: (secret)";
}

/// <summary>A question to a web API that is made for programs.</summary>
/// <param name="Url">Its address, without any secret.</param>
public sealed record ApiRequest(Uri Url)
{
    /// <summary>What is sent with POST; null asks with GET.</summary>
    public string? Body { get; init; }

    /// <summary>Media type of <see cref="Body"/>.</summary>
    public string BodyType { get; init; } = "application/json";

    /// <summary>What sort of answer is wished.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>The key; null when none is needed.</summary>
    public ApiCredential? Credential { get; init; }
}
