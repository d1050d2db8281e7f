using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// Builds the parts from the options. All of it is transport and keeps the real clock: the service's own clock may be moved.
/// </summary>
internal sealed class BotServices(IOptions<BotOptions> options, ILoggerFactory loggers) : IDisposable
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    private readonly SocketsHttpHandler _network = ExtraCertificateAuthorities.CreateHandler(options.Value.ExtraCaFile);
    private readonly ConnectorRateLimits _limits = new(options.Value.Connector.RequestsPerSecond);
    private readonly CachedToken? _token = options.Value.HasAppId
        ? new CachedToken(EntraCredentials.Create(options.Value.ToCredentialOptions()), options.Value.Scope, TimeProvider.System)
        : null;

    public ConnectorHandler CreateHandler()
    {
        var bot = options.Value;
        return new ConnectorHandler(
            _network, _token, bot.AllowedHosts(), _limits, ConnectorRetry.Create(bot.Connector), bot.Connector.RequestTimeout,
            TimeProvider.System);
    }

    public KeptConnectors CreateClients(ConnectorHandler handler) => new(handler, options.Value.AllowedHosts());

    public TeamsConnector CreateConnector(KeptConnectors clients, ConnectorHandler handler) =>
        new(clients, handler, _limits, options.Value.DefaultServiceUrl);

    public ConnectAuthentication CreateAuthentication(KeptConnectors clients) => new(CreateGate(), clients, options.Value.AppId);

    private BotGate CreateGate()
    {
        var bot = options.Value;
        string[] tenants = [.. bot.AllowedTenantIds.Append(bot.TenantId ?? "").Where(tenant => tenant.Length > 0)];
        return new BotGate(
            bot.HasAppId ? CreateValidator(bot) : null, tenants, bot.AllowedHosts(), loggers.CreateLogger<BotGate>());
    }

    public void Dispose()
    {
        _network.Dispose();
        _limits.Dispose();
        _token?.Dispose();
    }

    private ChannelTokenValidator CreateValidator(BotOptions bot)
    {
        // Each caller has its own limit of time.
        var http = new HttpClient(_network, disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        var documents = new ChannelKeyDocuments(http, new Uri(bot.OpenIdMetadata));
        var keys = new ChannelKeys(
            documents.FetchAsync, TimeProvider.System, bot.RefreshKeysAtMostEvery, loggers.CreateLogger<ChannelKeys>());
        return new ChannelTokenValidator(keys, bot.AppId!, bot.Issuer, TimeProvider.System);
    }
}
