using HypeWatch.Digests;

namespace HypeWatch.App.Web;

/// <summary>Parts of a request that several routes read.</summary>
internal static class RequestParts
{
    /// <summary>What stands behind the question mark, each value with its name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(this HttpRequest request) => [.. from pair in request.Query from value in pair.Value select KeyValuePair.Create(pair.Key, value ?? "")];

    /// <summary>Address of the installation, without a slash at its end.</summary>
    public static string Root(this HttpRequest request, DigestSettings digest) => digest.BaseUrl is { Length: > 0 } root ? root.TrimEnd('/') : $"{request.Scheme}://{request.Host}";
}
