using System.Net;
using System.Net.Sockets;

namespace HypeWatch.Http;

/// <summary>
/// Opens the sockets of all requests. The address is checked here, on what is really connected to, so that neither a redirect nor a name whose answer
/// changes between check and use (DNS rebinding) gets past it (threats 3 and 4).
/// </summary>
internal static class GuardedConnection
{
    /// <summary>Resolves a host and connects to one of its permitted addresses.</summary>
    /// <exception cref="DestinationRefusedException">The host has no public address and is none of the user's own.</exception>
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint destination, HttpSettings settings, CancellationToken ct)
    {
        var resolved = await Dns.GetHostAddressesAsync(destination.Host, ct);
        var permitted = settings.IsAllowedPrivate(destination.Host, destination.Port) ? resolved : [.. resolved.Where(PublicAddress.Is)];
        if (permitted.Length == 0) throw new DestinationRefusedException(destination.Host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, destination.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host that is not on the public internet and none of the user's own.</summary>
internal sealed class DestinationRefusedException(string host)
    : Exception($"{host} has no public address; if it is a server of your own, name it in Http:AllowedPrivateHosts");
