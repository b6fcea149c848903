using System.Diagnostics;
using HypeWatch.App.Tests.Fakes;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Pipeline;
using HypeWatch.Tests.Digests.Delivery;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HypeWatch.App.Tests.Digests;

/// <summary>Two processes send one digest from one PostgreSQL, and one of them is killed in the middle.</summary>
public sealed class KilledSendTests
{
    private const int Readers = 200;

    // The server kills when it has the mail and before it answers (nobody can know whether it was taken), or while the next one is only named (nothing was taken).
    [PostgresTheory]
    [InlineData(20, true, false)]
    [InlineData(90, false, false)]
    [InlineData(60, true, true)]
    public async Task Every_reader_gets_the_digest_once_and_a_mail_of_which_nobody_can_know_is_called_so(int moment, bool isWhole, bool areServices)
    {
        using var folder = new TemporaryFolder();
        var schema = "test_" + Path.GetFileName(folder.Path).Replace('-', '_').ToLowerInvariant();
        await ExecuteAsync($"CREATE SCHEMA {schema}");
        Process? first = null;
        var (seen, hasKilled) = (0, new TaskCompletionSource());
        await using var server = new SmtpServer(new()
        {
            Taking = _ => KillAsync(isWhole),
            OnRecipient = (_, _) =>
            {
                if (!isWhole && Interlocked.Increment(ref seen) == moment) Kill();
                return null;
            },
        });
        var settings = new Dictionary<string, string>
        {
            ["Storage__Provider"] = "postgres", ["Storage__ConnectionString"] = new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { SearchPath = schema, MaxPoolSize = 4 }.ToString(),
            ["Smtp__Host"] = "localhost", ["Smtp__Port"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Smtp__CaFile"] = server.CaFile, ["Smtp__TimeoutSeconds"] = "1",
            ["Smtp__MailsPerMinute"] = "60000", ["DataDirectory"] = folder.Data, ["Web__Port"] = "0", ["Schedule__DigestCron"] = "0/2 * * * * ?", ["Sources__0__Name"] = "none",
            ["Sources__0__Kind"] = "folder", ["Sources__0__Url"] = folder.Path, ["Sources__0__Enabled"] = "false",
        };
        var environment = settings.ToDictionary(pair => "HypeWatch__" + pair.Key, pair => pair.Value);
        await using var app = Program.Compose(settings.ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), string? (pair) => pair.Value)).Build();
        try
        {
            await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(default);
            foreach (var i in Enumerable.Range(1, Readers)) await app.Services.GetRequiredService<SubscriberStore>().AddAsync($"reader{i}@example.org", null, true, true, default);

            string[] verb = areServices ? ["run"] : ["digest", "send"];
            first = ChildProgram.Start(environment, verb);
            using var second = ChildProgram.Start(areServices ? new(environment) { ["HypeWatch__DataDirectory"] = folder.Data + "-second" } : environment, verb);
            await hasKilled.Task.WaitAsync(TimeSpan.FromMinutes(2));
            await first.WaitForExitAsync();
            if (areServices)
            {
                // The other scheduler goes on by itself until everything is sent, or known to be unknown once the dead process's lease has ended.
                for (var i = 0; i < 1200 && await CountAsync() is var now && now.GetValueOrDefault(MailState.Sent) + now.GetValueOrDefault(MailState.Unknown) < Readers; i++) await Task.Delay(100);
                second.Kill();
            }

            await second.WaitForExitAsync();

            // Whoever comes after the lease of the dead process finishes, and says what cannot be known.
            await app.Services.GetRequiredService<PublishDigest>().RunAsync(null, null, default);
            for (var i = 0; i < 100 && (await CountAsync()).GetValueOrDefault(MailState.Sending) > 0; i++)
            {
                await Task.Delay(100);
                await app.Services.GetRequiredService<MailDelivery>().RunAsync(default);
            }

            var states = await CountAsync();
            var taken = server.Mails.GroupBy(mail => mail.To).ToDictionary(group => group.Key, group => group.Count());
            Assert.All(taken, reader => Assert.True(reader.Value == 1, $"{reader.Key} has it {reader.Value} times"));
            Assert.Equal(Readers, states.GetValueOrDefault(MailState.Sent) + states.GetValueOrDefault(MailState.Unknown));
            Assert.InRange(states.GetValueOrDefault(MailState.Unknown), 0, 1);
            var lost = Enumerable.Range(1, Readers).Select(i => $"reader{i}@example.org").Where(reader => !taken.ContainsKey(reader)).ToList();
            // Only the mail in the dead process's hands can be missing, and the ledger calls it unknown.
            var unknown = (await app.Services.GetRequiredService<MailLedger>().ListAsync(null, null, null, 1000, default)).Where(mail => mail.State is MailState.Unknown).Select(mail => mail.Recipient).ToList();
            Assert.All(lost, reader => Assert.Contains(reader, unknown));
        }
        finally
        {
            first?.Dispose();
            await ExecuteAsync($"DROP SCHEMA {schema} CASCADE");
        }

        async Task<IReadOnlyDictionary<MailState, int>> CountAsync() => await app.Services.GetRequiredService<MailLedger>().CountAsync(default);

        Task KillAsync(bool isMoment)
        {
            if (isMoment && Interlocked.Increment(ref seen) == moment) Kill();
            return Task.CompletedTask;
        }

        void Kill()
        {
            first!.Kill();
            hasKilled.TrySetResult();
        }
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
