using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Collects each distinct name and tag in the metrics and traces that the service exports to its operators.</summary>
internal sealed class TelemetryReader : IDisposable
{
    private readonly ConcurrentDictionary<string, byte> lines = new();
    private readonly MeterListener meters = new();
    private readonly ActivityListener traces;

    public TelemetryReader()
    {
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == WorkInFlight.MeterName || TelemetryFeature.FrameworkMeters.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        // Counts are kept with their values, because a number could reveal as much as a word; durations all differ, so only their names.
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep($"{instrument.Name} {value}", tags));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep($"{instrument.Name} {value}", tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument.Name, tags));
        meters.Start();
        traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ServiceMetrics.SourceName,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = trace => Keep(
                $"{trace.DisplayName} {trace.StatusDescription} {string.Join(' ', trace.Events.SelectMany(one => one.Tags))}",
                [.. trace.TagObjects]),
        };
        ActivitySource.AddActivityListener(traces);
    }

    public IReadOnlyCollection<string> Lines
    {
        get
        {
            // Observable gauges report only when an exporter reads them.
            meters.RecordObservableInstruments();
            return [.. lines.Keys];
        }
    }

    public void Dispose()
    {
        meters.Dispose();
        traces.Dispose();
    }

    private void Keep(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        lines.TryAdd($"{name} {string.Join(' ', tags.ToArray())}", 0);
}
