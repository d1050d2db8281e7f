using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// Who may speak to the bot, by <see cref="BotGate"/>, and how it writes, by <see cref="ConnectorFactory"/>: where the SDK asks for
/// both. Its own reads keys through a client of its own, takes any tenant and any host, and lets everybody in without an app id.
/// </summary>
public sealed class ConnectAuthentication : BotFrameworkAuthentication
{
    private readonly KeptConnectors _connectors;
    private readonly string? _appId;

    internal ConnectAuthentication(BotGate gate, KeptConnectors connectors, string? appId)
    {
        Gate = gate;
        _connectors = connectors;
        _appId = appId;
    }

    internal BotGate Gate { get; }

    /// <summary>Fetches the channel's keys, so that the first activity need not wait for them. Without an answer they come later.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WarmUpAsync(CancellationToken cancellationToken) => Gate.WarmUpAsync(cancellationToken);

    /// <summary>Lets in an activity the channel's token vouches for, and nothing else.</summary>
    /// <exception cref="UnauthorizedAccessException">It is refused.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var (identity, problem) = await Gate.AuthenticateAsync(authHeader, cancellationToken);
        problem ??= Gate.Check(identity, activity);
        return problem is null ? Accepted() : throw new UnauthorizedAccessException(problem.Message);
    }

    /// <summary>Teams does not stream.</summary>
    /// <exception cref="UnauthorizedAccessException">Always.</exception>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException("The bot takes no streaming connection.");

    /// <summary>The kept clients, whoever asks.</summary>
    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _connectors;

    /// <summary>A client that says it has no tokens of users.</summary>
    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(NoUserTokens.Instance);

    /// <summary>What the SDK wants to know of an activity that was let in.</summary>
    internal AuthenticateRequestResult Accepted() => new()
    {
        ClaimsIdentity = new ClaimsIdentity([
            new Claim(AuthenticationConstants.AudienceClaim, _appId ?? ""), new Claim(AuthenticationConstants.AppIdClaim, _appId ?? "")]),
        ConnectorFactory = _connectors,
    };
}
