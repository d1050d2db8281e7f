using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// Gives the SDK our inbound authentication (<see cref="BotGate"/>) and our connector clients. The SDK's own implementation fetches keys
/// with a client that trusts no extra authority, accepts any tenant and any host, and accepts everybody when no app id is set.
/// </summary>
public sealed class ConnectAuthentication : BotFrameworkAuthentication
{
    private readonly ConnectorClientCache connectors;
    private readonly string appId;

    internal ConnectAuthentication(BotGate gate, ConnectorClientCache connectors, string? appId) =>
        (Gate, this.connectors, this.appId) = (gate, connectors, appId ?? "");

    internal BotGate Gate { get; }

    /// <summary>Fetches the channel's keys, so that the first activity need not wait. When that fails they are fetched later.</summary>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task WarmUpAsync(CancellationToken cancellationToken) => Gate.WarmUpAsync(cancellationToken);

    /// <summary>Accepts an activity only with a valid token of the channel that covers it.</summary>
    /// <exception cref="UnauthorizedAccessException">The activity is refused.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var (identity, problem) = await Gate.AuthenticateAsync(authHeader, cancellationToken);
        problem ??= Gate.Check(identity, activity);
        return problem is null ? Accepted() : throw new UnauthorizedAccessException(problem.Message);
    }

    /// <summary>Refuses every streaming connection; Teams does not use them.</summary>
    /// <exception cref="UnauthorizedAccessException">Always.</exception>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException("The bot accepts no streaming connections.");

    /// <summary>The cached connector clients, for every caller.</summary>
    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors;

    /// <summary>A client that throws, since the bot has no user tokens.</summary>
    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(NoUserTokens.Instance);

    /// <summary>What the SDK needs to process an activity that has been authenticated.</summary>
    internal AuthenticateRequestResult Accepted() => new()
    {
        ClaimsIdentity = new ClaimsIdentity(
            [new Claim(AuthenticationConstants.AudienceClaim, appId), new Claim(AuthenticationConstants.AppIdClaim, appId)]),
        ConnectorFactory = connectors,
    };
}
