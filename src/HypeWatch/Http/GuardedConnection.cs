using System.Net;
using System.Net.Sockets;

namespace HypeWatch.Http;

/// <summary>
/// Opens the sockets of all requests. The address is checked here, on what is really connected to, so that neither a redirect nor a name whose answer
/// changes between check and use (DNS rebinding) gets past it (threats 3 and 4).
/// </summary>
internal static class GuardedConnection
{
    /// <summary>Resolves a host and connects to one of its permitted addresses: what is checked is what is connected to.</summary>
    /// <param name="destination">The host.</param>
    /// <param name="settings">Which private hosts are the user's own.</param>
    /// <param name="resolve">Looks a name up; null for the system's resolver.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="DestinationRefusedException">The host has no public address and is none of the user's own.</exception>
    public static async ValueTask<Stream> OpenAsync(
        DnsEndPoint destination, HttpSettings settings, Func<string, CancellationToken, Task<IPAddress[]>>? resolve, CancellationToken ct)
    {
        // A bare address is not looked up: the resolver refuses some, and the reason would be lost.
        var resolved = IPAddress.TryParse(destination.Host, out var bare) ? [bare] : await (resolve ?? Dns.GetHostAddressesAsync)(destination.Host, ct);
        var permitted = settings.IsAllowedPrivate(destination.Host, destination.Port) || IsProxy(destination, settings) ? resolved : [.. resolved.Where(PublicAddress.Is)];
        if (permitted.Length == 0) throw new DestinationRefusedException(destination.Host);

        var socket = permitted is [var only] ? new Socket(only.AddressFamily, SocketType.Stream, ProtocolType.Tcp) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.NoDelay = true;
        try
        {
            if (permitted is [var one]) await socket.ConnectAsync(one, destination.Port, ct);
            else await socket.ConnectAsync(permitted, destination.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Why an address must not be asked for through the configured proxy; null when it may. The proxy is what is connected to, and it resolves names by itself: what
    /// can be checked here is that the name has no private address now.
    /// </summary>
    public static async Task<string?> ProxiedProblemAsync(Uri url, HttpSettings settings, CancellationToken ct)
    {
        if (settings.Proxy is null || settings.IsAllowedPrivate(url.IdnHost, url.Port)) return null;
        try
        {
            var resolved = await Dns.GetHostAddressesAsync(url.IdnHost, ct);
            return resolved.Length > 0 && Array.TrueForAll(resolved, PublicAddress.Is) ? null : new DestinationRefusedException(url.IdnHost).Message;
        }
        catch (SocketException)
        {
            // Only the proxy can resolve it, as in a network without names of the outside; a bare address never comes here.
            return null;
        }
    }

    private static bool IsProxy(DnsEndPoint destination, HttpSettings settings) =>
        Uri.TryCreate(settings.Proxy, UriKind.Absolute, out var proxy) && proxy.Port == destination.Port && proxy.IdnHost.Trim('[', ']').Equals(destination.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A host that is not on the public internet and none of the user's own.</summary>
internal sealed class DestinationRefusedException(string host)
    : Exception($"{host} has no public address; if it is a server of your own, name it in Http:AllowedPrivateHosts");
