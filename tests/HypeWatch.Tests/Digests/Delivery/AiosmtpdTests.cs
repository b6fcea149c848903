using HypeWatch.Digests.Delivery;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Digests.Delivery;

public sealed class AiosmtpdTests
{
    private const string Server = """
        import asyncio, sys
        from aiosmtpd.smtp import SMTP
        class Handler:
            async def handle_DATA(self, server, session, envelope):
                open(sys.argv[1], 'wb').write(envelope.content)
                open(sys.argv[1] + '.to', 'w').write(envelope.mail_from + ' ' + ' '.join(envelope.rcpt_tos))
                return '250 taken by aiosmtpd'
        async def main():
            server = await asyncio.get_running_loop().create_server(lambda: SMTP(Handler(), enable_SMTPUTF8=False), '127.0.0.1', 0)
            print(server.sockets[0].getsockname()[1])
            await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
        asyncio.run(main())
        """;

    [PythonFact("aiosmtpd")]
    public async Task A_server_of_others_takes_the_mail_as_it_was_stored()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "taken.eml");
        using var server = Python.Start(Server, file);
        try
        {
            var port = int.Parse((await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)))!, System.Globalization.CultureInfo.InvariantCulture);
            await using var stage = await MailStage.CreateAsync(smtp: new() { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None, TimeoutSeconds = 20, MailsPerMinute = 60_000 });
            await stage.QueueAsync("ada@example.org");
            var stored = await stage.Ledger.MessageAsync(await stage.MailOfAsync("ada@example.org"), default);
            Assert.Equal((1, null), ((await stage.Delivery.RunAsync(default)) is var report ? report.Sent : 0, report.Problem));
            Assert.Equal(stored, await File.ReadAllTextAsync(file));
            Assert.Equal("watch@example.org ada@example.org", await File.ReadAllTextAsync(file + ".to"));
            Assert.Contains("taken by aiosmtpd", (await stage.MailOfAsync("ada@example.org")).Answer, StringComparison.Ordinal);
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
    }
}
