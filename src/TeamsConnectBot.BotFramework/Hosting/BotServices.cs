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

    private readonly HttpClient _http = new(ExtraCertificateAuthorities.CreateHandler(options.Value.ExtraCaFile))
    {
        // Each caller has its own limit.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    private readonly ConnectorRateLimits _limits = new(options.Value.Connector.RequestsPerSecond);
    private readonly CachedToken? _token = options.Value.HasAppId
        ? new CachedToken(EntraCredentials.Create(options.Value.ToCredentialOptions()), options.Value.Scope, TimeProvider.System)
        : null;

    public ConnectorClient CreateConnector()
    {
        var bot = options.Value;
        var transport = new ConnectorTransport(
            _http, _token, bot.AllowedHosts(), _limits, bot.Connector.RequestTimeout, TimeProvider.System);
        return new ConnectorClient(transport, _limits, ConnectorRetry.Create(bot.Connector), bot.DefaultServiceUrl);
    }

    public BotGate CreateGate()
    {
        var bot = options.Value;
        string[] tenants = [.. bot.AllowedTenantIds.Append(bot.TenantId ?? "").Where(tenant => tenant.Length > 0)];
        return new BotGate(
            bot.HasAppId ? CreateValidator(bot) : null, tenants, bot.AllowedHosts(), loggers.CreateLogger<BotGate>());
    }

    public void Dispose()
    {
        _http.Dispose();
        _limits.Dispose();
        _token?.Dispose();
    }

    private ChannelTokenValidator CreateValidator(BotOptions bot)
    {
        var documents = new ChannelKeyDocuments(_http, new Uri(bot.OpenIdMetadata));
        var keys = new ChannelKeys(
            documents.FetchAsync, TimeProvider.System, bot.RefreshKeysAtMostEvery, loggers.CreateLogger<ChannelKeys>());
        return new ChannelTokenValidator(keys, bot.AppId!, bot.Issuer, TimeProvider.System);
    }
}
