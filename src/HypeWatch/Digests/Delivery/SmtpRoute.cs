using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace HypeWatch.Digests.Delivery;

/// <summary>Opens connections to the mail server of the settings. A server that does not offer the wanted protection is given neither password nor mail.</summary>
public sealed class SmtpRoute(SmtpSettings settings) : IMailRoute
{
    /// <inheritdoc/>
    public async Task<IMailSession> OpenAsync(CancellationToken ct)
    {
        var session = new SmtpSession(settings, this);
        try
        {
            await session.ConnectAsync(ct);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connects and signs in.</summary>
    /// <exception cref="RouteException">It cannot; the message names the setting to look at.</exception>
    internal async Task ConnectAsync(SmtpClient client, CancellationToken ct)
    {
        var (host, port) = (settings.Host!, settings.Port);
        client.Timeout = checked(settings.TimeoutSeconds * 1000);
        if (settings.CaFile is { } file) Trust(client, file);
        try
        {
            await client.ConnectAsync(host, port, settings.Security switch { SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect, SmtpSecurity.None => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls }, ct);
            if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password ?? "", ct);
        }
        catch (NotSupportedException missing)
        {
            throw new RouteException($"mail server {host}:{port} offers no {(client.IsConnected ? "sign-in that this program knows (Smtp:User)" : "STARTTLS, and nothing is sent in the clear: set Smtp:Security to Tls, or to None for a server of your own")}", missing);
        }
        catch (SslHandshakeException untrusted)
        {
            throw new RouteException($"mail server {host}:{port} has a certificate that is not trusted, or speaks no TLS at this port: look at Smtp:Host, Smtp:Port and Smtp:CaFile", untrusted);
        }
        catch (AuthenticationException refused)
        {
            throw new RouteException($"mail server {host}:{port} did not accept Smtp:User and Smtp:Password: {refused.Message}", refused);
        }
        catch (Exception failure) when (failure is IOException or SocketException or TimeoutException or SmtpCommandException or SmtpProtocolException)
        {
            throw new RouteException($"mail server {host}:{port} does not answer as it should: {failure.Message}", failure);
        }
    }

    private static void Trust(SmtpClient client, string file)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        // A private authority publishes no lists of revoked certificates.
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            if (certificate is not X509Certificate2 shown || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None) return false;
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(roots);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return chain.Build(shown);
        };
    }
}
