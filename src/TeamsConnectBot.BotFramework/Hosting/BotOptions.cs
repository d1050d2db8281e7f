using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// The bot's registration. Addresses that are left out are those of the cloud. Tokens are always validated when <see cref="AppId"/> is
/// set; without it the bot runs in Development only and answers requests from loopback only.
/// </summary>
public sealed class BotOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Bot";

    /// <summary>The bot's application id; must be set outside Development.</summary>
    public string? AppId { get; set; }

    /// <summary>
    /// The tenant the bot is registered in, and the only one it answers unless <see cref="AllowedTenantIds"/> adds others. Must be set with
    /// an app id.
    /// </summary>
    public string? TenantId { get; set; }

    /// <summary>Additional tenants the bot answers.</summary>
    public IList<string> AllowedTenantIds { get; } = [];

    /// <summary>A client secret. With an app id, exactly one of this, the certificate and the managed identity must be set.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The path of a certificate with its private key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The client id of a user-assigned managed identity.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Entra's authority; must be https. Empty means that of <c>Cloud</c>.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The address of the channel's OpenID metadata; https, or http on loopback. Empty means that of <c>Cloud</c>.</summary>
    public string OpenIdMetadata { get; set; } = "";

    /// <summary>
    /// The minimum time between two fetches of the channel's keys when tokens refer to unknown keys: 0 to 1 hour. It keeps forged tokens
    /// from making the bot flood the channel.
    /// </summary>
    public TimeSpan RefreshKeysAtMostEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The issuer of the channel's tokens. Empty means that of <c>Cloud</c>.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>The scope of the token for the connector. Empty means that of <c>Cloud</c>.</summary>
    public string Scope { get; set; } = "";

    /// <summary>
    /// The hosts that tokens and messages may be sent to, each a host or <c>host:port</c>; empty means Teams' own in <c>Cloud</c>. Plain
    /// http is allowed only for a loopback host in the list.
    /// </summary>
    public IList<string> ServiceUrlHosts { get; } = [];

    /// <summary>
    /// The hosts that a person's file may be uploaded to, each a host, <c>host:port</c> or <c>*.host</c>; empty means OneDrive in
    /// <c>Cloud</c>.
    /// </summary>
    public IList<string> FileHosts { get; } = [];

    /// <summary>The service URL for a person whose conversation has not supplied one yet. Empty means that of <c>Cloud</c>.</summary>
    public string DefaultServiceUrl { get; set; } = "";

    /// <summary>A PEM file with additional certificate authorities to trust, or null.</summary>
    public string? ExtraCaFile { get; set; }

    /// <summary>
    /// How long an incoming activity waits for its handler before an interim answer is sent: 100 ms to 10 s. The default leaves a quarter
    /// of a second of the promised 3 s; Teams reports an error after 10 to 15 s.
    /// </summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(2.75);

    /// <summary>How the connector is called.</summary>
    public ConnectorOptions Connector { get; } = new();

    /// <summary>The bot's credential, for another client of the same application.</summary>
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

    /// <summary>Fills every address that was left out.</summary>
    internal void FillFrom(MicrosoftCloud cloud)
    {
        // Entra's tokens have ids in lower case, and an audience is compared exactly.
        (AppId, TenantId, ManagedIdentityClientId) =
            (EntraIds.Normalize(AppId), EntraIds.Normalize(TenantId), EntraIds.Normalize(ManagedIdentityClientId));
        Authority = Or(Authority, cloud.Authority);
        OpenIdMetadata = Or(OpenIdMetadata, cloud.BotOpenIdMetadata);
        Issuer = Or(Issuer, cloud.BotIssuer);
        Scope = Or(Scope, cloud.BotScope);
        DefaultServiceUrl = Or(DefaultServiceUrl, cloud.DefaultServiceUrl ?? "");
        Fill(ServiceUrlHosts, cloud.ServiceUrlHosts);
        Fill(FileHosts, cloud.FileHosts);
    }

    private static void Fill(IList<string> given, IReadOnlyList<string> ofCloud)
    {
        foreach (var host in given.Count == 0 ? ofCloud : [])
        {
            given.Add(host);
        }
    }

    private static string Or(string given, string ofCloud) => string.IsNullOrWhiteSpace(given) ? ofCloud : given;
}
