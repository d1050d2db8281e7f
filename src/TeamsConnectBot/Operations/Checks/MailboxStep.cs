using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// Checks whether free/busy and the service mailbox's own calendar can be read. Nothing is written, so the permission to write is not
/// checked.
/// </summary>
internal sealed class MailboxStep(
    GraphSchedules schedules, GraphEvents events, IOptions<GraphOptions> options, TimeProvider clock) : CheckStep
{
    private const string FreeBusy = "free/busy";
    private const string Calendar = "service mailbox";

    public override IEnumerable<Check> Checks => [new Check(FreeBusy, FreeBusyAsync), new Check(Calendar, CalendarAsync)];

    private async Task<CheckResult> FreeBusyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var window = new Interval(now, now + Duration.FromDays(1));
        var mailbox = new MailboxRequest("check", options.Value.ServiceMailbox);
        await foreach (var answer in schedules.ReadAsync([mailbox], window, cancellationToken))
        {
            return answer is UnknownSchedule unknown
                ? new CheckResult(
                    FreeBusy, $"the free/busy of the service mailbox itself could not be read: {unknown.Reason}.", unknown.Reason switch
                {
                    ScheduleFailure.NoMailbox => StatusWords.Remedy("graph.FreeBusyNotFound"),
                    ScheduleFailure.NoAccess => StatusWords.Remedy("graph.FreeBusyDenied"),
                    _ => "Try again in a few minutes; if it persists, see docs/troubleshooting.md.",
                })
                : new CheckResult(FreeBusy);
        }

        return new CheckResult(FreeBusy, "Graph gave no response.", "Try again in a few minutes.");
    }

    private async Task<CheckResult> CalendarAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        try
        {
            await events.ReadBetweenAsync(now, now + Duration.FromDays(1), cancellationToken);
            return new CheckResult(Calendar);
        }
        catch (GraphUnavailableException failure)
        {
            return new CheckResult(Calendar, failure.Message, GraphRemedies.For(
                failure.Failure, StatusWords.Remedy("graph.MailboxDenied"), StatusWords.Remedy("graph.MailboxNotFound")));
        }
    }
}
