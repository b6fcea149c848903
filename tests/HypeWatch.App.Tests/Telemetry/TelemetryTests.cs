using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace HypeWatch.App.Tests.Telemetry;

public sealed partial class TelemetryTests
{
    [Fact]
    public async Task The_way_of_a_document_is_one_trace_and_its_counts_reach_the_collector()
    {
        await using var collector = new OtlpReceiver();
        using var folder = new TemporaryFolder();
        var paper = folder.Write("paper.html", AddTests.Page);
        folder.Write("data/hypewatch.json", $$"""{ "Telemetry": { "OtlpEndpoint": "{{collector.Address}}" } }""");
        (await CommandRun.OfAsync("add", paper, "--data-directory", folder.Data)).Expect(ExitCode.Ok);

        // Other tests of this process may send their documents too.
        var journey = Assert.Single(collector.Spans, span => span.Name == "document" && span.Values.Any(value => value.Contains(folder.Path, StringComparison.Ordinal)));
        Assert.Equal("", journey.Parent.TrimStart('0'));
        var steps = collector.Spans.Where(span => span.Trace == journey.Trace && span.Parent == journey.Id).Select(span => span.Name);
        Assert.Equal(["fetch", "read", "screen", "claims", "evidence"], steps);
        Assert.True(collector.HasMetric("hypewatch.documents"));
    }

    [Fact]
    public async Task A_collector_that_does_not_answer_hinders_nothing()
    {
        using var folder = new TemporaryFolder();
        var paper = folder.Write("paper.html", AddTests.Page);
        folder.Write("data/hypewatch.json", """{ "Telemetry": { "OtlpEndpoint": "http://127.0.0.1:9" } }""");
        (await CommandRun.OfAsync("add", paper, "--data-directory", folder.Data)).Expect(ExitCode.Ok);
    }

    [Fact]
    public async Task Metrics_are_lines_of_the_text_format_and_count_what_was_read()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder);
        var paper = folder.Write("paper.html", AddTests.Page);
        (await CommandRun.OfAsync("add", paper, "--data-directory", folder.Data)).Expect(ExitCode.Ok);

        using var answer = await site.Web.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines.Where(line => !line.StartsWith('#')), line => Assert.Matches(Sample(), line));
        Assert.Contains("hypewatch_items{state=\"done\"} 1", lines);
        Assert.Contains("hypewatch_ready{part=\"database\"} 1", lines);
        Assert.Contains(lines, line => line.StartsWith("hypewatch_documents_total{state=\"done\"}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("hypewatch_stage_duration_seconds_bucket{outcome=\"done\",stage=\"claims\",le=\"+Inf\"}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("dotnet_process_memory_working_set_bytes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", HttpStatusCode.OK, "\"status\":\"ready\"")]
    [InlineData("1000000", HttpStatusCode.ServiceUnavailable, "make room")]
    public async Task Readiness_tells_why_the_service_cannot_work(string freeMegabytes, HttpStatusCode status, string words)
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder, ("Telemetry:FreeMegabytes", freeMegabytes));
        await (await site.App.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).Start();
        using var answer = await site.Web.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_of_json_has_one_object_a_line_that_names_the_trace()
    {
        using var folder = new TemporaryFolder();
        var paper = folder.Write("paper.html", AddTests.Page);
        folder.Write("data/hypewatch.json", """{ "Telemetry": { "Logs": "json", "OtlpEndpoint": "http://127.0.0.1:9" } }""");
        using var process = ChildProgram.Start("add", paper, "--verbose", "--data-directory", folder.Data);
        var output = process.StandardOutput.ReadToEndAsync();
        var lines = (await process.StandardError.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await output;
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.Ok, process.ExitCode);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Contains(lines, line => line.Contains("Stage claims", StringComparison.Ordinal) && line.Contains("TraceId", StringComparison.Ordinal));
    }

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_]*(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*\\})? (-?[0-9.]+(E[+-]?[0-9]+)?|NaN|[+-]Inf)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();
}
