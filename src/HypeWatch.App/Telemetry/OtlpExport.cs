using HypeWatch.Pipeline;
using HypeWatch.Storage;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HypeWatch.App.Telemetry;

/// <summary>Sends traces and metrics to a collector, for as long as it lives. What is still unsent when it ends is sent then; a collector that does not answer keeps nothing waiting.</summary>
internal sealed class OtlpExport : IDisposable
{
    private const int LastWordsMillis = 2000;

    private readonly TracerProvider? traces;
    private readonly MeterProvider? metrics;

    /// <summary>Begins to send where a collector is configured.</summary>
    public OtlpExport(IOptions<TelemetrySettings> options, RunStamp stamp)
    {
        if (options.Value is not { OtlpEndpoint: { } address } settings) return;
        var version = typeof(OtlpExport).Assembly.GetName().Version?.ToString(3);
        var resource = ResourceBuilder.CreateEmpty().AddService("hypewatch", serviceVersion: version, serviceInstanceId: stamp.RunId);
        // The platform's own source tells of requests, with queries (which may hold keys) left out of addresses.
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Signals.Name, "System.Net.Http")
            .AddOtlpExporter(exporter => Send(exporter, address, "traces")).Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Signals.Name, MetricsText.Platform)
            .AddOtlpExporter((exporter, reader) =>
            {
                Send(exporter, address, "metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = settings.MetricSeconds * 1000;
            }).Build();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        traces?.Shutdown(LastWordsMillis);
        metrics?.Shutdown(LastWordsMillis);
        traces?.Dispose();
        metrics?.Dispose();
    }

    private static void Send(OtlpExporterOptions exporter, string address, string what)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{address.TrimEnd('/')}/v1/{what}");
    }
}
