using System.ComponentModel.DataAnnotations;

namespace HypeWatch.App.Telemetry;

/// <summary>Settings of the section <c>Telemetry</c>: what the program tells about itself, and to whom.</summary>
internal sealed record TelemetrySettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Telemetry";

    /// <summary>A value of <see cref="Logs"/>.</summary>
    public const string Text = "text", Json = "json";

    /// <summary>Lines of the log on the error stream: <c>text</c>, or <c>json</c> with one object a line. Default text.</summary>
    [RegularExpression("text|json", ErrorMessage = "Telemetry:Logs must be text or json")]
    public string Logs { get; set; } = Text;

    /// <summary>Base address of a collector that takes OTLP over HTTP, such as <c>http://127.0.0.1:4318</c>; null sends nothing. Its keys belong into <c>OTEL_EXPORTER_OTLP_HEADERS</c> of the environment.</summary>
    [RegularExpression("https?://[^@]+", ErrorMessage = "Telemetry:OtlpEndpoint must be an http or https address without credentials; set OTEL_EXPORTER_OTLP_HEADERS in the environment for keys")]
    public string? OtlpEndpoint { get; set; }

    /// <summary>Seconds between two sendings of metrics. Default 60.</summary>
    [Range(1, 3600, ErrorMessage = "Telemetry:MetricSeconds must lie between 1 and 3600")]
    public int MetricSeconds { get; set; } = 60;

    /// <summary>The service is not ready when less than this many megabytes are free where its data lies. Default 200.</summary>
    [Range(0, 1_000_000, ErrorMessage = "Telemetry:FreeMegabytes must lie between 0 and 1000000")]
    public int FreeMegabytes { get; set; } = 200;
}
