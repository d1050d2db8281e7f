using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Whether the service mailbox can be asked for free/busy and its own calendar read. Nothing is written, so the right to write is not tried.</summary>
internal sealed class MailboxStep(GraphSchedules schedules, GraphEvents events, IOptions<GraphOptions> options, TimeProvider clock) : CheckStep
{
    private const string FreeBusy = "free/busy";
    private const string Calendar = "service mailbox";

    public override IEnumerable<Trial> Trials => [new Trial(FreeBusy, FreeBusyAsync), new Trial(Calendar, CalendarAsync)];

    private async Task<Finding> FreeBusyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var window = new Interval(now, now + Duration.FromDays(1));
        await foreach (var answer in schedules.ReadAsync([new MailboxRequest("check", options.Value.ServiceMailbox)], window, cancellationToken))
        {
            return answer is UnknownSchedule unknown
                ? new Finding(FreeBusy, $"the service mailbox's own could not be read: {unknown.Reason}.", unknown.Reason switch
                {
                    ScheduleFailure.NoMailbox => "Graph:ServiceMailbox must be the address of a mailbox that exists.",
                    ScheduleFailure.NoAccess => "Give the app 'Application Calendars.Read' on the pool's group by Exchange RBAC: infra/grant-permissions.ps1. It can take two hours to count.",
                    _ => "Try again in a few minutes; if it stays, see docs/troubleshooting.md.",
                })
                : new Finding(FreeBusy);
        }

        return new Finding(FreeBusy, "Graph gave no answer.", "Try again in a few minutes.");
    }

    private async Task<Finding> CalendarAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        try
        {
            await events.ReadBetweenAsync(now, now + Duration.FromDays(1), cancellationToken);
            return new Finding(Calendar);
        }
        catch (GraphUnavailableException failure)
        {
            return new Finding(Calendar, failure.Message, GraphRemedies.For(
                failure.Failure,
                "Give the app 'Application Calendars.ReadWrite' on the service mailbox by Exchange RBAC: infra/grant-permissions.ps1.",
                "Graph:ServiceMailbox must be the address of a mailbox that exists."));
        }
    }
}
