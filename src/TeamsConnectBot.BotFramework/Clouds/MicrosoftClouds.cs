namespace TeamsConnectBot.BotFramework.Clouds;

/// <summary>
/// The table of Microsoft's clouds, and the only place with their hosts. <see cref="MicrosoftCloud"/> says where each column is from.
/// </summary>
public static class MicrosoftClouds
{
    // https://learn.microsoft.com/microsoft-365/copilot/extensibility/api/admin-settings/reports/, page
    // copilotreportroot-getmicrosoft365copilotusageuserdetail: 'national cloud deployments'.
    private const string NoReport = "Microsoft Graph offers the Copilot usage report in the worldwide service only, by its documentation";

    // https://learn.microsoft.com/graph/api/aiinteractionhistory-getallenterpriseinteractions: 'national cloud deployments'.
    private const string NoNotifications =
        "Microsoft Graph offers Copilot's interactions in the worldwide service only, by its documentation";

    // https://learn.microsoft.com/microsoftteams/platform/concepts/sovereign-cloud: 'Apps, capabilities, and experiences'.
    private const string NoBots =
        "Teams operated by 21Vianet has neither bots nor Adaptive Cards, by its documentation, and this service consists of them";

    // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4: 'Important'.
    private const string NoFiles = "Bots in Teams send no files in GCC High and DoD, by its documentation; people get their data as text";

    private static readonly Dictionary<CloudFeature, string> NoCopilot = new()
    {
        [CloudFeature.CopilotReport] = NoReport, [CloudFeature.CopilotNotifications] = NoNotifications,
    };

    /// <summary>The worldwide cloud.</summary>
    public static MicrosoftCloud Public { get; } = new()
    {
        Name = "Public",
        Authority = "https://login.microsoftonline.com/",
        AuthorityAliases = ["https://login.microsoft.com/", "https://login.windows.net/"],
        Version1Issuer = "https://sts.windows.net/",
        TokenExchangeScope = "api://AzureADTokenExchange/.default",
        Graph = "https://graph.microsoft.com",
        BotIssuer = "https://api.botframework.com",
        BotScope = "https://api.botframework.com/.default",
        BotOpenIdMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration",
        ServiceUrlHosts = ["smba.trafficmanager.net", "api.botframework.com"],
        DefaultServiceUrl = "https://smba.trafficmanager.net/teams/",
        FileHosts = ["*.sharepoint.com"],
        TeamsWeb = "https://teams.microsoft.com",
        TabHosts = ["https://teams.microsoft.com", "https://*.teams.microsoft.com", "https://*.cloud.microsoft"],
        PostgresScope = "https://ossrdbms-aad.database.windows.net/.default",
        PostgresSuffix = "postgres.database.azure.com",
        KeyVaultSuffix = "vault.azure.net",
    };

    /// <summary>US Government Community Cloud: the worldwide cloud, but for the connector of Teams.</summary>
    public static MicrosoftCloud UsGcc { get; } = Public.As("UsGcc") with
    {
        ServiceUrlHosts = ["smba.infra.gcc.teams.microsoft.com"],
        DefaultServiceUrl = "https://smba.infra.gcc.teams.microsoft.com/teams/",
    };

    /// <summary>US Government Community Cloud High.</summary>
    public static MicrosoftCloud UsGov { get; } = new()
    {
        Name = "UsGov",
        Authority = "https://login.microsoftonline.us/",
        Version1Issuer = "https://sts.windows.net/",
        TokenExchangeScope = "api://AzureADTokenExchangeUSGov/.default",
        Graph = "https://graph.microsoft.us",
        BotIssuer = "https://api.botframework.us",
        BotScope = "https://api.botframework.us/.default",
        BotOpenIdMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        ServiceUrlHosts = ["smba.infra.gov.teams.microsoft.us"],
        DefaultServiceUrl = "https://smba.infra.gov.teams.microsoft.us/teams/",
        TeamsWeb = "https://gov.teams.microsoft.us",
        TabHosts = ["https://gov.teams.microsoft.us"],
        PostgresScope = "https://ossrdbms-aad.database.usgovcloudapi.net/.default",
        PostgresSuffix = "postgres.database.usgovcloudapi.net",
        KeyVaultSuffix = "vault.usgovcloudapi.net",
        Lacks = new Dictionary<CloudFeature, string>(NoCopilot) { [CloudFeature.Files] = NoFiles },
    };

