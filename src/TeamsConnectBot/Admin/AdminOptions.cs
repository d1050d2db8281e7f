using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Admin;

/// <summary>
/// The admin page: who signs in where. It is off until <see cref="ClientId"/> is set; until then it says so to everyone who opens it.
/// </summary>
internal sealed class AdminOptions
{
    public const string Section = "Admin";

    /// <summary>The application people sign in to; empty leaves the page off.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The only tenant whose people are let in.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The application's secret; set this or <see cref="ManagedIdentityClientId"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A managed identity the application trusts (a federated credential): then there is no secret to keep.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Entra's authority; https. Empty means that of <c>Cloud</c>.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Where the browser is sent to sign in; empty means the authority's own page. https, or http on loopback.</summary>
    public string? AuthorizationEndpoint { get; set; }

    /// <summary>
    /// The address people open, such as <c>https://connect.example.org</c>: the sign-in comes back there whatever host a request
    /// names. Without it only loopback is answered.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>
    /// The application's id URI, as Teams' own sign-in names it (<c>api://connect.example.org/…</c>); empty when there is no tab.
    /// </summary>
    public string? TeamsResource { get; set; }

    /// <summary>A PEM file with certificate authorities trusted beside the system's own.</summary>
    public string? ExtraCaFile { get; set; }

    /// <summary>
    /// A key in Key Vault, such as <c>https://VAULT.vault.azure.net/keys/NAME</c>, that protects the keys of sessions and forms in the
    /// database; empty leaves them unprotected there.
    /// </summary>
    public string? KeyVaultKey { get; set; }

    /// <summary>
    /// Hours until a user must sign in again. An app role that was taken away works until then; groups are read every five minutes:
    /// 1 to 12.
    /// </summary>
    public int SessionHours { get; set; } = 4;

    public bool IsOn => !string.IsNullOrWhiteSpace(ClientId);

    /// <summary>Fills the authority when it was left out.</summary>
    internal void FillFrom(MicrosoftCloud cloud) => Authority = string.IsNullOrWhiteSpace(Authority) ? cloud.Authority : Authority;

    internal string TenantAuthority => $"{Authority.TrimEnd('/')}/{TenantId}";
}
