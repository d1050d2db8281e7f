using System.Diagnostics.Metrics;

namespace TeamsConnectBot.Telemetry;

/// <summary>
/// How much the service is doing right now, as the metric <c>teamsconnectbot.work.in_flight</c>: jobs, requested sweeps, and turns
/// that continue after their response. Zero means that nothing happens before the next click or trigger.
/// </summary>
internal sealed class WorkInFlight(IMeterFactory meters)
{
    public const string MeterName = "TeamsConnectBot";

    private readonly UpDownCounter<int> counter = meters.Create(MeterName)
        .CreateUpDownCounter<int>("teamsconnectbot.work.in_flight", "{item}", "Jobs and turns being worked on.");

    public IDisposable Begin()
    {
        counter.Add(1);
        return new Item(counter);
    }

    private sealed class Item(UpDownCounter<int> counter) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
            {
                counter.Add(-1);
            }
        }
    }
}
