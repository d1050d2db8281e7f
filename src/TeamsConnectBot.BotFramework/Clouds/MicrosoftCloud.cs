namespace TeamsConnectBot.BotFramework.Clouds;

/// <summary>
/// One of Microsoft's clouds: every address, issuer and scope in it that differs from another cloud's. Each property names the page it was
/// taken from; what no page states is null or empty. None of it was tried in a real tenant.
/// </summary>
public sealed record MicrosoftCloud
{
    /// <summary>The value of the setting <c>Cloud</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Where Entra issues tokens. https://learn.microsoft.com/graph/deployments, and <c>AzureAuthorityHosts</c> of Azure.Identity.
    /// </summary>
    public required string Authority { get; init; }

    /// <summary>
    /// Other names of the authority. https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud.
    /// </summary>
    public IReadOnlyList<string> AuthorityAliases { get; init; } = [];

    /// <summary>
    /// What the issuer of Entra's version 1 access tokens begins with; the tenant's id follows.
    /// https://learn.microsoft.com/answers/questions/1190472/what-are-the-token-issuers-for-the-sovereign-cloud.
    /// </summary>
    public required string Version1Issuer { get; init; }

    /// <summary>
    /// The scope of a managed identity's assertion for an application that trusts it.
    /// https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity.
    /// </summary>
    public required string TokenExchangeScope { get; init; }

    /// <summary>
    /// Microsoft Graph, without a version. https://learn.microsoft.com/graph/deployments; GCC uses the worldwide one, as that page says.
    /// </summary>
    public required string Graph { get; init; }

    /// <summary>
    /// The issuer of the channel's tokens. https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high and
    /// how-to-deploy-china-cloud: <c>ToBotFromChannelTokenIssuer</c>.
    /// </summary>
    public required string BotIssuer { get; init; }

    /// <summary>The scope of the token for the connector; the same pages: <c>ToChannelFromBotOAuthScope</c>.</summary>
    public required string BotScope { get; init; }

    /// <summary>The channel's OpenID metadata; the same pages: <c>ToBotFromChannelOpenIdMetadataUrl</c>.</summary>
    public required string BotOpenIdMetadata { get; init; }

    /// <summary>
    /// The hosts of the connector, which a service URL may have.
    /// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages. smba.trafficmanager.net is
    /// exact on purpose: anybody can register another name under trafficmanager.net.
    /// </summary>
    public required IReadOnlyList<string> ServiceUrlHosts { get; init; }

    /// <summary>The service URL for a person whose conversation has not supplied one yet; the same page.</summary>
    public string? DefaultServiceUrl { get; init; }

    /// <summary>
    /// The hosts of OneDrive, where a person's Teams client lets a bot upload a file; <c>*.</c> stands for any name before it.
    /// https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges. Empty where bots send no files.
    /// </summary>
    public IReadOnlyList<string> FileHosts { get; init; } = [];

    /// <summary>
    /// Teams in the browser, where its deep links point to. https://learn.microsoft.com/microsoftteams/platform/concepts/sovereign-cloud.
    /// </summary>
    public required string TeamsWeb { get; init; }

    /// <summary>
    /// What may frame a tab. https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements for the public cloud; for the
    /// others Teams' address in the browser, which the JavaScript library of Teams accepts as a host.
    /// </summary>
    public required IReadOnlyList<string> TabHosts { get; init; }

    /// <summary>
    /// The scope of a token for Azure Database for PostgreSQL, from the Azure CLI's own table of clouds:
    /// <c>az cloud show --name AzureUSGovernment --query endpoints.ossrdbmsResourceId</c>.
    /// </summary>
    public required string PostgresScope { get; init; }

    /// <summary>
    /// What a PostgreSQL server's name ends with.
    /// https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure and
    /// https://learn.microsoft.com/azure/china/resources-developer-guide.
    /// </summary>
    public required string PostgresSuffix { get; init; }

    /// <summary>What a key vault's name ends with; the same pages. Its scope is <see cref="KeyVaultScope"/>.</summary>
    public required string KeyVaultSuffix { get; init; }

    /// <summary>What the cloud lacks, by Microsoft's documentation: for each the sentence that an administrator reads.</summary>
    public IReadOnlyDictionary<CloudFeature, string> Lacks { get; init; } = new Dictionary<CloudFeature, string>();

    /// <summary>The scope of a token for Graph: https://learn.microsoft.com/graph/sdks/national-clouds.</summary>
    public string GraphScope => $"{Graph}/.default";

    /// <summary>The scope of a token for Key Vault.</summary>
    public string KeyVaultScope => $"https://{KeyVaultSuffix}/.default";

    /// <summary>Every host the row names.</summary>
    public IReadOnlySet<string> Hosts()
    {
        string?[] addresses =
        [
            Authority, .. AuthorityAliases, Version1Issuer, Graph, BotIssuer, BotScope, BotOpenIdMetadata, DefaultServiceUrl, TeamsWeb,
            PostgresScope, KeyVaultScope,
        ];
        return new HashSet<string>(
            [.. addresses.OfType<string>().Select(address => new Uri(address).Host), .. ServiceUrlHosts], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a tenant's data in one is reached through the same Graph as in the other, as in Public and UsGcc.</summary>
    /// <param name="other">The other cloud.</param>
    public bool SharesTenantsWith(MicrosoftCloud other) => Graph == other.Graph;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
