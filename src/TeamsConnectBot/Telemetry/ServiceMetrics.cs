using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Telemetry;

/// <summary>The service's metrics, listed in <c>docs/metrics.md</c>. None of them says anything about a person.</summary>
internal sealed class ServiceMetrics
{
    private const string TaskDone = "Done";
    private const string TaskFailed = "Failed";

    // All but 'sending', with which no attempt ends.
    private static readonly MessageState[] MessageOutcomes =
        [MessageState.Accepted, MessageState.Refused, MessageState.Planned, MessageState.InDoubt, MessageState.Dropped];

    private readonly Counter<int> messages;
    private readonly Counter<int> tasks;
    private readonly Counter<int> stops;
    private readonly Histogram<double> sweeps;

    public ServiceMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(WorkInFlight.MeterName);
        messages = meter.CreateCounter<int>("teamsconnectbot.messages", "{message}", "Messages, by the outcome of an attempt to send.");
        tasks = meter.CreateCounter<int>("teamsconnectbot.tasks", "{task}", "Due tasks, by whether they succeeded.");
        stops = meter.CreateCounter<int>(
            "teamsconnectbot.delivery.stops", "{stop}", "How often sending was stopped because Teams refused everyone or did not answer.");
        sweeps = meter.CreateHistogram<double>("teamsconnectbot.sweep.duration", "s", "Duration of a sweep over everything that was due.");
    }

    /// <summary>The name of <see cref="Source"/>.</summary>
    public const string SourceName = "TeamsConnectBot";

    /// <summary>The source of the service's traces.</summary>
    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>
    /// Reports every counter as zero, once the export listens. A counter that first appears with its first event looks to a backend as if
    /// nothing had increased, so an alert would miss the first stop.
    /// </summary>
    public void ReportZeros()
    {
        foreach (var outcome in MessageOutcomes)
        {
            messages.Add(0, Outcome(outcome.ToString()));
        }

        tasks.Add(0, Outcome(TaskDone));
        tasks.Add(0, Outcome(TaskFailed));
        stops.Add(0);
    }

    // The count is not split by kind: in a small pool, the kind of a message would reveal what somebody answered.
    public void MessageEnded(MessageState state) => messages.Add(1, Outcome(state.ToString()));

    public void TaskEnded(bool succeeded) => tasks.Add(1, Outcome(succeeded ? TaskDone : TaskFailed));

    public void DeliveryStopped() => stops.Add(1);

    public void SweepEnded(TimeSpan took) => sweeps.Record(took.TotalSeconds);

    private static KeyValuePair<string, object?> Outcome(string outcome) => new("outcome", outcome);
}
