using Microsoft.Extensions.Logging.Console;

namespace HypeWatch.App.Telemetry;

/// <summary>Adds logs, traces and metrics.</summary>
internal static class TelemetryServices
{
    /// <summary>Adds the log on the error stream, and what tells a collector.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(TelemetrySettings.Section);
        builder.Services.AddOptions<TelemetrySettings>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<OtlpExport>().AddSingleton<MetricsText>();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        if (section[nameof(TelemetrySettings.Logs)] == TelemetrySettings.Json)
        {
            builder.Logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat, options.IncludeScopes) = (true, "O", true));
            // A line then says of which document's trace it is.
            builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        }
        else
        {
            builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
        }

        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    /// <summary>Begins to count and to send.</summary>
    public static void StartTelemetry(this IServiceProvider services) => services.GetRequiredService<OtlpExport>();
}
