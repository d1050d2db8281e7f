using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// The bot's registration. The defaults are those of the public cloud; validation of tokens is never off where
/// <see cref="AppId"/> is set, and without it the bot runs only in Development and answers only loopback.
/// </summary>
public sealed class BotOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Bot";

    /// <summary>The bot's application id; must be set outside Development.</summary>
    public string? AppId { get; set; }

    /// <summary>The tenant the bot is registered in, and the only one it answers unless <see cref="AllowedTenantIds"/> says more. Must be set with an app id.</summary>
    public string? TenantId { get; set; }

    /// <summary>Other tenants the bot answers.</summary>
    public IList<string> AllowedTenantIds { get; } = [];

    /// <summary>A client secret; or set one of the next two. One of the three must be set with an app id.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The path of a certificate with its private key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The client id of a user-assigned managed identity.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Entra's authority; https.</summary>
    public string Authority { get; set; } = EntraCredentialOptions.DefaultAuthority;

    /// <summary>The OpenID metadata of the channel; https, or http on loopback.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>
    /// The least time between two fetches of the channel's keys when tokens name unknown ones: 0 to 1 hour. Forged tokens must
    /// not make the bot flood the channel.
    /// </summary>
    public TimeSpan RefreshKeysAtMostEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Who issues the channel's tokens.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>What a token for the connector is asked for.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>
    /// The hosts tokens and messages may go to, each a host or <c>host:port</c>; empty means Teams' own. Plain http is for a
    /// loopback host that is listed.
    /// </summary>
    public IList<string> ServiceUrlHosts { get; } = [];

    /// <summary>Where to write to somebody whose conversation has told no service URL yet.</summary>
    public string DefaultServiceUrl { get; set; } = "https://smba.trafficmanager.net/teams/";

    /// <summary>A PEM file with extra certificate authorities to trust, or null.</summary>
    public string? ExtraCaFile { get; set; }

    /// <summary>
    /// How long an incoming activity may wait for its handler before it is answered without it: 100 ms to 10 s. The default
    /// leaves a quarter of a second of the 3 s promised; Teams gives up after 10 to 15 s.
    /// </summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(2.75);

    /// <summary>How the connector is called.</summary>
    public ConnectorOptions Connector { get; } = new();

    /// <summary>The bot's own credential, for another client of the same application.</summary>
    /// <exception cref="InvalidOperationException">No app id or tenant is configured.</exception>
    public EntraCredentialOptions ToCredentialOptions() => new()
    {
        ClientId = AppId ?? throw new InvalidOperationException($"{Section}:AppId is not set."),
        TenantId = TenantId ?? throw new InvalidOperationException($"{Section}:TenantId is not set."),
        ClientSecret = ClientSecret,
        CertificatePath = CertificatePath,
        ManagedIdentityClientId = ManagedIdentityClientId,
        Authority = Authority,
        ExtraCaFile = ExtraCaFile,
    };

    internal bool HasAppId => !string.IsNullOrWhiteSpace(AppId);

    internal ServiceUrlAllowList AllowedHosts() =>
        new(ServiceUrlHosts.Count > 0 ? ServiceUrlHosts : ServiceUrlAllowList.Default);
}
