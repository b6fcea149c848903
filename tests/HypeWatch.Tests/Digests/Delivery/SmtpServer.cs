using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HypeWatch.Tests.Digests.Delivery;

/// <summary>A mail as it was taken.</summary>
internal sealed record TakenMail(string From, string To, string Message)
{
    public string MessageId => Message.Split("\r\n").First(line => line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase))["Message-Id:".Length..].Trim();
}

/// <summary>What a server of a test does otherwise than a good one.</summary>
internal sealed record SmtpScript
{
    public bool OffersStartTls { get; init; } = true;

    public bool TlsAtOnce { get; init; }

    public bool OffersAuth { get; init; }

    /// <summary>Answer to the password; null takes any.</summary>
    public string? AuthAnswer { get; init; }

    public string Greeting { get; init; } = "220 loopback.example ready";

    /// <summary>Given sender and the number of the attempt.</summary>
    public Func<string, string?> OnSender { get; init; } = _ => null;

    /// <summary>Given recipient and how often it was named; null accepts.</summary>
    public Func<string, int, string?> OnRecipient { get; init; } = (_, _) => null;

    /// <summary>Given recipient, after the end of the data; null accepts, empty hangs up without a word.</summary>
    public Func<string, string?> OnData { get; init; } = _ => null;

    /// <summary>Hangs up in the middle of the data.</summary>
    public bool DropsInData { get; init; }

    /// <summary>Says nothing from here on: <c>connect</c>, <c>data</c>.</summary>
    public string? SilentAt { get; init; }

    /// <summary>Called when a mail is whole and before it is answered.</summary>
    public Func<TakenMail, Task> Taking { get; init; } = _ => Task.CompletedTask;
}

/// <summary>A mail server on a free loopback port that fails as a test tells it to.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, int> named = new(StringComparer.Ordinal);
    private readonly X509Certificate2 certificate;
    private readonly SmtpScript script;
    private readonly Task accepting;

    public SmtpServer(SmtpScript? script = null, string certifiedHost = "localhost")
    {
        this.script = script ?? new();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={certifiedHost}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(certifiedHost);
        if (certifiedHost == "localhost") names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        CaFile = Path.Combine(Path.GetTempPath(), $"hypewatch-ca-{Path.GetRandomFileName()}.pem");
        File.WriteAllText(CaFile, made.ExportCertificatePem());
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string CaFile { get; }

    public ConcurrentQueue<TakenMail> Mails { get; } = new();

    public ConcurrentQueue<string> Commands { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
        certificate.Dispose();
        File.Delete(CaFile);
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            Stream stream = client.GetStream();
            if (script.SilentAt == "connect") await Task.Delay(Timeout.Infinite, stop.Token);
            if (script.TlsAtOnce) stream = await SecureAsync(stream);
            await TalkAsync(stream);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client hung up, or did not trust the certificate, which some tests are about.
        }
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        return secure;
    }

    private async Task TalkAsync(Stream stream)
    {
        var (from, to, isSecure) = ("", "", script.TlsAtOnce);
        await SayAsync(script.Greeting);
        while (await LineAsync(stream) is { } line)
        {
            Commands.Enqueue(line);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync("250-loopback.example" + (script.OffersStartTls && !isSecure ? "\r\n250-STARTTLS" : "") + (script.OffersAuth ? "\r\n250-AUTH PLAIN LOGIN" : "") + "\r\n250 8BITMIME");
                    break;
                case "STARTTLS":
                    await SayAsync("220 go ahead");
                    (stream, isSecure) = (await SecureAsync(stream), true);
                    break;
                case "AUTH": await SayAsync(script.AuthAnswer ?? "235 welcome"); break;
                case "MAIL":
                    from = Address(line);
                    await SayAsync(script.OnSender(from) ?? "250 ok");
                    break;
                case "RCPT":
                    to = Address(line);
                    await SayAsync(script.OnRecipient(to, named.AddOrUpdate(to, 1, (_, before) => before + 1)) ?? "250 ok");
                    break;
                case "DATA":
                    await SayAsync("354 go on");
                    if (!await TakeAsync(from, to)) return;
                    break;
                case "QUIT":
                    await SayAsync("221 bye");
                    return;
                default: await SayAsync("250 ok"); break;
            }
        }

        Task SayAsync(string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), stop.Token).AsTask();

        async Task<bool> TakeAsync(string sender, string recipient)
        {
            var message = new StringBuilder();
            for (var lines = 0; await LineAsync(stream) is { } line && line != "."; lines++)
            {
                if (script.DropsInData && lines > 3) return false;
                message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            if (script.SilentAt == "data") await Task.Delay(Timeout.Infinite, stop.Token);
            var answer = script.OnData(recipient);
            if (answer is { Length: > 0 })
            {
                await SayAsync(answer);
                return true;
            }

            var mail = new TakenMail(sender, recipient, message.ToString());
            Mails.Enqueue(mail);
            if (answer is not null) return false;
            await script.Taking(mail);
            await SayAsync("250 taken");
            return true;
        }
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop.Token) == 1)
        {
            if (one[0] == '\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }
}
