using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// Builds the transport from the options. All of it runs on the real clock, because the service's own clock can be moved for tests.
/// </summary>
internal sealed class BotServices : IDisposable
{
    private const int MaxResponseBytes = 4 * 1024 * 1024;

    private readonly SocketsHttpHandler network;
    private readonly ConnectorRateLimits limits;
    private readonly CachedToken? token;

    public BotServices(IOptions<BotOptions> options, MicrosoftCloud cloud, ILoggerFactory loggers)
    {
        var bot = options.Value;
        var hosts = new ServiceUrlAllowList(bot.ServiceUrlHosts);
        network = ExtraCertificateAuthorities.CreateHandler(bot.ExtraCaFile);
        limits = new ConnectorRateLimits(bot.Connector);
        token = bot.HasAppId ? CreateToken(bot, loggers) : null;
        Handler = new ConnectorHandler(network, token, hosts, limits, ConnectorRetry.Create(bot.Connector), bot.Connector.RequestTimeout);
        Clients = new ConnectorClientCache(Handler, hosts);
        Files = new TeamsFiles(network, [.. bot.FileHosts], ConnectorRetry.Create(bot.Connector), bot.Connector.RequestTimeout);
        Connector = new TeamsConnector(Clients, Handler, limits, bot.DefaultServiceUrl);
        var tenants = bot.AllowedTenantIds.Append(bot.TenantId).OfType<string>().Where(tenant => tenant.Length > 0).ToList();
        var gate = new BotGate(
            bot.HasAppId ? CreateValidator(bot, cloud, loggers) : null, tenants, hosts, cloud, loggers.CreateLogger<BotGate>());
        Authentication = new ConnectAuthentication(gate, Clients, bot.AppId);
    }

    public ConnectorHandler Handler { get; }

    public ConnectorClientCache Clients { get; }

    public TeamsConnector Connector { get; }

    public TeamsFiles Files { get; }

    public ConnectAuthentication Authentication { get; }

    public void Dispose()
    {
        Handler.Dispose();
        Files.Dispose();
        limits.Dispose();
        token?.Dispose();
    }

    private static CachedToken CreateToken(BotOptions bot, ILoggerFactory loggers) => new(
        EntraCredentials.Create(bot.ToCredentialOptions(), loggers.CreateLogger<CachedToken>()), bot.Scope, TimeProvider.System);

    private ChannelTokenValidator CreateValidator(BotOptions bot, MicrosoftCloud cloud, ILoggerFactory loggers)
    {
        // ChannelKeys sets the timeout.
        var http = new HttpClient(network, disposeHandler: false)
            { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MaxResponseBytes };
        var documents = new ChannelKeyDocuments(http, new Uri(bot.OpenIdMetadata));
        var keys = new ChannelKeys(
            documents.FetchAsync, TimeProvider.System, bot.RefreshKeysAtMostEvery, loggers.CreateLogger<ChannelKeys>());
        return new ChannelTokenValidator(keys, bot.AppId!, bot.Issuer, cloud);
    }
}
