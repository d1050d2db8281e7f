using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Status;

/// <summary>
/// Whether Teams accepts messages, as any of the processes last found. While it does not, everything else still works. How many messages
/// wait is not said: in a small pool that would reveal what people answered.
/// </summary>
internal sealed class SendingCheck(DeliveryStanding standing, DeliveryCircuitBreaker breaker, TimeProvider clock) : StatusCheck("sending")
{
    public override bool IsOptional => true;

    public override async Task<PartFinding> CheckAsync(CancellationToken cancellationToken)
    {
        var pause = await standing.PauseAsync(cancellationToken);
        if (pause is not null && clock.GetCurrentInstant() < pause.Until)
        {
            return Down(pause.Failure) with { Since = pause.Since, RetryAt = pause.Until };
        }

        if (pause is not null)
        {
            return new PartFinding(PartState.Recovering, "Trying") { Since = pause.Until, Remedies = ["sending.Trying"] };
        }

        return breaker.State == CircuitState.HalfOpen
            ? new PartFinding(PartState.Recovering, "Resuming") { Since = breaker.StateSince, Remedies = ["sending.Resuming"] }
            : PartFinding.Works with { Since = breaker.StateSince };
    }

    /// <summary>What a failure means that stopped sending.</summary>
    public static PartFinding Down(ConnectorFailure failure)
    {
        var reason = failure switch
        {
            ConnectorFailure.BotNotRegistered => "NotRegistered",
            ConnectorFailure.DisabledByAdmin or ConnectorFailure.NoToken or ConnectorFailure.Throttled or ConnectorFailure.Unreadable =>
                failure.ToString(),
            ConnectorFailure.Unavailable or ConnectorFailure.ServiceError or ConnectorFailure.InDoubt
                or ConnectorFailure.PreconditionFailed => "NoAnswer",
            _ => "Refused",
        };
        return new PartFinding(PartState.Down, reason)
        {
            Detail = failure.ToString(), Remedies = [$"sending.{failure}", $"sending.{reason}"], IsReady = true,
        };
    }
}
