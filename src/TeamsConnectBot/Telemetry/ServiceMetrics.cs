using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Telemetry;

/// <summary>What the service counts. <c>docs/metrics.md</c> repeats it; nothing here says anything about a person.</summary>
internal sealed class ServiceMetrics
{
    private readonly Counter<int> messages;
    private readonly Counter<int> tasks;
    private readonly Counter<int> stops;
    private readonly Histogram<double> sweeps;

    public ServiceMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(WorkInFlight.MeterName);
        messages = meter.CreateCounter<int>("teamsconnectbot.messages", "{message}", "Messages, by what came of an attempt to send.");
        tasks = meter.CreateCounter<int>("teamsconnectbot.tasks", "{task}", "Tasks that were due, by whether they succeeded.");
        stops = meter.CreateCounter<int>("teamsconnectbot.delivery.stops", "{stop}", "How often sending was stopped because Teams refused everyone or was away.");
        sweeps = meter.CreateHistogram<double>("teamsconnectbot.sweep.duration", "s", "How long a sweep took over what was due.");
    }

    /// <summary>Where traces come from.</summary>
    public static ActivitySource Source { get; } = new("TeamsConnectBot");

    // Not by kind: in a small pool, a message of one kind rather than another tells what somebody answered.
    public void MessageEnded(MessageState state) => messages.Add(1, new KeyValuePair<string, object?>("outcome", state.ToString()));

    public void TaskEnded(bool succeeded) => tasks.Add(1, new KeyValuePair<string, object?>("outcome", succeeded ? "Done" : "Failed"));

    public void DeliveryStopped() => stops.Add(1);

    public void SweepEnded(TimeSpan took) => sweeps.Record(took.TotalSeconds);
}
