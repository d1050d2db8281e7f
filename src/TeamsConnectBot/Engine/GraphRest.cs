using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Engine;

/// <summary>
/// Leaves Graph in peace when it is down: events come by the thousand after a settling, and each trying for itself would be
/// thousands of requests every few minutes. Rounds are few, and count their own tries.
/// </summary>
internal sealed class GraphRest(TimeProvider clock)
{
    // So many tasks in a row, and none in between that succeeded.
    private const int InARow = 4;

    private static readonly Duration Pause = Duration.FromMinutes(5);
    private static readonly Duration WhileOneTries = Duration.FromMinutes(1);

    private readonly Lock gate = new();
    private int failures;
    private Instant? until;
    private bool isTrying;

    /// <summary>Whether a task must wait, and until when. After a pause one tries, and the others wait for it.</summary>
    public Instant? Holds(DueTaskKind kind)
    {
        if (!GoesToGraph(kind))
        {
            return null;
        }

        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            if (until is null || (until <= now && !isTrying))
            {
                isTrying = until is not null;
                return null;
            }

            return until > now ? until : now + WhileOneTries;
        }
    }

    public void Ended(DueTaskKind kind, Exception? failure)
    {
        if (!GoesToGraph(kind))
        {
            return;
        }

        lock (gate)
        {
            isTrying = false;
            if (failure is GraphUnavailableException { Failure: GraphFailure.Unreachable or GraphFailure.Throttled or GraphFailure.NoToken })
            {
                until = ++failures >= InARow ? clock.GetCurrentInstant() + Pause : null;
            }
            else
            {
                (failures, until) = (0, null);
            }
        }
    }

    private static bool GoesToGraph(DueTaskKind kind) => kind is DueTaskKind.ArrangeConnection or DueTaskKind.SyncEvent;
}
