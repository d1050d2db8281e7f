using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Postpones the tasks that create and change events while Graph has an outage: after a settling there are thousands of them, and each
/// would retry on its own. Rounds are few and count their own attempts.
/// </summary>
internal sealed class GraphCircuitBreaker(TimeProvider clock)
{
    // How many different tasks must fail in a row.
    private const int FailureThreshold = 4;

    private static readonly Duration Break = Duration.FromMinutes(5);
    private static readonly Duration UntilRampHasRoom = Duration.FromMinutes(1);

    private readonly CircuitBreaker circuit = new(FailureThreshold, DueTaskRunner.AtOnce, clock);

    /// <returns>Null when the task must wait until <see cref="RetryAt"/>.</returns>
    public CircuitPermit? TryEnter() => circuit.TryEnter();

    /// <summary>When a task that got no permit is retried.</summary>
    public Instant RetryAt() => circuit.OpenUntil ?? clock.GetCurrentInstant() + UntilRampHasRoom;

    /// <summary>Reports the result of a task; it has no permit if it does not call Graph.</summary>
    public void Ended(CircuitPermit? permit, DueTask task, Exception? failure)
    {
        if (permit is null)
        {
            return;
        }

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