    /// <summary>US Department of Defense: Azure Government, with a Graph and a Teams of its own.</summary>
    public static MicrosoftCloud UsGovDod { get; } = UsGov.As("UsGovDod") with
    {
        Graph = "https://dod-graph.microsoft.us",
        ServiceUrlHosts = ["smba.infra.dod.teams.microsoft.us"],
        DefaultServiceUrl = "https://smba.infra.dod.teams.microsoft.us/teams/",
        TeamsWeb = "https://dod.teams.microsoft.us",
        TabHosts = ["https://dod.teams.microsoft.us"],
    };

    /// <summary>Microsoft 365 and Azure operated by 21Vianet. No page states the host of its connector.</summary>
    public static MicrosoftCloud China { get; } = new()
    {
        Name = "China",
        Authority = "https://login.chinacloudapi.cn/",
        AuthorityAliases = ["https://login.partner.microsoftonline.cn/"],
        Version1Issuer = "https://sts.chinacloudapi.cn/",
        TokenExchangeScope = "api://AzureADTokenExchangeChina/.default",
        Graph = "https://microsoftgraph.chinacloudapi.cn",
        BotIssuer = "https://api.botframework.azure.cn",
        BotScope = "https://api.botframework.azure.cn/.default",
        BotOpenIdMetadata = "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        ServiceUrlHosts = [],
        TeamsWeb = "https://teams.microsoftonline.cn",
        TabHosts = ["https://teams.microsoftonline.cn"],
        PostgresScope = "https://ossrdbms-aad.database.chinacloudapi.cn/.default",
        PostgresSuffix = "postgres.database.chinacloudapi.cn",
        KeyVaultSuffix = "vault.azure.cn",
        Lacks = new Dictionary<CloudFeature, string>(NoCopilot) { [CloudFeature.Bots] = NoBots },
    };

    /// <summary>Every cloud.</summary>
    public static IReadOnlyList<MicrosoftCloud> All { get; } = [Public, UsGcc, UsGov, UsGovDod, China];

    /// <summary>The cloud with this name, or null.</summary>
    /// <param name="name">As in the setting; capitals do not matter.</param>
    public static MicrosoftCloud? Find(string? name) =>
        All.FirstOrDefault(cloud => cloud.Name.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a host is an authority of one of Microsoft's clouds.</summary>
    /// <param name="host">A host name.</param>
    public static bool IsAuthority(string host) => All
        .SelectMany(cloud => cloud.AuthorityAliases.Append(cloud.Authority))
        .Any(authority => new Uri(authority).Host.Equals(host, StringComparison.OrdinalIgnoreCase));

    extension(MicrosoftCloud cloud)
    {
        /// <summary>
        /// The other cloud that an address is of; null when it is this cloud's, or of none, such as a loopback address or a proxy.
        /// </summary>
        /// <param name="address">An address, a host, or <c>host:port</c>.</param>
        public MicrosoftCloud? OtherOwnerOf(string? address) => HostIn(address) is { } host && !cloud.Hosts().Contains(host)
            ? All.FirstOrDefault(other => other.Hosts().Contains(host) && !other.SharesTenantsWith(cloud))
            : null;

        /// <summary>Why a setting contradicts the cloud; null when it does not.</summary>
        /// <param name="key">The setting.</param>
        /// <param name="value">An address, a host, or <c>host:port</c>.</param>
        public string? Contradiction(string key, string? value) => cloud.OtherOwnerOf(value) is { } owner
            ? $"{key} is '{value}', which belongs to the cloud {owner}, but Cloud is {cloud}; leave it out, or set Cloud to {owner}."
            : null;

        private MicrosoftCloud As(string name) => cloud with { Name = name };
    }

    private static string? HostIn(string? address)
    {
        var text = address?.Trim() ?? "";
        return Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}", UriKind.Absolute, out var uri)
            ? uri.Host
            : null;
    }
}
