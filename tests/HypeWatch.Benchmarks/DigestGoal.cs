extern alias app;

using System.Diagnostics;
using System.Globalization;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Pipeline;
using HypeWatch.Storage;
using HypeWatch.Tests.Digests;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.Benchmarks;

/// <summary>Composing, drawing and noting the digests of many readers with choices of their own over many claims; nothing is delivered.</summary>
internal sealed class DigestGoal : IGoal
{
    private const int Documents = 500, ClaimsEach = 200, FlagsEach = 4, Readers = 5000, Choices = 250;
    private const double LimitMillis = 60_000;
    private const long LimitBytes = 500L << 20;

    public string Name => "G1";

    public string Description => "compose, draw and note the digests of 5000 readers with 250 choices over 100,000 claims (goal: at most 60 s CPU and 500 MB)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("hypewatch-bench-");
        try
        {
            // A mail server that does not answer: delivery ends at once, and the mails stay noted.
            await using var product = app::Program.Compose(new Dictionary<string, string?>
            {
                ["DataDirectory"] = folder.FullName, ["Digest:BaseUrl"] = "https://watch.example", ["Digest:UnsubscribeKey"] = "a secret of some length", ["Smtp:Host"] = "127.0.0.1", ["Smtp:Port"] = "9",
                ["Logging:LogLevel:Default"] = "Error",
            }).Build();
            await product.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
            var database = product.Services.GetRequiredService<Database>();
            for (var i = 0; i < Documents; i++) await SampleWatch.AddAsync(database, i, string.Create(CultureInfo.InvariantCulture, $"lab{i % Choices}"), ClaimsEach, FlagsEach);
            for (var i = 0; i < Readers; i++)
                await product.Services.GetRequiredService<SubscriberStore>().AddAsync(string.Create(CultureInfo.InvariantCulture, $"reader{i}@example.org"), new() { Organisations = [string.Create(CultureInfo.InvariantCulture, $"lab{i % Choices}")] }, true, true, ct);

            GC.Collect();
            var queued = 0;
            using var process = Process.GetCurrentProcess();
            var millis = await Stopwatches.CpuMillisAsync(async () => queued = (await product.Services.GetRequiredService<PublishDigest>().RunAsync(null, null, ct)).Queued);
            process.Refresh();
            var peak = process.PeakWorkingSet64;
            return new(millis, "limit", LimitMillis, string.Create(CultureInfo.InvariantCulture, $"{Documents * ClaimsEach} claims, {Documents * FlagsEach} flags, {queued} mails; peak {peak >> 20} MB of {LimitBytes >> 20}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
