using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Status;

/// <summary>
/// Tries what rounds need from Graph: the groups of the pools, free/busy, and the service mailbox. It does not look at how the service's
/// own requests went: those follow from what people answered, so their failures could reveal that somebody said yes.
/// </summary>
internal sealed class GraphCheck(
    GraphDirectory directory, GraphSchedules schedules, GraphEvents events, PoolCatalogue pools, IOptions<GraphOptions> options,
    TimeProvider clock) : StatusCheck("graph")
{
    private static readonly Duration WhileItWorks = Duration.FromMinutes(10);
    private static readonly Duration WhileDown = Duration.FromMinutes(1);

    public override bool IsOptional => true;

    // Longer than the service waits for a Graph that throttles.
    public override TimeSpan Timeout { get; } = TimeSpan.FromMinutes(2);

    public override async Task<PartFinding> CheckAsync(CancellationToken cancellationToken) =>
        await GroupsAsync(cancellationToken) ?? await FreeBusyAsync(cancellationToken) ?? await MailboxAsync(cancellationToken)
            ?? PartFinding.Works;

    public override PartFinding Failed(Exception failure) => Down(GraphFailure.Unreachable, "") with { Failure = failure };

    public override Duration KeepFor(PartFinding finding) => finding.State == PartState.Works ? WhileItWorks : WhileDown;

    /// <summary>What a failure means.</summary>
    /// <param name="failure">What Graph answered.</param>
    /// <param name="area">What was asked for: <c>Groups</c>, <c>FreeBusy</c> or <c>Mailbox</c>.</param>
    /// <param name="detail">Which of them.</param>
    public static PartFinding Down(GraphFailure failure, string area, string detail = "")
    {
        var isAboutArea = failure is GraphFailure.Denied or GraphFailure.NotFound;
        var reason = isAboutArea ? $"{area}{failure}" : failure.ToString();
        return new PartFinding(PartState.Down, reason)
        {
            Detail = isAboutArea ? detail : "", Remedies = [$"graph.{reason}"], IsReady = true,
        };
    }

    private async Task<PartFinding?> GroupsAsync(CancellationToken cancellationToken)
    {
        foreach (var pool in pools.All)
        {
            foreach (var group in pool.AllGroupIds())
            {
                if (await TryAsync(() => directory.TryMembersAsync(group, cancellationToken), "Groups", pool.Id) is { } trouble)
                {
                    return trouble;
                }
            }
        }

        return null;
    }

    private async Task<PartFinding?> FreeBusyAsync(CancellationToken cancellationToken)
    {
        var mailbox = new MailboxRequest("status", options.Value.ServiceMailbox);
        await foreach (var answer in schedules.ReadAsync([mailbox], NextDay(), cancellationToken))
        {
            return answer is not UnknownSchedule unknown ? null : Down(FailureOf(unknown.Reason), "FreeBusy");
        }

        return Down(GraphFailure.Unreadable, "FreeBusy");
    }

    private Task<PartFinding?> MailboxAsync(CancellationToken cancellationToken) =>
        TryAsync(() => events.ReadBetweenAsync(NextDay().Start, NextDay().End, cancellationToken), "Mailbox");

    private static async Task<PartFinding?> TryAsync(Func<Task> request, string area, string detail = "")
    {
        try
        {
            await request();
            return null;
        }
        catch (GraphUnavailableException failure)
        {
            return Down(failure.Failure, area, detail);
        }
    }

    private static GraphFailure FailureOf(ScheduleFailure failure) => failure switch
    {
        ScheduleFailure.NoMailbox => GraphFailure.NotFound,
        ScheduleFailure.NoAccess => GraphFailure.Denied,
        ScheduleFailure.Throttled => GraphFailure.Throttled,
        ScheduleFailure.GraphDown => GraphFailure.Unreachable,
        _ => GraphFailure.Unreadable,
    };

    private Interval NextDay()
    {
        var now = clock.GetCurrentInstant();
        return new Interval(now, now + Duration.FromDays(1));
    }
}
