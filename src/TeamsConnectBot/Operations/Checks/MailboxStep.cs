using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// Checks what the service mailbox can do: read its own calendar, hold meetings in Teams, and ask for free/busy. Nothing is written, so the
/// permission to write is not checked.
/// </summary>
internal sealed class MailboxStep(
    GraphSchedules schedules, GraphEvents events, GraphOnlineMeetings onlineMeetings, IOptions<GraphOptions> options, TimeProvider clock)
    : CheckStep
{
    public const string FreeBusy = "mailbox:free-busy";
    public const string Calendar = "mailbox:calendar";
    public const string TeamsLink = "mailbox:teams-link";

    public static readonly Finding NoMailbox = new(
        "no-mailbox", "no mailbox has the address in Graph:ServiceMailbox.", StatusWords.Remedy("graph.MailboxNotFound"));

    public static readonly Finding NoFreeBusy = new(
        "no-free-busy", "the free/busy of the service mailbox itself could not be read: NoAccess.",
        StatusWords.Remedy("graph.FreeBusyDenied"));

    public static readonly Finding FreeBusyUnknown = new(
        "free-busy-unknown", "the free/busy of the service mailbox itself could not be read: ….",
        "Try again in a few minutes; if it persists, see docs/troubleshooting.md, 'Calendars'.");

    public static readonly Finding CalendarDenied = new(
        "calendar-denied", "Exchange does not let the app read the calendar of the service mailbox.",
        StatusWords.Remedy("graph.MailboxDenied"));

    public static readonly Finding NoTeams = new(
        "no-teams-link", "meetings of the service mailbox get no Teams link: its calendar allows ….",
        "Give the mailbox a licence with Teams and wait some hours. Without it people can meet at a MeetingPoint only.")
        { State = CheckState.Warning };

    public override IEnumerable<Check> Checks =>
    [
        new Check(Calendar, "service mailbox", CalendarAsync) { Needs = [TokenStep.ForGraph] },
        new Check(TeamsLink, "Teams link of the service mailbox", TeamsLinkAsync) { Needs = [Calendar] },
        new Check(FreeBusy, "free/busy", FreeBusyAsync) { Needs = [Calendar] },
    ];

    private async Task<CheckResult> FreeBusyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var window = new Interval(now, now + Duration.FromDays(1));
        var mailbox = new MailboxRequest("check", options.Value.ServiceMailbox);
        return await schedules.ReadAsync([mailbox], window, cancellationToken).FirstAsync(cancellationToken) switch
        {
            UnknownSchedule { Reason: ScheduleFailure.NoMailbox } => NoMailbox.With(),
            UnknownSchedule { Reason: ScheduleFailure.NoAccess } => NoFreeBusy.With(),
            UnknownSchedule unknown => FreeBusyUnknown.With($"{unknown.Reason}"),
            _ => CheckResult.Good(),
        };
    }

    private async Task<CheckResult> CalendarAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        try
        {
            await events.ReadBetweenAsync(now, now + Duration.FromDays(1), cancellationToken);
            return CheckResult.Good();
        }
        catch (GraphUnavailableException failure)
        {
            return GraphFindings.For(failure, CalendarDenied, NoMailbox);
        }
    }

    private async Task<CheckResult> TeamsLinkAsync(CancellationToken cancellationToken)
    {
        try
        {
            var providers = await onlineMeetings.ReadProvidersAsync(cancellationToken);
            return providers.Contains(GraphOnlineMeetings.Teams, StringComparer.OrdinalIgnoreCase)
                ? CheckResult.Good()
                : NoTeams.With(providers.Count == 0 ? "no online meetings" : $"only {string.Join(", ", providers)}");
        }
        catch (GraphUnavailableException failure)
        {
            return GraphFindings.For(failure, CalendarDenied, NoMailbox);
        }
    }
}
