using System.Net;
using System.Net.Sockets;

namespace HypeWatch.Http;

/// <summary>
/// Tells addresses of the public internet from all others: loopback, private, link-local (where cloud metadata live), carrier-grade NAT, documentation,
/// benchmarking, multicast, and IPv6 forms that carry an IPv4 address (IANA special-purpose registries, RFC 6890; threats 1 and 2).
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        .. ((string[])["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"]).Select(IPNetwork.Parse),
    ];

    // Everything outside 2000::/3 is special: ::, ::1, ::ffff:0:0/96 (mapped), 64:ff9b::/96 (NAT64), fc00::/7, fe80::/10, ff00::/8.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    // Teredo and the protocol assignments, documentation, 6to4.
    private static readonly IPNetwork[] SpecialV6 =
        [.. ((string[])["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]).Select(IPNetwork.Parse)];

    /// <summary>Whether an address belongs to the public internet.</summary>
    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !SpecialV4.Any(network => network.Contains(address)),
        // IPNetwork compares a mapped address by its IPv4 part, with which ::ffff:8.8.8.8 would lie in 2000::/3.
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && GlobalV6.Contains(address) && !SpecialV6.Any(network => network.Contains(address)),
        _ => false,
    };
}
