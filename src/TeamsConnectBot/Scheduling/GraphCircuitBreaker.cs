using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Stops the tasks that make and change events while Graph is down: they come by the thousand after a settling, and each would
/// try again by itself every few minutes. Rounds are few, and count their own attempts.
/// </summary>
internal sealed class GraphCircuitBreaker(TimeProvider clock)
{
    // Different tasks in a row.
    private const int FailureThreshold = 4;

    private static readonly Duration Break = Duration.FromMinutes(5);
    private static readonly Duration UntilRampHasRoom = Duration.FromMinutes(1);

    private readonly CircuitBreaker circuit = new(FailureThreshold, DueTaskRunner.AtOnce, clock);

    /// <returns>Null when the task must wait until <see cref="RetryAt"/>.</returns>
    public CircuitPermit? TryEnter() => circuit.TryEnter();

    /// <summary>When a task that got no permit is tried again.</summary>
    public Instant RetryAt() => circuit.OpenUntil ?? clock.GetCurrentInstant() + UntilRampHasRoom;

    /// <summary>Reports what came of a task.</summary>
    public void Ended(CircuitPermit permit, DueTask task, Exception? failure)
    {
        if (failure is GraphUnavailableException { Failure: var why } && Kind(why) is { } kind)
        {
            circuit.Failed(permit, kind, task.Id.ToString(), Break);
        }
        else
        {
            circuit.Succeeded(permit);
        }
    }

    private static CircuitFailure? Kind(GraphFailure failure) => failure switch
    {
        GraphFailure.Throttled => CircuitFailure.Throttled,
        GraphFailure.Unreachable or GraphFailure.NoToken => CircuitFailure.Unavailable,
        _ => null,
    };
}
