using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Whoever runs the service and reads its metrics and traces: every name and tag that leaves, once each.</summary>
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
        // Counts with their numbers: there are few, and one could tell as much as a word. Of what is measured in seconds each is different.
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep($"{instrument.Name} {value}", tags));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep($"{instrument.Name} {value}", tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument.Name, tags));
        meters.Start();
        traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ServiceMetrics.Source.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = trace => Keep(
                $"{trace.DisplayName} {trace.StatusDescription} {string.Join(' ', trace.Events.SelectMany(one => one.Tags))}", [.. trace.TagObjects]),
        };
        ActivitySource.AddActivityListener(traces);
    }

    public IReadOnlyCollection<string> Lines
    {
        get
        {
            // Gauges say something only when they are asked, as an exporter does.
            meters.RecordObservableInstruments();
            return [.. lines.Keys];
        }
    }

    public void Dispose()
    {
        meters.Dispose();
        traces.Dispose();
    }

    private void Keep(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags) => lines.TryAdd($"{name} {string.Join(' ', tags.ToArray())}", 0);
}
