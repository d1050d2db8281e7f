using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Resilience;

namespace TeamsConnectBot.Delivery;

/// <summary>What a failure says about Teams rather than about one message.</summary>
internal static class TeamsFailures
{
    /// <returns>Null when it concerns this message only.</returns>
    public static CircuitFailure? ForCircuit(ConnectorException failure) => failure.Failure switch
    {
        ConnectorFailure.BotNotRegistered or ConnectorFailure.DisabledByAdmin or ConnectorFailure.NotPermitted => CircuitFailure.AppRefused,
        ConnectorFailure.Throttled => CircuitFailure.Throttled,
        ConnectorFailure.Unavailable or ConnectorFailure.ServiceError or ConnectorFailure.Unreadable or ConnectorFailure.InDoubt or ConnectorFailure.NoToken
            => CircuitFailure.Unavailable,
        _ => failure.IsPermanentForPerson ? CircuitFailure.SubjectRefused : null,
    };
}
