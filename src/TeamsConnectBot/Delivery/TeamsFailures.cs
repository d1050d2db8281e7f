using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.Delivery;

/// <summary>What a failure says about Teams rather than about one person.</summary>
internal static class TeamsFailures
{
    /// <summary>The app is refused, whoever the message is for.</summary>
    public static bool IsOfTheApp(ConnectorFailure failure) =>
        failure is ConnectorFailure.BotNotRegistered or ConnectorFailure.DisabledByAdmin or ConnectorFailure.NotPermitted;

    /// <summary>Teams does not answer, cannot, or asks to be left alone.</summary>
    public static bool IsAway(ConnectorFailure failure) => failure
        is ConnectorFailure.Unavailable or ConnectorFailure.Throttled or ConnectorFailure.ServiceError or ConnectorFailure.Unreadable
        or ConnectorFailure.InDoubt or ConnectorFailure.NoToken;
}
