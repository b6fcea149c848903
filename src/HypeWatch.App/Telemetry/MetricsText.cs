using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Telemetry;

/// <summary>The counts of this process, kept as they come in and written in the text format of Prometheus.</summary>
internal sealed class MetricsText : IDisposable
{
    /// <summary>The platform's own meter: memory, collections, threads, processor time.</summary>
    public const string Platform = "System.Runtime";

    // A meter whose labels have no end must not take all memory.
    private const int MostSeries = 2000;

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), MetricSeries> series = new();

    /// <summary>Begins to listen.</summary>
    public MetricsText()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name is Signals.Name or Platform) own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Writes all counts.</summary>
    /// <param name="more">Further gauges: name, labels and value.</param>
    public string Write(IEnumerable<(string Name, string Labels, double Value)> more)
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var metric in series.GroupBy(one => NameOf(one.Key.Instrument)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var instrument = metric.First().Key.Instrument;
            var kind = IsHistogram(instrument) ? "histogram" : IsCounter(instrument) ? "counter" : "gauge";
            if (instrument.Description is { Length: > 0 } about) text.Append("# HELP ").Append(metric.Key).Append(' ').Append(about.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal)).Append('\n');
            text.Append("# TYPE ").Append(metric.Key).Append(' ').Append(kind).Append('\n');
            foreach (var (key, one) in metric.OrderBy(one => one.Key.Labels, StringComparer.Ordinal)) one.Write(text, metric.Key, key.Labels);
        }

        foreach (var gauges in more.GroupBy(gauge => gauge.Name))
        {
            text.Append("# TYPE ").Append(gauges.Key).Append(" gauge\n");
            foreach (var (name, labels, value) in gauges) MetricSeries.Line(text, name, labels, value);
        }

        return text.ToString();
    }

    /// <summary>A label as it is written.</summary>
    public static string Label(string name, object? value) =>
        $"{Clean(name)}=\"{Convert.ToString(value, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (name, tag) in tags) labels.Add(Label(name, tag));
        var key = (instrument, string.Join(',', labels.Order(StringComparer.Ordinal)));
        if (!series.TryGetValue(key, out var one))
        {
            if (series.Count >= MostSeries) return;
            one = series.GetOrAdd(key, _ => new MetricSeries(IsHistogram(instrument)));
        }

        // Observed instruments tell where they stand, the others what was added.
        if (instrument.IsObservable) one.Set(value);
        else one.Add(value);
    }

    private static string NameOf(Instrument instrument) => Clean(instrument.Name)
        + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" } + (IsCounter(instrument) ? "_total" : "");

    private static string Clean(string name) => string.Concat(name.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_'));

    private static bool IsHistogram(Instrument instrument) => Is(instrument, typeof(Histogram<>));

    private static bool IsCounter(Instrument instrument) => Is(instrument, typeof(Counter<>)) || Is(instrument, typeof(ObservableCounter<>));

    private static bool Is(Instrument instrument, Type kind) => instrument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == kind;
}
