using System.Diagnostics.Metrics;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>Listens to one service's metric of work in flight.</summary>
internal sealed class WorkMeter : IDisposable
{
    private readonly MeterListener listener = new();
    private int inFlight;

    public WorkMeter(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            // Several services may run in one process, each with its own meter factory.
            if (instrument.Name == "teamsconnectbot.work.in_flight" && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, change, _, _) => Interlocked.Add(ref inFlight, change));
        listener.Start();
    }

    public int InFlight => Volatile.Read(ref inFlight);

    public void Dispose() => listener.Dispose();
}
